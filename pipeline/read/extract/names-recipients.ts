import { readLabel } from './label.js'
import { isAddress } from './split-flattened.js'

/** What names of offices and of groups of them end in: 各高校, 交易所, 成员单位, 驻委纪检监察组. */
const office =
  /(?:政府|机构|单位|部门|主体|企业|集团|公司|兵团|机关|大学|学院|学校|院校|高校|医院|中心|协会|学会|联合会|委员会|工会|法院|检察院|[委办局院会厅部署行社校所组站处室队司馆台区县市州盟旗镇乡])$/u

/** How a sentence begins: 为贯彻…, 经研究, 现将…; not 经济委员会, 经开区, 现代农业中心. */
const opening = /^(?:为|根据|按照|依据|鉴于|对于|经(?![济贸信开纪])|现(?!代))/u

/** Words and marks of a sentence: 现将有关事项通知如下. */
const sentence = /[。！？《》]|如下|以下|下列|通知/u

/** 责任单位, 牵头部门, 成员单位：what a label says of offices whose names follow. */
const label =
  /^(?:责任|牵头|配合|负责|承办|主办|协办|会办|参加|参与|成员|联系|报送|实施|申报|抄送)(?:单位|部门|机构|机关)/u

/** A name without what brackets add to it: 乡镇人民政府（街道办事处）. */
const plain = (name: string) => name.replace(/[（(][^（）()]*[）)]$/u, '').trim()

/**
 * Whether a line names those addressed (GB/T 9704-2012, 7.3.2): names alone, the last with a colon. Names may be parted by ；, hold a quotation (“双一流”建设高校),
 * or be one name alone.
 */
export function namesRecipients(text: string): boolean {
  if (!/[:：]$/u.test(text) || readLabel(text) !== null) return false
  const names = text.slice(0, -1).trim()
  if (label.test(names) || opening.test(names)) return false
  if (isAddress(names)) return true
  if (sentence.test(names)) return false
  return names.split(/[，,；;]/u).every((name) => office.test(plain(name)))
}
