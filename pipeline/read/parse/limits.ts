import type { SourceFormat } from '../../model/index.js'

const megabyte = 1_000_000

/** Largest file that is read, by format. The longest notices with their annexes have some 0.5 MB; a Word file may hold pictures beside. */
export const mostBytes: Readonly<Record<SourceFormat, number>> = {
  markdown: 5 * megabyte,
  text: 5 * megabyte,
  html: 5 * megabyte,
  docx: 100 * megabyte,
}
