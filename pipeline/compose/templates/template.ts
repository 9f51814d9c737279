import type { BundleTemplate } from './bundle-template.js'
import type { PageTemplate } from './page-template.js'
import type { TextTemplate } from './text-template.js'
import type { WorkbookTemplate } from './workbook-template.js'

/** The template of a product, parsed. */
export type Template = PageTemplate | TextTemplate | WorkbookTemplate | BundleTemplate
