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
