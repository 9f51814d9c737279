import type { IssuerLevel } from '../model/index.js'
import { provinceOfCity, provinces } from './registry/places.js'

/** Who speaks, where and when: what a short name means depends on it. `place` as the model has it (广东省, 四川省南充市), `date` ISO. */
export interface NamingContext {
  readonly level: IssuerLevel | null
  readonly place: string | null
  readonly date: string | null
}

/** A place taken apart; null where the level is not named and cannot be told. */
export interface PlaceParts {
  readonly province: string | null
  readonly city: string | null
  readonly county: string | null
}

/** A county by its shape, 海曙区, 市中区. 市财政局市 of two names without a mark between them is none; 由市, 和市 before a name is a word and a level. */
const countyShape =
  /^(?!省|市(?![中南北])|[县区州盟旗]|自治区|[由请经按将与及在对为等]|.市)(?:(?![局厅委办各由])[\u4e00-\u9fff]){1,10}?(?:自治县|自治旗|新区|林区|特区|矿区|县|区|市|旗)(?![区场])/u

/** The longest known city or prefecture that a text begins with. */
function leadingCity(text: string): string | null {
  // Names are at most 14 characters long: 克孜勒苏柯尔克孜自治州 has 11.
  for (let length = Math.min(text.length, 14); length >= 3; length -= 1) {
    const city = text.slice(0, length)
    if (provinceOfCity.has(city)) return city
  }
  return null
}

/** The place that a text begins with, and what follows it. `county` is read by its shape alone. */
export function readLeadingPlace(text: string): { place: PlaceParts; length: number } {
  const province = provinces.find((each) => text.startsWith(each)) ?? null
  const afterProvince = text.slice(province?.length ?? 0)
  const city = leadingCity(afterProvince)
  const afterCity = afterProvince.slice(city?.length ?? 0)
  const county = countyShape.exec(afterCity)?.[0] ?? null
  return {
    place: {
      province: province ?? (city === null ? null : (provinceOfCity.get(city) ?? null)),
      city,
      county,
    },
    length: (province?.length ?? 0) + (city?.length ?? 0) + (county?.length ?? 0),
  }
}

/** A province by its shape, in a text that is known to be a place: one that the registry does not have goes by its own name. */
const provinceShape = /^[\u4e00-\u9fff]{2,7}?(?:省|自治区)/u

/** Takes apart the place of an issuer: 四川省南充市 → province and city; 南充市 gives its province too. */
export function partsOfPlace(place: string | null): PlaceParts {
  if (place === null) return { province: null, city: null, county: null }
  const known = readLeadingPlace(place).place
  const shaped = known.province === null ? (provinceShape.exec(place)?.[0] ?? null) : null
  return shaped === null
    ? known
    : { ...readLeadingPlace(place.slice(shaped.length)).place, province: shaped }
}

/** 会同省财政厅, 以及省民政厅: a word and a level, no province. */
const noProvince =
  /^(?:会同|配合|协助|协同|联合|支持|指导|以及|或者|报送|报请|提请|经由|根据|按照|依据|牵头|负责|各有|有关|相关|全体|所在|我们|以下|以上|上述|其他|其余|各个|兄弟|沿海|周边|相邻|毗邻|邻近|边境|东部|中部|西部|[各全本该某外跨邻两多由请经报和及与向在对将按为被让])/u

/** 强化省发展改革委牵头抓总作用: what is done, and a body of the notice’s own province. */
const doneToProvince =
  /^(?:强化|加强|深化|优化|发挥|推动|推进|建立|成立|设立|组建|完善|健全|落实|压实|依托|组织|统筹|协调|督促|督导|通过|接受|请示|报告|明确|确定|做好|抓好|用好|利用|整合|汇总|纳入|列入|主动|积极|及时|全面|切实|严格|委托|授权|争取|建议|同意|商请|函告|抄送|抄报|通报|移交|转交|提交|呈报|上报|依照|参照|围绕|服务|保障|提升|提高|实施|开展|作为|邀请|对接|衔接|联动|沟通|紧密|并由|拟由|均由|应由)/u

/** The province that a name begins with by its shape alone, 云川省 of 云川省财政厅: the registry does not have it, or the notice’s own. Null for any other text. */
export function shapedProvince(text: string, context: NamingContext): string | null {
  const own = partsOfPlace(context.place).province
  if (own !== null && text.startsWith(own)) return own
  const shape = /^[\u4e00-\u9fff]{2}省/u.exec(text)?.[0] ?? null
  return shape === null || noProvince.test(text) || doneToProvince.test(text) ? null : shape
}

/** Beijing, Shanghai, Tianjin, Chongqing: their 市 is the province’s level. */
function isMunicipality(province: string | null): boolean {
  return province?.endsWith('市') ?? false
}

/** The place that 省, 市, 县 … before a name stands for, in a paper of this context; null where the context does not say. */
export function placeOfLevelWord(word: string, context: NamingContext): string | null {
  const { province, city, county } = partsOfPlace(context.place)
  switch (word) {
    case '省':
      return province?.endsWith('省') === true ? province : null
    case '自治区':
      return province?.endsWith('自治区') === true ? province : null
    case '市':
      if (city?.endsWith('市') === true) return city
      if (isMunicipality(province)) return province
      return county?.endsWith('市') === true ? county : null
    case '州':
    case '盟':
      return city?.endsWith(word) === true ? city : null
    default:
      return county?.endsWith(word) === true ? nameOfPlace({ province, city, county }) : null
  }
}

/**
 * The name by which a place goes: 江苏省苏州市 is 苏州市. 鼓楼区 of Nanjing and of Fuzhou are two, so that a district stands with its city, a county
 * without. Null for no place.
 */
export function nameOfPlace({ province, city, county }: PlaceParts): string | null {
  if (county === null) return city ?? province
  const above = city ?? (isMunicipality(province) ? province : null)
  return county.endsWith('区') ? `${above ?? ''}${county}` : county
}

/** The place whose bodies a paper of this context names without any place; null for central papers and where it is not known. */
export function ownPlace(context: NamingContext): string | null {
  const { province, city, county } = partsOfPlace(context.place)
  switch (context.level) {
    case 'province':
      return province
    case 'city':
      return city ?? (isMunicipality(province) ? province : county)
    case 'county':
      return county === null ? null : nameOfPlace({ province, city, county })
    default:
      return null
  }
}
