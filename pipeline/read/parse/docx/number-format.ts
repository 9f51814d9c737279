import { writeChineseNumeral } from '../../../text/index.js'

type Format = (value: number) => string

/** A series of single characters in Unicode, one for each number: ① from U+2460, ⒈ from U+2488. */
function series(first: string, count: number): Format {
  const start = first.codePointAt(0) ?? 0
  return (value) =>
    value >= 1 && value <= count ? String.fromCodePoint(start + value - 1) : String(value)
}

function oneOf(characters: string): Format {
  const all = Array.from(characters)
  return (value) => all[(value - 1) % all.length] ?? String(value)
}

/** a … z, aa … zz, as Word counts on. */
function letters(first: string): Format {
  const start = first.codePointAt(0) ?? 0
  return (value) => {
    if (value < 1) return String(value)
    const letter = String.fromCodePoint(start + ((value - 1) % 26))
    return letter.repeat(Math.min(Math.ceil(value / 26), 30))
  }
}

const romans: readonly (readonly [number, string])[] = [
  [1000, 'm'],
  [900, 'cm'],
  [500, 'd'],
  [400, 'cd'],
  [100, 'c'],
  [90, 'xc'],
  [50, 'l'],
  [40, 'xl'],
  [10, 'x'],
  [9, 'ix'],
  [5, 'v'],
  [4, 'iv'],
  [1, 'i'],
]

function roman(value: number): string {
  if (value < 1 || value > 3999) return String(value)
  let rest = value
  let text = ''
  for (const [worth, letters] of romans) {
    while (rest >= worth) {
      text += letters
      rest -= worth
    }
  }
  return text
}

/** Digits one by one: 一二三 for 123 with 〇一二三四五六七八九. */
function digits(characters: string): Format {
  const all = Array.from(characters)
  return (value) =>
    Array.from(String(value))
      .map((digit) => all[Number(digit)] ?? digit)
      .join('')
}

const chinese: Format = (value) =>
  value >= 0 && value <= 9999 ? writeChineseNumeral(value) : String(value)
const positional = digits('〇一二三四五六七八九')
/** Counting that writes its digits one by one from a hundred on. */
const chineseToNinetyNine: Format = (value) => (value < 100 ? chinese(value) : positional(value))

const legal = digits('零壹贰叁肆伍陆柒捌玖')
const legalUnits = ['', '拾', '佰', '仟']

/** 壹拾贰: numbers as on a cheque, up to 9999. */
function chineseLegal(value: number): string {
  if (value < 1 || value > 9999) return legal(value)
  const characters = Array.from(String(value))
  const text = characters
    .map((digit, index) =>
      digit === '0'
        ? '零'
        : legal(Number(digit)) + (legalUnits[characters.length - 1 - index] ?? ''),
    )
    .join('')
  return text.replace(/零+/g, '零').replace(/零$/, '')
}

/** ECMA-376 part 1, 17.18.59 (ST_NumberFormat): the formats that Chinese papers use, and those that stand in other people’s templates. */
const formats: Readonly<Record<string, Format>> = {
  decimal: String,
  decimalZero: (value) => String(value).padStart(2, '0'),
  decimalHalfWidth: String,
  decimalFullWidth: digits('０１２３４５６７８９'),
  decimalFullWidth2: digits('０１２３４５６７８９'),
  decimalEnclosedCircle: series('①', 20),
  decimalEnclosedCircleChinese: series('①', 20),
  decimalEnclosedFullstop: series('⒈', 20),
  decimalEnclosedParen: series('⑴', 20),
  chineseCounting: chineseToNinetyNine,
  chineseCountingThousand: chinese,
  chineseLegalSimplified: chineseLegal,
  taiwaneseCounting: chineseToNinetyNine,
  taiwaneseCountingThousand: chinese,
  taiwaneseDigital: positional,
  japaneseCounting: chinese,
  japaneseDigitalTenThousand: positional,
  koreanCounting: chinese,
  ideographDigital: positional,
  ideographLegalTraditional: chineseLegal,
  ideographTraditional: oneOf('甲乙丙丁戊己庚辛壬癸'),
  ideographZodiac: oneOf('子丑寅卯辰巳午未申酉戌亥'),
  ideographEnclosedCircle: series('㊀', 10),
  upperLetter: letters('A'),
  lowerLetter: letters('a'),
  upperRoman: (value) => roman(value).toUpperCase(),
  lowerRoman: roman,
  ordinal: String,
  cardinalText: String,
  none: () => '',
}

/** Is there a way to write numbers of a format as Word does? */
export function knowsFormat(format: string): boolean {
  return Object.hasOwn(formats, format)
}

/** A number as Word writes it in a format (`chineseCountingThousand`: 二十一); in Arabic digits where the format is not known. */
export function formatNumber(value: number, format: string): string {
  return (knowsFormat(format) ? formats[format] : undefined)?.(value) ?? String(value)
}
