import type { Table, Paragraph } from 'docx'

import type { StyleSheet } from '../../model/index.js'

/** What a block’s handler knows of the place where the block stands. */
export interface BlockContext {
  readonly style: StyleSheet
  /** Width of the type area in twips. */
  readonly textWidth: number
  /** Height of the type area in twips. */
  readonly textHeight: number
  /** Anchors of the flow → names of bookmarks in the file. */
  readonly bookmarks: ReadonlyMap<string, string>
  /** A signature follows, so that this must not end the page before it. */
  readonly keepWithNext: boolean
  /** A section begins with it. */
  readonly first: boolean
}

export type BlockHandler<Block> = (
  block: Block,
  context: BlockContext,
) => readonly (Paragraph | Table)[]
