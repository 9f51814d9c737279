import { z } from 'zod'

import { agencyKinds, agencySchema } from './agency.js'
import { deadlineSchema, itemIdSchema, roles } from './document.js'
import { inBoth } from './in-both.js'

/** sources/office.yaml: who sends, and how. Everything is optional; what is missing stays a visible blank. */
export const officeSchema = z.strictObject({
  name: z
    .string()
    .optional()
    .describe(inBoth('署名用的本单位名称', 'the office’s name, as it signs')),
  mark: z
    .string()
    .optional()
    .describe(
      inBoth('发文机关标志，与名称不同时写', '发文机关标志, where it differs from the name'),
    ),
  series: z.string().optional().describe(inBoth('机关代字', '机关代字 of its document numbers')),
  number: z
    .string()
    .optional()
    .describe(
      inBoth('已取得的文号：〔2023〕15号', 'a document number that was given out: 〔2023〕15号'),
    ),
  date: z.iso.date().optional().describe(inBoth('函上的成文日期', 'the date on the circular')),
  contact: z.string().optional().describe(inBoth('联系人', 'whom to ask')),
  phone: z
    .string()
    .optional()
    .describe(inBoth('联系电话', 'telephone of the contact, in quotes where it is figures alone')),
  email: z
    .string()
    .optional()
    .describe(inBoth('收电子版的邮箱', 'where filled-in sheets are sent')),
  unit: z.string().optional().describe(inBoth('收件处室', 'the division that receives replies')),
  replyBy: z.iso.date().optional().describe(inBoth('请对方报送的期限', 'when replies are due')),
  genre: z
    .partialRecord(z.enum([...agencyKinds, 'default']), z.enum(['函', '通知', '督办通知单']))
    .optional()
    .describe(
      inBoth(
        '对哪类单位用哪种文种；default 管其余各类，都不写时用函',
        'kind of letter by kind of recipient; default is for all others, 函 if not said',
      ),
    ),
  head: z
    .enum(['mark', 'none'])
    .default('mark')
    .describe(
      inBoth(
        '重新排印的通知是否套红头：mark 套，none 不套，文号排在标题下',
        'the red head over a notice that is set anew; none: its number stands under the title',
      ),
    ),
  draft: z
    .enum(['代拟稿', '送审稿'])
    .default('代拟稿')
    .describe(inBoth('未定稿时每面标什么', 'what every page says before the document is final')),
  final: z
    .array(z.string())
    .default([])
    .describe(
      inBoth(
        '已由人核对定稿的来文，写编号（文件名去掉结尾）',
        'ids of documents that a person has checked',
      ),
    ),
  consentOf: z
    .string()
    .optional()
    .describe(
      inBoth(
        '部门给政府发函，写明经谁同意',
        'the government that agreed (经×同意), where a department writes to governments',
      ),
    ),
  brief: z
    .strictObject({
      name: z.string().describe(inBoth('刊名', 'its name')),
      issue: z.string().describe(inBoth('期号', 'its issue')),
      to: z
        .array(z.string())
        .default([])
        .describe(inBoth('报、送哪些领导或单位', 'to whom it goes')),
      copies: z.int().min(1).optional().describe(inBoth('共印几份', 'how many are printed')),
    })
    .optional()
    .describe(
      inBoth(
        '简报的刊头；没有它，简报以《…》任务分工情况为题',
        'masthead of the brief: 简报 name and 第×期',
      ),
    ),
  reportedBy: z
    .enum(['lead', 'each'])
    .default('each')
    .describe(
      inBoth(
        '几家共担的任务由谁填报：lead 牵头单位汇总，each 各填各的',
        'who reports on a shared task',
      ),
    ),
  packets: z
    .strictObject({
      duties: z
        .boolean()
        .default(false)
        .describe(
          inBoth('只在正文里点到的单位也做一包', 'one for agencies that running text alone names'),
        ),
      duplex: z
        .boolean()
        .default(false)
        .describe(
          inBoth('每一部分从单面起，便于双面打印', 'every part begins on a right-hand page'),
        ),
    })
    .default({ duties: false, duplex: false })
    .describe(inBoth('分发包怎样做', 'how packets are made')),
  faces: z
    .enum(['bundled', 'machine'])
    .default('machine')
    .describe(
      inBoth(
        'PDF 用哪里的字体：machine 先用本机的，bundled 只用随程序安装的，各机结果一样',
        'faces of PDFs: those of the machine first, or bundled ones alone, the same everywhere',
      ),
    ),
  lang: z
    .enum(['zh', 'en'])
    .optional()
    .describe(inBoth('界面语言，不写随系统', 'language of the terminal, the locale’s if not said')),
})
export type Office = Readonly<z.infer<typeof officeSchema>>

/** sources/agencies.yaml: an office's own agencies and decisions over the registry. */
export const agenciesFileSchema = z.strictObject({
  agencies: z
    .array(
      agencySchema.partial().extend({ name: z.string().describe(inBoth('全称', 'full name')) }),
    )
    .default([])
    .describe(
      inBoth(
        '本单位的机构；与名录同名的，只写要改的项',
        'added, or laid over the registry’s entry of the same full or short name',
      ),
    ),
})
export type AgenciesFile = Readonly<z.infer<typeof agenciesFileSchema>>

/** Copy numbers: one, or the first and the last: 7, 1-3, 000001—000003. */
const copyNumbersSchema = z.union([z.int().min(1), z.string()])

const distributionShape = {
  recipients: z
    .array(
      z.strictObject({
        recipient: z
          .string()
          .describe(inBoth('收文单位，全称简称均可', 'an agency, by any of its names')),
        copies: z.int().min(1).default(1).describe(inBoth('份数', 'how many copies')),
        kind: z
          .string()
          .optional()
          .describe(inBoth('怎样送：机要交换、直送等', 'how it is sent: 机要交换, 直送 …')),
        numbers: copyNumbersSchema
          .optional()
          .describe(inBoth('这几份的份号，起止：1-3', '份号 of these copies, first and last: 1-3')),
        note: z.string().optional().describe(inBoth('备注', 'a note for the register')),
      }),
    )
    .default([])
    .describe(inBoth('发给谁', 'to whom it goes')),
  kept: z
    .strictObject({
      copies: z.int().min(1).describe(inBoth('份数', 'how many copies')),
      numbers: copyNumbersSchema.optional().describe(inBoth('份号，起止', '份号 of these copies')),
      note: z.string().optional().describe(inBoth('备注', 'a note for the register')),
    })
    .optional()
    .describe(inBoth('存档', 'copies kept for the file')),
  printed: z
    .int()
    .min(1)
    .optional()
    .describe(
      inBoth(
        '印制总数，要等于发出与存档之和',
        'how many copies were printed: must be those sent and those kept together',
      ),
    ),
}
const distributionListSchema = z.strictObject(distributionShape)
export type DistributionList = Readonly<z.infer<typeof distributionListSchema>>

/** sources/distribution.yaml: who gets how many copies of what is sent, and which. */
export const distributionSchema = z.strictObject({
  ...distributionShape,
  documents: z
    .record(z.string(), distributionListSchema)
    .default({})
    .describe(
      inBoth(
        '某一份来文另有发送范围时，按编号分列',
        'by the id of a notice: a list of its own in place of the one above',
      ),
    ),
})
export type Distribution = Readonly<z.infer<typeof distributionSchema>>

const assignmentSchema = z.strictObject({
  agency: z.string().describe(inBoth('单位，全称简称均可', 'an agency, by any of its names')),
  role: z
    .enum(roles)
    .optional()
    .describe(
      inBoth(
        '牵头 lead、配合 support、负责 responsible、指导 guide；不写的，替换谁就沿用谁的角色，其余为负责',
        'its role; if not said, that of the agency whose place it takes, else responsible',
      ),
    ),
  part: z
    .string()
    .optional()
    .describe(inBoth('只管任务的哪一部分：资金保障', 'what of the item is theirs: 资金保障')),
})
export type CorrectionAssignment = Readonly<z.infer<typeof assignmentSchema>>

const valuesSchema = z.strictObject({
  title: z.string().optional().describe(inBoth('任务名称', 'its title')),
  content: z.string().optional().describe(inBoth('主要内容', 'the rest of its text')),
  category: z.string().optional().describe(inBoth('领域', '领域')),
  scope: z.string().optional().describe(inBoth('范围', '推广范围')),
  agencies: z
    .array(z.union([z.string(), assignmentSchema]))
    .optional()
    .describe(inBoth('单位；或 {agency, role}', 'names, or {agency, role}')),
  deadlines: z
    .array(z.union([z.string(), deadlineSchema]))
    .optional()
    .describe(inBoth('完成时限，照原文写', 'deadlines, as printed')),
})
export type CorrectionValues = Readonly<z.infer<typeof valuesSchema>>

const reasonShape = {
  why: z
    .string()
    .min(1)
    .describe(inBoth('为什么改，给核对的人看', 'the reason, for whoever checks')),
  basis: z.string().optional().describe(inBoth('依据什么', 'what it rests on')),
}
/** `item` is the id that `fengong inspect` shows, or the serial number in the annex. */
const itemReference = z
  .union([itemIdSchema, z.int()])
  .describe(
    inBoth(
      '附表的序号，或 fengong inspect 显示的编号',
      'the serial number in the annex, or the id that fengong inspect shows',
    ),
  )

export const correctionSchema = z.union([
  z.strictObject({
    item: itemReference,
    was: valuesSchema.describe(
      inBoth(
        '现在读成什么，照抄；不再是它就不改，会提示',
        'what is read now, whole; if it no longer is, nothing is applied and you are told',
      ),
    ),
    set: valuesSchema.describe(inBoth('应当是什么', 'what it should be')),
    ...reasonShape,
  }),
  z.strictObject({
    item: itemReference,
    add: valuesSchema.describe(inBoth('补上什么', 'what to add')),
    ...reasonShape,
  }),
  z.strictObject({
    item: itemReference,
    remove: valuesSchema
      .or(z.literal('item'))
      .describe(inBoth('去掉什么；item 为整项去掉', 'what to take away; item: the whole')),
    ...reasonShape,
  }),
  z.strictObject({
    rows: z
      .array(
        valuesSchema.extend({
          serial: z.int().describe(inBoth('附表的序号', 'its serial number in the annex')),
          title: z.string().describe(inBoth('任务名称', 'its title')),
        }),
      )
      .min(1)
      .describe(inBoth('附表缺的行，据原件补录', 'rows of the annex that this copy lacks')),
    page: z
      .int()
      .min(1)
      .describe(inBoth('看的是原件第几页', 'page of the original that was looked at')),
    ...reasonShape,
  }),
])
export type Correction = Readonly<z.infer<typeof correctionSchema>>

/** sources/<id>.corrections.yaml */
export const correctionsFileSchema = z.strictObject({
  corrections: z
    .array(correctionSchema)
    .default([])
    .describe(inBoth('更正，一条一项', 'one entry a correction')),
  accept: z
    .array(
      z.strictObject({
        rule: z.string().describe(inBoth('哪一条提示，写方括号里的名字', 'the id of the message')),
        item: itemReference.optional(),
        text: z
          .string()
          .optional()
          .describe(inBoth('只不再提示含这几个字的', 'only where its text holds this')),
        why: z.string().min(1).describe(inBoth('为什么不必改', 'why nothing is to be done')),
      }),
    )
    .default([])
    .describe(inBoth('不再提示，并说明理由', 'silences one message, with a reason')),
})
export type CorrectionsFile = Readonly<z.infer<typeof correctionsFileSchema>>
