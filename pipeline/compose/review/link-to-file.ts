import type { Element } from 'hast'

import { element } from './element.js'

/** A path from the page’s own folder as a link may hold it. */
export function hrefOf(path: string): string {
  return path.split('/').map(encodeURIComponent).join('/')
}

/** A link to a file beside the page, called by its name. */
export function linkToFile(path: string, name = path.split('/').at(-1) ?? path): Element {
  return element('a', { href: hrefOf(path) }, name)
}
