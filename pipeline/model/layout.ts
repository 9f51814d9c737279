import type { ElementContent } from 'hast'

import type { Colour, FaceRole, StyleSheet, TextStyleName } from './style.js'
import type { Sha256 } from './sha256.js'

/*
 * What is to be seen, before any format. Made by compose, read by typeset, plan and render; plain JSON.
 * A renderer decides nothing about content: all texts stand here as they will be read.
 */

/** A stretch of text of one look. Newlines are line breaks. A blank is a space to write on, `width` characters wide. */
export type Run =
  | {
      readonly type: 'text'
      readonly text: string
      /** null: the face of the paragraph’s style. `**` in a template is hei, `*` is kai. */
      readonly face: FaceRole | null
      readonly colour: Colour | null
      readonly link: string | null
    }
  | { readonly type: 'blank'; readonly width: number }

export interface TextBlock {
  readonly type: 'text'
  readonly style: TextStyleName
  readonly runs: readonly Run[]
  /** Level in bookmarks and in Word’s navigation pane; null: not in them. */
  readonly outline: number | null
  readonly keepWithNext: boolean
  /** Name that a `contents` entry or a link points at; unique in the flow. */
  readonly anchor: string | null
}

export interface FlowCell {
  /** One paragraph for each entry. */
  readonly paragraphs: readonly (readonly Run[])[]
  readonly align: 'left' | 'center' | 'right'
  readonly colSpan: number
  readonly rowSpan: number
}

export interface FlowRow {
  /** Cells that begin in this row, left to right; what a merged cell covers has none. */
  readonly cells: readonly FlowCell[]
  /** group: a heading across the table’s width. */
  readonly kind: 'row' | 'group' | 'total'
}

export interface FlowColumn {
  readonly title: string
  /** Share of the table’s width; all columns’ shares are summed. */
  readonly width: number
}

export interface FlowTable {
  readonly type: 'table'
  readonly columns: readonly FlowColumn[]
  /** Head rows, repeated on every page. */
  readonly head: readonly FlowRow[]
  readonly rows: readonly FlowRow[]
  readonly anchor: string | null
}

/** A chart as data: one bar a row, its length the sum of `values`, its parts told apart without colour. */
export interface BarsBlock {
  readonly type: 'bars'
  readonly title: string
  readonly unit: string
  readonly series: readonly string[]
  readonly rows: readonly { readonly label: string; readonly values: readonly number[] }[]
}

/** Four to six figures side by side: a number and what it counts. */
export interface FiguresBlock {
  readonly type: 'figures'
  readonly entries: readonly { readonly value: string; readonly label: string }[]
}

export interface RuleBlock {
  readonly type: 'rule'
  readonly colour: Colour
  /** pt */
  readonly thickness: number
}

/** 附件：, one name without a number, several numbered; a continuation line stands under the name’s first character. */
export interface AttachmentNoteBlock {
  readonly type: 'attachmentNote'
  readonly names: readonly string[]
}

/** Who signs, and the date; stays on a page that bears text. GB/T 9704-2012, 7.3.5. */
export interface SignatureBlock {
  readonly type: 'signature'
  readonly issuers: readonly (readonly Run[])[]
  readonly date: readonly Run[]
  /** seal: room is kept for it, the issuer is centred over the date, which is empty by four at the right. */
  readonly seal: boolean
}

/** Who signs with a signature stamp: the office’s full title, the name where the stamp would be, the date below. GB/T 9704-2012, 7.3.5.3. */
export interface StampBlock {
  readonly type: 'stamp'
  /** null: the source says no office beside the name. */
  readonly office: readonly Run[] | null
  readonly name: readonly Run[]
  readonly date: readonly Run[] | null
}

/** The marks of several issuers one under the other, the sponsor first; 文件 at their right. GB/T 9704-2012, 7.2.4. */
export interface JointMarkBlock {
  readonly type: 'jointMark'
  readonly issuers: readonly string[]
  readonly suffix: string | null
}

/** The number at the left and who signed at the right of one line: documents to superior bodies. GB/T 9704-2012, 7.2.5 and 7.2.6. */
export interface SignersBlock {
  readonly type: 'signers'
  readonly number: readonly Run[]
  /** As printed, two a line. */
  readonly names: readonly string[]
}

/** 版记, at the foot of the last page. GB/T 9704-2012, 7.4; in a letter without rules, 10.1. */
export interface ImprintBlock {
  readonly type: 'imprint'
  /** 主送 that would leave page 1 without text (7.3.2). */
  readonly recipients: readonly Run[] | null
  /** Groups of 抄送 as they will be read, each with the mark that it ends in. */
  readonly copiesTo: readonly (readonly Run[])[]
  readonly printedBy: readonly Run[] | null
  readonly printedOn: readonly Run[] | null
  readonly rules: boolean
}

/** A small line outside the type area, at the foot of the page on which it stands in the flow. */
export interface FootBlock {
  readonly type: 'foot'
  readonly runs: readonly Run[]
}

/** Empty lines of the body’s pitch. */
export interface SpaceBlock {
  readonly type: 'space'
  readonly lines: number
}

export type FlowBlock =
  | TextBlock
  | FlowTable
  | BarsBlock
  | FiguresBlock
  | RuleBlock
  | AttachmentNoteBlock
  | SignatureBlock
  | StampBlock
  | JointMarkBlock
  | SignersBlock
  | ImprintBlock
  | FootBlock
  | SpaceBlock

/** 文件格式, 信函格式, 命令格式, 纪要格式; plain: nothing has a place of its own. GB/T 9704-2012, 7 and 10. */
export const forms = ['document', 'letter', 'order', 'minutes', 'plain'] as const
export type Form = (typeof forms)[number]

export interface FlowSection {
  readonly orientation: 'portrait' | 'landscape'
  readonly start: 'next' | 'odd'
  /** What stands at the head, and where: `masthead`, `number` and the like at the section’s beginning are put in their places. */
  readonly form: Form
  /** Pages carry numbers; `restart` begins again at 1. */
  readonly numbering: 'continue' | 'restart' | 'none'
  /** How many pages the section should fill at most; typeset closes up what can be closed up and says so if it cannot. */
  readonly fit: number | null
  readonly blocks: readonly FlowBlock[]
}

export interface Properties {
  readonly title: string
  readonly subject: string
  readonly author: string
  readonly keywords: readonly string[]
  /** ISO date of the document itself; never the clock’s. */
  readonly date: string | null
  readonly lang: 'zh-CN' | 'en'
}

export interface Flow {
  readonly type: 'flow'
  readonly style: StyleSheet
  readonly properties: Properties
  /** Printed at the head of every page: 代拟稿, 未核对. */
  readonly draftMark: string | null
  readonly secrecy: string | null
  readonly urgency: string | null
  readonly sections: readonly FlowSection[]
}

/** A value in a sheet. Formulas and links come from templates alone, never from a notice. */
export interface SheetCell {
  readonly value: string | number | null
  readonly kind: 'text' | 'number' | 'date' | 'formula'
  /** A cell that a person corrected or that a message is about. */
  readonly mark: 'corrected' | 'attention' | null
  readonly colSpan: number
  readonly rowSpan: number
  /** A place in this workbook: `核对!A3`; or, with ./ or ../ before it, another file, as it lies from this one. */
  readonly link: string | null
}

/** When a task is overdue, as a sheet works it out: its date lies before the sheet’s own 截至日期. No clock comes in. */
export interface OverdueCheck {
  /** Key of the column that holds the date. */
  readonly date: string
  /** Key of the column of states, and the states in which nothing is overdue any more. */
  readonly state: string | null
  readonly settled: readonly string[]
}

export interface SheetColumn {
  readonly key: string
  readonly title: string
  /** In half-width characters, as spreadsheets count. */
  readonly width: number
  readonly use: 'printed' | 'fill' | 'hidden'
  readonly align: 'left' | 'center'
  readonly format: 'text' | 'number' | 'date'
  /** The values that may be chosen, where they are limited. */
  readonly list: readonly string[] | null
  /** Most characters that may be written. */
  readonly maxLength: number | null
  readonly prompt: string | null
  /** A fill of its own for each value of a list (by index), beside the word; in a printed column for each that a cell holds. */
  readonly states: boolean
  /** Its cells are marked where the row’s date has passed. */
  readonly overdue: OverdueCheck | null
  /** The title runs from top to bottom: narrow columns of a matrix. */
  readonly turned: boolean
}

export interface SheetRow {
  /** One for each column, in order; null where a merged cell covers it. */
  readonly cells: readonly (SheetCell | null)[]
  readonly kind: 'row' | 'group' | 'total'
  /** Columns to fill in are closed in this row: another reports on it. */
  readonly locked: boolean
}

/** A line above the head or below the rows: pieces laid over column ranges (indices from 0, `to` included). */
export interface SheetBand {
  readonly pieces: readonly {
    readonly from: number
    readonly to: number
    readonly text: string
    readonly style: 'title' | 'label' | 'fill' | 'note'
    readonly align: 'left' | 'center' | 'right'
    /** The day that a person writes in, up to which the sheet is looked at: what `overdue` compares with. */
    readonly asOf: boolean
  }[]
}

export interface Sheet {
  /** At most 31 characters, without []:*?/\ */
  readonly name: string
  readonly paper: 'A4' | 'A3'
  readonly orientation: 'portrait' | 'landscape'
  readonly columns: readonly SheetColumn[]
  readonly above: readonly SheetBand[]
  readonly rows: readonly SheetRow[]
  readonly below: readonly SheetBand[]
  /** What `fill` columns and pieces do not open is locked. No password. */
  readonly protected: boolean
  readonly filter: boolean
  /** Columns that stay in sight when scrolling sideways. */
  readonly frozenColumns: number
  /** Printed on two pages side by side: from this column (index) on, on the second; the frozen columns stand on both. Null: on one. */
  readonly secondPageFrom: number | null
  /** Left of the page number in the footer. */
  readonly footer: string
}

export interface Workbook {
  readonly type: 'workbook'
  readonly properties: Properties
  readonly faces: { readonly text: string; readonly head: string; readonly title: string }
  readonly secrecy: string | null
  readonly sheets: readonly Sheet[]
  /** Defined names → constant text, for taking replies back. */
  readonly names: Readonly<Record<string, string>>
}

export interface TextLayout {
  readonly type: 'text'
  readonly text: string
}

/** A file that another is made from. */
export type Supply =
  /** The file of another job of the document. */
  | { readonly type: 'file'; readonly path: string }
  /** An asset of the job: a file of the office’s own. */
  | { readonly type: 'asset'; readonly path: string }

/** Where the pages of a packet’s part come from. */
export type PacketSource =
  | Supply
  /** A section of the packet’s own flow. */
  | { readonly type: 'section'; readonly section: number }
  /** It could not be made, and stands in the contents as missing. */
  | { readonly type: 'missing' }

export interface PacketPart {
  /** As the contents and the bookmarks call it. */
  readonly title: string
  readonly from: PacketSource
}

/** A page for a browser: what is on it, as a tree of HTML. Looks, script and content policy are the renderer’s. */
export interface Page {
  readonly type: 'page'
  readonly kind: 'review' | 'index'
  /** Of the window. */
  readonly title: string
  readonly body: readonly ElementContent[]
  /** Ids of elements → what a plan calls them where they change. */
  readonly pieces: Readonly<Record<string, string>>
}

/** Pages of several files under one cover, numbered through. */
export interface Packet {
  readonly type: 'packet'
  /** The packet’s own pages: the cover, its first section, and what `parts` takes of the others. */
  readonly flow: Flow
  /** In the order in which they are bound. */
  readonly parts: readonly PacketPart[]
  /**
   * Anchor of the cover’s table that lists the parts, a row a part, their pages to be put into its last column; null: the cover
   * lists nothing.
   */
  readonly contents: string | null
  /** What stands in place of a page number where a part is missing. */
  readonly missing: string
  /** Every part begins on a right-hand page. */
  readonly duplex: boolean
}

/** Files under one name, to be sent: a ZIP. */
export interface Bundle {
  readonly type: 'bundle'
  readonly entries: readonly {
    /** Path in the ZIP, `/` between names. */
    readonly name: string
    /** A job of the document whose file it is, as it lies in the output: a person’s, too. */
    readonly from: string
  }[]
}

export type Layout = Flow | Workbook | TextLayout | Page | Packet | Bundle

/** What a layout needs that is no text: a file by its hash. */
export interface Asset {
  readonly path: string
  readonly sha256: Sha256
}
