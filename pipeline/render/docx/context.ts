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
  /** Twips of a line where those of its page are closed up for a signature; null: as the style says. */
  readonly closedTo: number | null
  /** A paragraph is parted between pages by two lines at least, which its style does not ask for. */
  readonly inTwos: boolean
}

export type BlockHandler<Block> = (
  block: Block,
  context: BlockContext,
) => readonly (Paragraph | Table)[]
