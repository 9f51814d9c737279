export { build, clean, readDocument, watch } from './build.js'
export type { BuildOptions, NoticeReading, ReadOptions } from './build.js'
export { fengongExtract, type FengongExtractOptions } from './read/fengong-extract.js'
export type {
  Agency,
  Block,
  BuildEvent,
  Count,
  Deadline,
  DeclaredRule,
  Duty,
  Finding,
  Item,
  ItemId,
  Manifest,
  OfficialDocument,
  Part,
  Place,
  PlannedJob,
  Reason,
  Responsibility,
  Role,
  Severity,
  Span,
  Totals,
} from './model/index.js'
