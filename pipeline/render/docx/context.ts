import type { Table, Paragraph } from 'docx'

import type { FlowSection, StyleSheet } from '../../model/index.js'

/** What a block’s handler knows of the place where the block stands. */
export interface BlockContext {
  readonly style: StyleSheet
  readonly form: FlowSection['form']
  /** Width of the type area in twips. */
  readonly textWidth: number
  /** Height of the type area in twips. */
  readonly textHeight: number
  /** Anchors of the flow → names of bookmarks in the file. */
  readonly bookmarks: ReadonlyMap<string, string>
  /** A signature follows, so that this must not end the page before it. */
  readonly keepWithNext: boolean
}

export type BlockHandler<Block> = (
  block: Block,
  context: BlockContext,
) => readonly (Paragraph | Table)[]
