import { fromHtml } from 'hast-util-from-html'

import { makeFinding } from '../../../messages/index.js'
import type { LayOut } from '../laid-out.js'
import { findingOfReference } from '../reference.js'
import { placesOf, treeOf } from '../tree-of.js'
import { keepWithin } from './element.js'
import { FileText } from './file-text.js'
import { findDocument } from './find-document.js'
import { HtmlLayOut } from './lay-out-html.js'
import { measure } from './measure.js'
import { mostNesting, nestingOf } from './nesting.js'

/** A whole page has a root element or a body; an editor’s fragment may begin with any element, a table’s body among them. */
const wholePage = /<(?:html|body|head|frameset)\b|<!doctype/i

/** Parses a page: finds the document in it and lays it out as one text. */
export function parseHtml(file: string): LayOut {
  const depth = nestingOf(file)
  if (depth > mostNesting) {
    const finding = makeFinding('nesting-within-limit', {
      values: { depth, limit: mostNesting },
      blocks: { what: 'source' },
    })
    return { text: '', origin: [], tree: treeOf('', []), dropped: [], findings: [finding] }
  }
  const root = fromHtml(file, { fragment: !wholePage.test(file.slice(0, 100_000)) })
  keepWithin(root, file.length)
  const measures = measure(root)
  const layOut = new HtmlLayOut(new FileText(file), findDocument(root, measures), measures)
  layOut.layOut(root)
  const { writer, references } = layOut
  const { text, origin } = writer.reading
  const position = placesOf(file)
  return {
    text,
    origin,
    tree: treeOf(text, writer.blocks),
    dropped: writer.dropped,
    findings: references.flatMap((reference) => findingOfReference(reference, position) ?? []),
  }
}
