import { z } from 'zod'

import { inBoth } from './in-both.js'
import { partSchema } from './part.js'
import { droppedSchema, sourceFormats } from './source-text.js'
import { sha256Schema } from './sha256.js'
import { spanSchema } from './span.js'

/** Part, printed path and key of the title, joined by `/`: survives an edit elsewhere in the notice. */
export const itemIdSchema = z.string().min(1).brand<'ItemId'>()
export type ItemId = z.infer<typeof itemIdSchema>

export const roles = ['lead', 'support', 'responsible', 'guide'] as const
export type Role = (typeof roles)[number]

export const responsibilitySchema = z.strictObject({
  agency: z
    .string()
    .describe(
      inBoth(
        '全称，以来文成文时的机构为准；名录里没有的，照印',
        'full name of the body as of the notice’s date; the expanded printed name if unknown',
      ),
    ),
  name: z
    .string()
    .describe(
      inBoth(
        '规范化简称：印在纸上，用作文件名',
        'the standard short name: on paper and in file names',
      ),
    ),
  text: z.string().describe(inBoth('照印的名称', 'the name as printed')),
  word: z
    .string()
    .nullable()
    .describe(
      inBoth(
        '由哪个词定的：会同、指导、负责单位',
        'the word that gave the role: 会同, 指导, 负责单位',
      ),
    ),
  kind: z
    .enum(['agency', 'generic'])
    .describe(inBoth('具体单位，或泛指（各有关部门）', 'a body, or a kind of bodies (各有关部门)')),
  role: z
    .enum(roles)
    .describe(
      inBoth(
        '牵头 lead、配合 support、负责 responsible、指导 guide；没有指定主次的一律为负责',
        'responsible: nobody is singled out. Order alone never makes a lead',
      ),
    ),
  part: z
    .string()
    .nullable()
    .describe(
      inBoth('负责其中哪一部分：资金保障', 'what of the item, where the text says: 资金保障'),
    ),
  statement: z
    .int()
    .min(0)
    .describe(
      inBoth(
        '出自第几处分工表述，全文连续编号',
        'the bracket, cell or line it stands in, counted through the document',
      ),
    ),
  from: z
    .enum(['notice', 'rule', 'correction'])
    .describe(
      inBoth(
        '来文写明、来文声明的规则推定、人工更正',
        'who says so: the notice, a rule that it declares, a person',
      ),
    ),
})
export type Responsibility = Readonly<z.infer<typeof responsibilitySchema>>

export const deadlineKinds = [
  'by',
  'yearEnd',
  'period',
  'recurring',
  'relative',
  'ongoing',
  'milestones',
] as const
export const deadlineSchema = z.strictObject({
  text: z.string().describe(inBoth('照印的时限', 'as printed')),
  kind: z
    .enum(deadlineKinds)
    .describe(
      inBoth(
        '哪一种：截止、年底、期间、定期、相对、长期、分阶段',
        'by a day, by a year’s end, a period, recurring, after an event, ongoing, in steps',
      ),
    ),
  date: z.iso
    .date()
    .nullable()
    .describe(inBoth('日期；不能确定的为空', 'its date; null where none is certain')),
})
export type Deadline = Readonly<z.infer<typeof deadlineSchema>>

export const itemSchema = z.strictObject({
  id: itemIdSchema.describe(
    inBoth(
      '编号：所在部分、层级、名称，改别处不变',
      'part, printed path and key of the title: survives an edit elsewhere',
    ),
  ),
  serial: z
    .int()
    .min(0)
    .nullable()
    .describe(inBoth('附表中印出的序号', 'its number as printed in the annex')),
  label: z
    .string()
    .nullable()
    .describe(
      inBoth('正文中印出的序号：（一）、3.', 'its number as printed in the text: （一）, 3.'),
    ),
  title: z
    .string()
    .describe(
      inBoth(
        '名称：印出的名称或段首语，没有的取第一句',
        'the printed name or run-in heading, else the first sentence',
      ),
    ),
  content: z
    .string()
    .nullable()
    .describe(
      inBoth(
        '其余文字；与名称合起来一字不少',
        'the rest; with the title it holds each character once',
      ),
    ),
  category: z.string().nullable().describe(inBoth('领域，照印', '领域 as printed')),
  scope: z
    .string()
    .nullable()
    .describe(inBoth('推广范围，自有或随上级', '推广范围, own or inherited, whole')),
  deadlines: z.array(deadlineSchema).describe(inBoth('完成时限', 'by when')),
  responsibilities: z
    .array(responsibilitySchema)
    .describe(inBoth('由谁做，什么角色', 'who does it, and in which role')),
  persons: z.array(z.string()).describe(inBoth('点名的人', 'persons that are named')),
  open: z.boolean().describe(inBoth('单位名单以“等”结尾', 'the list of agencies ends in 等')),
  get children() {
    return z.array(itemSchema).describe(inBoth('下一级事项', 'the items under it'))
  },
  origins: z
    .array(z.enum(['body', 'annex', 'correction']))
    .describe(
      inBoth('出自正文、附表或人工补录', 'where it stands: text, annex, or added by a person'),
    ),
})
export type Item = Readonly<z.infer<typeof itemSchema>>

/** Asked in running text (商务部要牵头组织……), not an assignment of an item. */
export const dutySchema = z.strictObject({
  id: itemIdSchema.describe(inBoth('编号', 'its id')),
  text: z.string().describe(inBoth('原句', 'the sentence')),
  responsibilities: z
    .array(responsibilitySchema)
    .describe(inBoth('对谁提的', 'of whom it is asked')),
  deadlines: z.array(deadlineSchema).describe(inBoth('时限', 'by when')),
})
export type Duty = Readonly<z.infer<typeof dutySchema>>

/** A number that the notice says and what is listed: 等3项, （共5项）. */
export const countSchema = z.strictObject({
  said: z.int().min(0).describe(inBoth('文中说有几', 'the number that the notice says')),
  unit: z.string().describe(inBoth('量词：项、个、家', 'its unit: 项, 个, 家')),
  counted: z.int().min(0).describe(inBoth('实际列出几', 'how many are listed')),
  of: z
    .string()
    .describe(
      inBoth(
        '数的是什么：标题或分组，照印',
        'what is counted: the heading or the group, as printed',
      ),
    ),
})
export type Count = Readonly<z.infer<typeof countSchema>>

/** A sentence that says how agencies are to be read, from where it is declared to where it ends (UTF-16 offsets). */
export const declaredRuleSchema = z.strictObject({
  kind: z
    .enum([
      'first-leads',
      'before-comma',
      'star',
      'unranked',
      'responsible-leads',
      'scope',
      'range',
    ])
    .describe(
      inBoth(
        '哪一种：第一位牵头、逗号前牵头、星号牵头、不分先后、无牵头的由责任单位牵头、适用范围、适用条目',
        'responsible-leads: who is responsible leads where no lead is named',
      ),
    ),
  text: z.string().describe(inBoth('声明的原句', 'the sentence that declares it')),
  from: z.int().min(0).describe(inBoth('从哪里起有效', 'from where it holds')),
  to: z.int().min(0).describe(inBoth('到哪里为止', 'to where')),
})
export type DeclaredRule = Readonly<z.infer<typeof declaredRuleSchema>>

/** A person's correction as it was applied: what was read, what stands now, why. */
export const appliedCorrectionSchema = z.strictObject({
  item: itemIdSchema.describe(inBoth('哪一项', 'the item')),
  kind: z
    .enum(['set', 'add', 'remove', 'row'])
    .describe(inBoth('改、补、删、补行', 'set, add, remove, or a row added')),
  field: z
    .enum(['item', 'title', 'content', 'category', 'scope', 'agencies', 'deadlines'])
    .describe(inBoth('改的是哪一栏', 'which of its values')),
  was: z.string().nullable().describe(inBoth('原来读成什么', 'what was read')),
  now: z.string().nullable().describe(inBoth('现在是什么', 'what stands now')),
  why: z.string().describe(inBoth('为什么改', 'why')),
  basis: z
    .string()
    .nullable()
    .describe(inBoth('依据，照更正人所写', 'what it rests on, in the person’s words')),
  page: z
    .int()
    .nullable()
    .describe(inBoth('看的是原件第几页', 'page of the original that was looked at')),
})
export type AppliedCorrection = Readonly<z.infer<typeof appliedCorrectionSchema>>

export const issuerLevels = ['central', 'province', 'city', 'county'] as const
export type IssuerLevel = (typeof issuerLevels)[number]

export const attachmentSchema = z.strictObject({
  label: z.string().nullable().describe(inBoth('序号，如 附件：1. 中的 1', '1 of 附件：1.')),
  title: z.string().describe(inBoth('名称', 'its name')),
  part: z
    .int()
    .min(0)
    .nullable()
    .describe(
      inBoth('在 parts 中的位置；文件里没有的为空', 'index into parts, where it was found'),
    ),
})
export type Attachment = Readonly<z.infer<typeof attachmentSchema>>

export const officialDocumentSchema = z.strictObject({
  schemaVersion: z.literal(1).describe(inBoth('格式的版本', 'version of this shape')),
  id: z.string().describe(inBoth('文件名去掉结尾', 'the file’s name without its ending')),
  source: z
    .strictObject({
      path: z.string().nullable().describe(inBoth('文件的路径', 'the file’s path')),
      sha256: sha256Schema.nullable().describe(inBoth('文件的 SHA-256', 'its SHA-256')),
      format: z.enum(sourceFormats).describe(inBoth('文件的格式', 'its format')),
      encoding: z.string().describe(inBoth('按哪种编码读的', 'the encoding that it was read with')),
    })
    .describe(inBoth('来文文件', 'the file')),
  text: z
    .string()
    .describe(inBoth('阅读文本，所有位置都按它计', 'the reading text that every span counts in')),
  parts: z
    .array(partSchema)
    .describe(
      inBoth('各部分：来文、所印发的文件、附件', 'the notice, what it issues, its attachments'),
    ),
  dropped: z
    .array(droppedSchema)
    .describe(inBoth('略去的文字及原因', 'what was left out, and why')),
  markup: z
    .array(spanSchema)
    .describe(
      inBoth('标记符号所在，如表格的竖线', 'where marks stand, such as the bars of a table'),
    ),
  title: z.string().nullable().describe(inBoth('标题，各行相连', 'the title, its lines joined')),
  documentNumber: z
    .strictObject({
      text: z.string().describe(inBoth('照印', 'as printed')),
      series: z.string().describe(inBoth('机关代字：国函', 'its series: 国函')),
      year: z.int().describe(inBoth('年份', 'its year')),
      serial: z.int().describe(inBoth('序号', 'its serial number')),
    })
    .nullable()
    .describe(inBoth('发文字号', 'the document number')),
  secrecy: z
    .string()
    .nullable()
    .describe(inBoth('密级和保密期限，照印：机密★1年', '机密★1年, as printed')),
  urgency: z.string().nullable().describe(inBoth('紧急程度，照印', 'as printed')),
  copyNumber: z.string().nullable().describe(inBoth('份号，照印', 'as printed')),
  signers: z.array(z.string()).describe(inBoth('签发人', 'who signed for it')),
  issuers: z
    .array(z.string())
    .describe(inBoth('发文机关署名，按印出的先后', 'who signed, in printed order')),
  issuerLevel: z
    .enum(issuerLevels)
    .nullable()
    .describe(inBoth('发文机关的层级', 'level of who signed')),
  issuerPlace: z
    .string()
    .nullable()
    .describe(
      inBoth('发文机关所在地，简称按它补全：广东省', '广东省: how short names are resolved'),
    ),
  mainRecipients: z.array(z.string()).describe(inBoth('主送机关', 'to whom it is addressed')),
  issueDate: z.iso.date().nullable().describe(inBoth('成文日期', 'its date')),
  notes: z
    .array(z.string())
    .describe(inBoth('附注：此件公开发布', '此件公开发布, without its brackets')),
  attachments: z
    .array(attachmentSchema)
    .describe(inBoth('附件说明', 'the attachments that it lists')),
  copiesTo: z.array(z.string()).describe(inBoth('抄送机关', 'who gets copies')),
  printedBy: z.string().nullable().describe(inBoth('印发机关', 'who printed it')),
  printedOn: z.iso.date().nullable().describe(inBoth('印发日期', 'when it was printed')),
  items: z.array(itemSchema).describe(inBoth('事项', 'the items')),
  duties: z.array(dutySchema).describe(inBoth('正文另有要求', 'what running text asks')),
  counts: z
    .array(countSchema)
    .describe(inBoth('文中的数目与实际列出的', 'numbers that the notice says, and what is listed')),
  rules: z
    .array(declaredRuleSchema)
    .describe(inBoth('来文声明的规则', 'rules that the notice declares')),
  corrections: z
    .array(appliedCorrectionSchema)
    .describe(inBoth('已作的人工更正', 'corrections as they were applied')),
  places: z
    .record(z.string(), z.array(spanSchema))
    .describe(
      inBoth(
        '各值在阅读文本中的位置，以 JSON 指针为键："/title"、"/items/3/responsibilities/0"',
        'JSON pointer → where the value stands: "/title", "/items/3/responsibilities/0"',
      ),
    ),
})
/** What a notice says, and who is to do what. */
export type OfficialDocument = Readonly<z.infer<typeof officialDocumentSchema>>
