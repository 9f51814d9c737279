import type { DeclaredRule } from '../../../model/index.js'

/** A rule as a statement or note declares it. */
export interface FoundRule extends Omit<DeclaredRule, 'to'> {
  /** Null: to the end of the document (下同). */
  readonly to: number | null
  /** The scope that holds for items which name none, of a rule of kind `scope`. */
  readonly value: string | null
}

type RuleKind = DeclaredRule['kind']

/** How notices declare how their lists of bodies are to be read. The whole sentence is the rule’s text. Examples stand beside each. */
const patterns: readonly (readonly [pattern: RegExp, kind: RuleKind])[] = [
  // 排名不分先后, 以下单位排名不分先后顺序
  [/[^，。；;（(\n：:]{0,12}(?:排名|排序|名单)?不分先后(?:顺序)?/gu, 'unranked'],
  // 第一个逗号前为牵头单位, 逗号前的单位为牵头单位，其他为配合单位
  [
    /[^。；;（(\n：:，,、]{0,10}(?:第一个)?[“"]?逗号[”"]?(?:之)?前(?:面)?的?(?:单位|部门)?(?:均)?(?:为|是)(?:牵头|主办|责任牵头)[^。；;\n，,）)〕\]]*(?:[，,；;](?:其余|其他|其它|后面|之后|逗号后)[^。；;\n，,）)〕\]]{0,14}?(?:配合|协办|参与)(?:单位|部门)?)?/gu,
    'before-comma',
  ],
  // 列第一位的为牵头单位, 排在第一位的为牵头部门, 首位为牵头单位, 第一个单位为牵头单位
  [
    /[^。；;（(\n：:，,、]{0,14}(?:第一位|首位|第一个|第一|排名第一|排首位|排在首位|列首位|首个|前列)的?(?:责任)?(?:单位|部门|者)?(?:均)?(?:为|是|系)(?:牵头|主办|主责|责任牵头)[^。；;\n，,）)〕\]]*(?:[，,；;](?:其余|其他|其它|后面|之后)[^。；;\n，,）)〕\]]{0,14}?(?:配合|协办|参与)(?:单位|部门)?)?/gu,
    'first-leads',
  ],
  // 标*的为牵头单位, 加★的为牵头单位, 带“*”号者为牵头部门, *为牵头单位
  [
    /[^。；;（(\n：:，,、]{0,10}[“"‘]?[*＊★☆▲△●#※][”"’]?(?:号|符号|标志|标识|标记)?(?:的|者|单位|部门)*(?:均)?(?:为|是|表示)(?:牵头|主办|主责|第一责任)[^。；;\n，,）)〕\]]*(?:[，,；;](?:其余|其他|其它|后面|之后|未标)[^。；;\n，,）)〕\]]{0,14}?(?:配合|协办|参与)(?:单位|部门)?)?/gu,
    'star',
  ],
  // 无牵头单位的，责任单位即为牵头单位; 未明确牵头单位的由责任单位牵头
  [
    /(?:无|没有|未(?:明确|列|列明|标明|注明|标注|设|设置|指定))(?:责任)?牵头(?:单位|部门)的?[，,]?(?:其)?(?:则)?(?:由)?责任(?:单位|部门)(?:均|即|都)?(?:(?:视)?(?:为|是)牵头(?:单位|部门)?|牵头(?:负责)?)/gu,
    'responsible-leads',
  ],
  // 以下除标注适用于特定区域的措施外，适用范围均为全部试点地区
  [
    /(?:以下)?(?:除|未)[^。；;\n]{2,40}(?:外|的)[，,]?(?:适用|推广|实施|试点)范围(?:均|一律)?为[^。；;\n）)〕\]]+/gu,
    'scope',
  ],
  // 以上各项均由…, 其余由…, 第3—5项由…, 以下均需…落实，不再列出, 具体任务均涉及…，不再做分工
  [
    /(?:以上|以下|上述|其余|其他|具体任务|各项任务|所有任务|全部任务|第[0-9０-９一二三四五六七八九十]+[—\-－~～至到、和]?(?:第)?[0-9０-９一二三四五六七八九十]*(?:项|条|款))(?:各|所有|全部)?(?:项|条|款|任务|事项|工作|措施|举措|各项任务|工作任务)*(?:均|都)?(?:需|须|由|涉及|需由|应由|请)[^。；;\n]{2,80}?(?:负责|落实|牵头|配合|不再(?:一一|逐一|逐项|重复|再)?(?:列出|列明|做分工|作分工|标注|明确)|实施)(?:[，,][^。；;，,\n]{2,60}?(?:负责|落实|牵头|配合|参与|实施))*(?:[，,]不再(?:一一|逐一|逐项|重复)?(?:列出|列明))?/gu,
    'range',
  ],
]

/** Brackets within the sentence (各区、县（市）均需落实) do not end it. */
const onwards =
  /^(?:[^。；;\n（()）〔〕[\]]|[（(][^（）()]{0,12}[）)]){0,40}?(?:下同|以下同|以下均同|全文同|后同)/u

/** The mark that a star rule speaks of; null for other rules. */
export function markOfRule(text: string): string | null {
  return /[*＊★☆▲△●#※]/u.exec(text)?.[0] ?? null
}

/**
 * The rules that a text declares, in order. Those that end in 下同, and notes of their own (`isStatement` false), hold from the text’s begin
 * to the end of the document; a rule inside a statement without 下同 holds for that statement alone.
 */
export function findRules(
  text: string,
  offset: number,
  isStatement: boolean,
): readonly FoundRule[] {
  const found: FoundRule[] = []
  for (const [pattern, kind] of patterns) {
    for (const match of text.matchAll(pattern)) {
      if (found.some((rule) => rule.text.includes(match[0]) || match[0].includes(rule.text)))
        continue
      const goesOn = !isStatement || onwards.test(text.slice(match.index + match[0].length))
      const lasts = goesOn || kind === 'range' || kind === 'scope'
      found.push({
        kind,
        text: match[0],
        from: offset,
        to: lasts ? null : offset + text.length,
        value: kind === 'scope' ? (/范围(?:均|一律)?为(.+)$/u.exec(match[0])?.[1] ?? null) : null,
      })
    }
  }
  return found.sort((a, b) => text.indexOf(a.text) - text.indexOf(b.text))
}

/** Rules that a paragraph, a note or the head of a column declares: they hold from there to the end of the document. */
export function readDeclaredRules(text: string, offset: number): readonly FoundRule[] {
  return findRules(text, offset, false)
}
