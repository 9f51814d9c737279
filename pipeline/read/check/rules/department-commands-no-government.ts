import { resolveAgency } from '../../../agencies/index.js'
import { makeFinding } from '../../../messages/index.js'
import type { OfficialDocument } from '../../../model/index.js'
import { namingOf } from '../bodies-of.js'
import type { CheckContext, CheckRule } from '../check-rule.js'
import { spanAt } from '../items-of.js'

/** 各省、自治区、直辖市人民政府, 云和县人民政府; 政府各部门 and 政府办公室 are none. */
const government = /(?:人民)?政府(?:[（(][^（）()]*[）)])?$/u
/** Papers among bodies of which none commands the other. */
const amongPeers = /(?:函|请示|报告|答复|议案|公告|通告)$/u
/** 经国务院同意, 报经市政府批准, 受省人民政府委托. */
const agreed = /(?:经|受|奉)[^。；]{0,24}(?:同意|批准|授权|委托|决定|审议通过)/u
/** Bodies that speak for a government or a Party committee, or stand above departments. */
const notDepartments =
  /政府|办公[厅室]$|委员会办公室$|领导小组|指挥部|联席会议|党委|^中共|人大|政协/u
const departmentKinds: readonly string[] = [
  'department',
  'sasac',
  'directly-under',
  'national-bureau',
  'institution',
]

function isDepartment(name: string, document: OfficialDocument, context: CheckContext): boolean {
  if (notDepartments.test(name)) return false
  const resolution = resolveAgency(context.agencies, name, namingOf(document))
  if (resolution.type !== 'agency') return false
  const { entry } = resolution
  return entry === null ? /(?:局|厅|委|委员会)$/u.test(name) : departmentKinds.includes(entry.kind)
}

/** A department that tells a government what to do, without saying that its own government agreed (公文处理工作条例, art. 16). Told once. */
export const departmentCommandsNoGovernment: CheckRule = {
  id: 'department-commands-no-government',
  check: (document, context) => {
    const [issuer] = document.issuers
    const at = document.mainRecipients.findIndex((recipient) => government.test(recipient))
    const recipient = document.mainRecipients[at]
    if (issuer === undefined || recipient === undefined) return []
    if (!document.issuers.every((each) => isDepartment(each, document, context))) return []
    const title = (document.title ?? '').replace(/[（(][^（）()]*[）)]$/u, '')
    if (title === '' || amongPeers.test(title) || agreed.test(document.text)) return []
    return [
      makeFinding('department-commands-no-government', {
        values: { issuer, recipient },
        span: spanAt(document, `/mainRecipients/${at}`),
      }),
    ]
  },
}
