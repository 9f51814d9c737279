import { type AgencyIndex, resolveAgency } from '../../agencies/index.js'
import type { IssuerLevel } from '../../model/index.js'

/** How high a notice’s issuer stands, and where: what short names in it mean. */
export interface IssuerStanding {
  readonly level: IssuerLevel | null
  readonly place: string | null
}

const provinceWord = '(?:省|自治区|特别行政区)'
const municipality = /^(?:北京|上海|天津|重庆)市/
/** 广东省 四川省南充市 内蒙古自治区 宁波市鄞州区 延边朝鲜族自治州敦化市: groups province, city, county. */
const places = new RegExp(
  `^([\\p{Script=Han}]{2,8}?${provinceWord})?([\\p{Script=Han}]{2,9}?(?:市|自治州|州|盟|地区))?((?!城市)[\\p{Script=Han}]{1,9}?(?:自治县|自治旗|县|旗|区|市))?(?=人民|党|委|政|中共|发展|[\\p{Script=Han}]*(?:局|厅|办|委员会|会|院|部|公室|政府)$)`,
  'u',
)

/** 国发, 国办函, 中办发: series of central bodies. */
const centralSeries = /^(?:国|中)(?:办)?(?:发|函|令|秘)|^中发/
/** 国务院 and bodies that have the whole country in their name. */
const centralName = /^(?:国务院|中共中央|中央|国家|全国|最高人民|中国|中华人民共和国)/

/** 国家税务总局云川省税务局: an office that a central body keeps in a place; that body’s name is none of the place’s. */
const keeper =
  /^(?:国家|中国)\p{Script=Han}{2,12}?(?:总局|局|委员会|银行)(?=\p{Script=Han}{2,8}?(?:省|自治区|市))/u

function placeOf(name: string): IssuerStanding | null {
  const [whole, province, city, county] =
    places.exec(name.replace(keeper, '').replace(/^中共/, '')) ?? []
  if (whole === undefined || whole === '') return null
  const isMunicipality = municipality.test(city ?? '')
  const level = county ? 'county' : city && !isMunicipality ? 'city' : 'province'
  if (!province && !city && county && !/(?:县|旗|区|市)$/.test(county)) return null
  return { level, place: `${province ?? ''}${city ?? ''}${county ?? ''}` }
}

function standingOf(name: string, index: AgencyIndex): IssuerStanding | null {
  if (centralName.test(name) && !/(?:省|自治区|市)(?:分行|分局|税务局|监管局)/.test(name)) {
    return { level: 'central', place: null }
  }
  const found = resolveAgency(index, name, { level: 'central', place: null, date: null })
  if (found.type === 'agency' && found.entry?.level === 'central' && found.how !== 'local') {
    return { level: 'central', place: null }
  }
  return placeOf(name)
}

/** The standing of the first issuer that tells it; else of whom the title begins with; else of the number’s series. */
export function issuerStanding(
  names: readonly string[],
  title: string | null,
  series: string | null,
  index: AgencyIndex,
): IssuerStanding {
  const fromTitle = /^(.{2,30}?)(?:办公[厅室])?(?:关于|印发|转发|批转)/.exec(title ?? '')?.[1]
  for (const name of [...names, ...(fromTitle === undefined ? [] : [fromTitle])]) {
    const found = standingOf(name, index)
    if (found !== null) return found
  }
  return { level: series !== null && centralSeries.test(series) ? 'central' : null, place: null }
}
