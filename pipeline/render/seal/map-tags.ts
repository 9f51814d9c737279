/** One tag with its attributes; a `>` inside an attribute’s value does not end it. Example: `<w:ind w:left="10"/>` */
const tagPattern = /<(?:[^<>"']|"[^"]*"|'[^']*')*>/g

/**
 * Rewrites the tags of well-formed XML and leaves its text as it is: a notice may say `r:id="rId1"` in a sentence.
 * Made for XML without comments and CDATA sections, as docx and exceljs write it.
 */
export function mapTags(xml: string, change: (tag: string) => string): string {
  return xml.replace(tagPattern, (tag) => change(tag))
}

export interface TagAt {
  readonly tag: string
  /** UTF-16 offset of its `<`. */
  readonly at: number
}

/** The tags of well-formed XML, in order. */
export function* tagsOf(xml: string): Generator<TagAt> {
  for (const match of xml.matchAll(tagPattern)) yield { tag: match[0], at: match.index }
}

/** The name of a tag, with its prefix: `w:p` of `</w:p>`. */
export function nameOfTag(tag: string): string {
  return /^<[/?]?([^\s/>?]+)/.exec(tag)?.[1] ?? ''
}
