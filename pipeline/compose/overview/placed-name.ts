import {
  entryOf,
  isBareLocalBody,
  readLeadingPlace,
  type AgencyIndex,
} from '../../agencies/index.js'
import type { OfficialDocument } from '../../model/index.js'

const levelWord = /^(?:自治区|省|市|州|盟|县|区|旗)/u

/**
 * An agency’s name among those of all notices. Names of local bodies carry their place (广东省财政厅) where the notice says it; one that does not
 * (省财政厅, of an unnamed province) is told apart by who issued the notice: two provinces’ bodies are two.
 */
export function placedName(
  index: AgencyIndex,
  house: string,
  document: Pick<OfficialDocument, 'issuers' | 'id'>,
): string {
  const isPlaceless =
    entryOf(index, house) === null &&
    readLeadingPlace(house).length === 0 &&
    (levelWord.test(house) || isBareLocalBody(house))
  return isPlaceless ? `${house}（${document.issuers[0] ?? document.id}）` : house
}
