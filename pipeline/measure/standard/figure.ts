/** The form a paper is set in. GB/T 9704-2012, 7 and 10; plain: no head. */
export type PaperForm = 'document' | 'letter' | 'order' | 'plain'

export const allForms: readonly PaperForm[] = ['document', 'letter', 'order', 'plain']

/** What a clause of the standard asks of a page, as a ruler would hold it against it. */
export interface Figure {
  /** Of GB/T 9704-2012. */
  readonly clause: string
  readonly zh: string
  readonly en: string
  readonly forms: readonly PaperForm[]
  /** faults: how many offend; wanted is 0. ems: widths of a character of size 3, or 4 in the imprint and the page number. */
  readonly unit: 'mm' | 'pt' | 'lines' | 'characters' | 'faults' | 'ems'
  /** What it must be, or from … to. */
  readonly wanted: number | readonly [number, number]
  /** How far a measured value may be off; 0 for counts. */
  readonly tolerance: number
}
