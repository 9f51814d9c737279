import type { Agency } from '../model/index.js'
import {
  nameOfPlace,
  ownPlace,
  partsOfPlace,
  placeOfLevelWord,
  readLeadingPlace,
  type NamingContext,
  type PlaceParts,
} from './naming-context.js'
import { localBodies, localStems } from './registry/local-stems.js'
import { provinceOfCity, provinces } from './registry/places.js'

/** A local body by its name: what stands after its place, short and full, and its rank among the bodies of one place. */
interface LocalBody {
  readonly short: string
  readonly full: string
  readonly kind: Agency['kind']
  readonly rank: number
  /** Whether the field is one that local bodies are known to have, or the name has the shape of a body’s alone. */
  readonly known: boolean
}

/** A local body with its place: 广东省财政厅. */
export interface LocalName {
  readonly agency: string
  readonly name: string
  readonly kind: Agency['kind']
  readonly level: Agency['level']
  readonly rank: number
  readonly known: boolean
}

interface KnownBody extends LocalBody {
  readonly form: string
}

const stemForms: readonly KnownBody[] = localStems.flatMap((stem, index) =>
  stem.endings.flatMap((ending) => {
    const [short = '', full = short] = ending.split('/')
    const body: LocalBody = {
      short: `${stem.short}${short}`,
      full: `${stem.full}${full}`,
      kind: 'local-department',
      rank: 40 + index,
      known: true,
    }
    return stem.forms.flatMap((form) =>
      [...new Set([short, full])].map((each) => ({ ...body, form: `${form}${each}` })),
    )
  }),
)
const bodyForms: readonly KnownBody[] = localBodies.flatMap(([short, full, ...more], index) =>
  [short, full, ...more].map((form) => ({
    form,
    short,
    full,
    kind: 'local-department' as const,
    rank: 200 + index,
    known: true,
  })),
)
/** The first form wins where two fields share one (政府国资委 stands for 国资委). */
const knownForms: ReadonlyMap<string, KnownBody> = new Map(
  [...bodyForms, ...stemForms].reverse().map((body) => [body.form, body]),
)

/** Offices of a Party committee that are never named without 委: 省委人才办; 市金融办 is the government’s. */
const partyOffices =
  /^委(?:办公厅|办公室|督查室|人才办|人才工作局|改革办|深改办|全面深化改革办|依法治[省市县区州]办|国安办|财经办|农办|金融办|外办|台办|港澳办|审计办|军民融合办|军民融合发展办|科技办|老干部局|机要局|机要和保密局|保密办|政研室|政策研究室|党史研究室|党史办|文明办|两新工委|编委办|信访局|[省市县区州]?直属?机关工委|机关工委|教育工委|国资工委|台港澳办|统战部民宗局|党史和文献研究室|讲师团|社工部)$/u
/** Departments of a Party committee that papers name without 委 too: 宣传部, 市网信办. */
const partyDepartments =
  /^(?:委)?(组织部|宣传部|统战部|政法委(?:员会)?|社会工作部|网信办|编办|党校|巡察办)$/u
const courtForms = /^(?:高级|中级)?(?:人民)?(?:法院|检察院)$/u
const governmentForms = /^(?:人民)?政府$/u
const governmentOffice = /^(?:(?:人民)?政府(?:办|办公厅|办公室)|府办(?:公室)?)$/u
/** What a body’s name ends in: a name of a local paper that ends so is a body, whatever its field. */
const bodyEnding =
  /(?:局|厅|委|委员会|办|办公室|室|部|院|处|站|所|队|中心|公司|集团|银行|分行|支行|协会|学会|商会|联合会|联社|社|馆|校|学院|大学|医院|研究院|管委会|执委会|指挥部|专班|领导小组|科室|(?<=[\u4e00-\u9fff]{2})(?<!学|专|本|百|内|外|儿)科|(?<=[\u4e00-\u9fff]{2})(?<!控|参)股|政府|街道|街道办|街道办事处|基金会|联盟|总站|分局|总队|支队|海关|园|机关|(?<=[\u4e00-\u9fff]{2})(?:新区|高新区|经开区|开发区|度假区|保税区|合作区))$/u

function partyBody(rest: string): LocalBody | null {
  const department = partyDepartments.exec(rest)?.[1]
  if (department !== undefined) {
    const name = `委${department.replace(/^政法委员会$/, '政法委')}`
    return { short: name, full: name, kind: 'party', rank: 2, known: true }
  }
  if (partyOffices.test(rest))
    return { short: rest, full: rest, kind: 'party', rank: 3, known: true }
  if (rest === '委' || rest === '委员会')
    return { short: '委', full: '委员会', kind: 'party', rank: 0, known: true }
  if (/^(?:纪委监委|纪委|监委|纪委市监委)$/u.test(rest))
    return { short: '纪委监委', full: '纪委监委', kind: 'party', rank: 1, known: true }
  if (/^(?:党委|委)(?!员会).{2,}/u.test(rest) && bodyEnding.test(rest))
    return { short: rest, full: rest, kind: 'party', rank: 3, known: false }
  return null
}

/** The body that a name without its place says, by form; null where it is none that local papers are known to name. */
function knownBody(rest: string): LocalBody | null {
  const party = partyBody(rest)
  if (party !== null) return party
  if (governmentForms.test(rest))
    return { short: '人民政府', full: '人民政府', kind: 'local-government', rank: 0, known: true }
  if (governmentOffice.test(rest)) {
    const office = rest.endsWith('厅') ? '办公厅' : '办公室'
    return {
      short: `政府${office}`,
      full: `人民政府${office}`,
      kind: 'office',
      rank: 30,
      known: true,
    }
  }
  if (courtForms.test(rest))
    return { short: rest, full: rest, kind: 'court', rank: 220, known: true }
  const plain = rest.replace(/^(?:人民)?政府(?=.{2})/u, '')
  return knownForms.get(rest) ?? knownForms.get(plain) ?? null
}

function levelOf(place: string): Agency['level'] {
  const { province, city, county } = partsOfPlace(place)
  if (county !== null) return 'county'
  return city !== null || province === null ? 'city' : 'province'
}

/** The pieces of a body’s name put together with its place. Courts and the Party have forms of their own. */
function nameWith(place: string, body: LocalBody): LocalName {
  const level = levelOf(place)
  const common = { kind: body.kind, level, rank: body.rank, known: body.known }
  if (body.kind === 'party')
    return { ...common, agency: `中共${place}${body.full}`, name: `${place}${body.short}` }
  const rank = level === 'province' ? '高级' : level === 'city' ? '中级' : ''
  if (body.kind === 'court' && body.short.replace(rank, '').replace('人民', '') === '法院')
    return { ...common, agency: `${place}${rank}人民法院`, name: `${place}法院` }
  if (body.kind === 'court' && body.short.endsWith('检察院'))
    return { ...common, agency: `${place}人民检察院`, name: `${place}检察院` }
  return { ...common, agency: `${place}${body.full}`, name: `${place}${body.short}` }
}

/** 团市委, 团省委: the Youth League’s committee of the place. */
function youthLeague(printed: string, context: NamingContext): LocalName | null {
  const word = /^(?:共青)?团(省|市|县|区|州|自治区)委(?:机关)?$/u.exec(printed)?.[1]
  if (word === undefined) return null
  const place = placeOfLevelWord(word, context)
  if (place === null) return null
  const common = {
    kind: 'local-department' as const,
    level: levelOf(place),
    rank: 199,
    known: true,
  }
  return { ...common, agency: `共青团${place}委员会`, name: `共青团${place}委` }
}

/** 江东区, 云和县: one county or district by its name; 开发区, 园区, 各县, 试点县 are none. */
const countyAlone =
  /^(?![各全本该所有相其何每辖]|试点|示范|贫困|民族|自治|市辖|县级)(?:(?![局厅委办各省市县区和及与])[\u4e00-\u9fff]){1,5}(?:(?<!开发|高新|经开|保税|自贸|贸易|示范|试验|实验|合作|度假|工业|产业|核心|先行|集聚|管理|保护|功能|新|园|社|景|校|库|灾|辖|城|片|林|矿|牧|山|地|街|湖|港|区|特|老|边|疫)区|(?<!各|试点|全)县|(?<!各)旗)$/u

/** Whether a text is the name of one county or district and nothing else: among bodies it stands for its government. */
export function isCounty(text: string): boolean {
  return text.length >= 3 && countyAlone.test(text)
}

/** The government that a province or city alone stands for, where it is named among bodies: 浙江省; null for any other text. */
export function governmentOf(printed: string): LocalName | null {
  const { place, length } = readLeadingPlace(printed)
  const name = nameOfPlace({ ...place, county: null })
  if (name === null || place.county !== null || length !== printed.length) return null
  return nameWith(name, {
    short: '人民政府',
    full: '人民政府',
    kind: 'local-government',
    rank: 0,
    known: true,
  })
}

/** A body whose field nobody knows: its name as printed. */
function bodyAsPrinted(rest: string): LocalBody {
  return { short: rest, full: rest, kind: 'local-department', rank: 250, known: false }
}

/** The place that a name gives itself. A district without its city (海曙区) is one of the issuer’s own city. */
function placeWithin(place: PlaceParts, context: NamingContext): string {
  const own = partsOfPlace(context.place)
  const isBare = place.city === null && place.province === null
  const whole = isBare ? { ...own, county: place.county } : place
  return nameOfPlace(whole) ?? ''
}

/**
 * 云川省财政厅 in a paper of 云川省: the notice’s own province, where the registry does not have it. No other is taken by its shape: in 强化省发展改革委 and
 * 会同省财政厅 a word stands before the level.
 */
function inOwnProvince(plain: string, context: NamingContext): LocalName | null {
  const { province } = partsOfPlace(context.place)
  if (province === null || !plain.startsWith(province)) return null
  const rest = plain.slice(province.length)
  const body = knownBody(rest)
  if (body !== null) return nameWith(province, body)
  return bodyEnding.test(rest) ? nameWith(province, bodyAsPrinted(rest)) : null
}

/** A name that begins with its own place: 广东省财政厅, 南充市委组织部, 宁波市海曙区财政局. */
function withOwnPlace(printed: string, context: NamingContext): LocalName | null {
  const plain = printed.replace(/^中共/u, '')
  const { place, length } = readLeadingPlace(plain)
  if (length === 0) return inOwnProvince(plain, context)
  // A county is read by its shape alone (城市 of 天津市城市管理委): without a body that is known it proves nothing.
  const withoutCounty = length - (place.county?.length ?? 0)
  const whole = { ...place, county: null }
  if (place.county !== null) {
    const body = knownBody(plain.slice(length))
    if (body !== null) return nameWith(placeWithin(place, context), body)
  }
  const rest = plain.slice(withoutCounty)
  const name = nameOfPlace(whole)
  if (name === null || rest === '') return null
  const body = knownBody(rest)
  if (body !== null) return nameWith(name, body)
  return bodyEnding.test(rest) ? nameWith(name, bodyAsPrinted(rest)) : null
}

const levelWord = /^(?:中共)?(自治区|省|市|州|盟|县|区|旗)(.+)$/u
/** Words that begin with the word of a level and say none: 市场监管局, 省际, 区块链. Of 市政园林局 it makes no difference: 宁波市政园林局. */
const noLevel = /^(?:市[场域]|区[域块位]|[省市县区州](?:际|属|级|内|外|辖|管|直(?!机关)))/u

/** A name that begins with the word of its level: 省财政厅, 市委宣传部, 县人民政府. */
function withLevelWord(printed: string, context: NamingContext): LocalName | null {
  const [, word, rest] = levelWord.exec(printed) ?? []
  if (word === undefined || rest === undefined || knownForms.has(printed)) return null
  const place = placeOfLevelWord(word, context)
  if (place === null) return null
  const body = knownBody(rest)
  if (body !== null) return nameWith(place, body)
  return bodyEnding.test(rest) && !noLevel.test(printed)
    ? nameWith(place, bodyAsPrinted(rest))
    : null
}

/** Fields whose department is a 厅 in a province: 财政局 in a province’s paper is some city’s. */
const fieldOfHall =
  /^(?:教育|科技|科学技术|工业和信息化|工信|公安|民政|司法|财政|人力资源(?:和)?社会保障|人社|自然资源|生态环境|住房(?:和)?城乡建设|住建|交通运输|水利|农业农村|商务|文化和旅游|文旅|退役军人(?:事务)?|应急(?:管理)?|审计)局$/u

/** The place whose body a name without place and level is: a 厅 is always the province’s. */
function placeOfBare(printed: string, context: NamingContext): string | null {
  if (printed.endsWith('厅')) return partsOfPlace(context.place).province
  const place = ownPlace(context)
  const isProvince = context.level === 'province' && place?.endsWith('市') === false
  return isProvince && fieldOfHall.test(printed) ? null : place
}

/** 长江航务管理局, 国家铁路局: bodies of more than one place. */
const ofNoPlace =
  /^(?:国家|中国|全国|中央|国务院|长江|黄河|珠江|淮河|海河|松辽|太湖|流域|华|东北|西北|西南|中南)/u

/** A name without place and level in a local paper: 财政厅, 市场监管局, 宣传部, 营商环境建设局. */
function withoutPlace(printed: string, context: NamingContext): LocalName | null {
  const known = isBareLocalBody(printed) ? knownBody(printed) : null
  const byShape = /^[\u4e00-\u9fff]{2,12}(?:局|厅|办)$/u.test(printed) && !ofNoPlace.test(printed)
  if (known === null && (!byShape || hasLevelWord(printed) || namesPlace(printed))) return null
  const place = placeOfBare(printed, context)
  return place === null ? null : nameWith(place, known ?? bodyAsPrinted(printed))
}

const shortPlaces = [...provinces, ...provinceOfCity.keys()].map((place) =>
  place.replace(/(?:省|市|特别行政区|地区|盟)$/u, ''),
)

/** Whether a name holds the name of a province or city, if only in short: 广州供电局. */
function namesPlace(printed: string): boolean {
  return shortPlaces.some((place) => printed.includes(place))
}

/** Whether a name begins with that of a province or city, if only in short, and goes on for some letters: 南京地铁集团. */
export function beginsWithPlace(printed: string): boolean {
  return shortPlaces.some(
    (place) => printed.startsWith(place) && printed.length >= place.length + 3,
  )
}

/** Whether a name without place is one that bodies of many places bear: 医保局, 财政厅, 宣传部. What it means depends on who speaks. */
export function isBareLocalBody(printed: string): boolean {
  if (/^(?:委|委员会|党校|办|编办)$/u.test(printed)) return printed === '编办'
  return !/^(?:人民)?政府/u.test(printed) && knownBody(printed) !== null
}

/** Whether a name says a level and no place: 省财政厅, 团市委. */
export function hasLevelWord(printed: string): boolean {
  const rest = levelWord.exec(printed)?.[2]
  if (rest === undefined) return /^(?:共青)?团(?:省|市|县|区|州|自治区)委/u.test(printed)
  if (knownForms.has(printed)) return false
  return knownBody(rest) !== null || (bodyEnding.test(rest) && !noLevel.test(printed))
}

/** The level that a name carries for those after it: 省 of 省发展改革委、财政厅, 市委 of 市委组织部、宣传部, 广东省 of 广东省财政厅. */
export interface LevelPrefix {
  readonly level: string
  /** With 委, where the name is that of a Party body. */
  readonly party: string | null
}

/** The level or place that a printed name begins with; null where it begins with none. */
export function levelPrefixOf(printed: string): LevelPrefix | null {
  const plain = printed.replace(/^中共/u, '')
  if (/^中央(?!和|军委|企业|广播)/u.test(plain)) return { level: '中央', party: '中央' }
  if (knownForms.has(plain) || noLevel.test(plain)) return null
  const { place, length } = readLeadingPlace(plain)
  const sure = length - (place.county?.length ?? 0)
  const end = place.county !== null && knownBody(plain.slice(length)) !== null ? length : sure
  const level = end > 0 ? plain.slice(0, end) : levelWord.exec(plain)?.[1]
  if (level === undefined || level.length === plain.length) return null
  const isParty = plain.startsWith('委', level.length) && !plain.startsWith('委员', level.length)
  return { level, party: isParty ? `${level}委` : null }
}

/** Whether a text ends as the name of a body does. */
export function endsAsBody(text: string): boolean {
  return bodyEnding.test(text)
}

/** The local body that a printed name means in a paper of this context, with its place; null where it is none, or its place unknown. */
export function readLocalName(printed: string, context: NamingContext): LocalName | null {
  return (
    youthLeague(printed, context) ??
    withOwnPlace(printed, context) ??
    withLevelWord(printed, context) ??
    withoutPlace(printed, context)
  )
}
