import { createHash } from 'node:crypto'

import type { Element, ElementContent, Properties, Root } from 'hast'
import rehypeStringify from 'rehype-stringify'
import { unified } from 'unified'

import type { Page } from '../../model/index.js'
import { reviewScript } from './review-script.js'
import { stylesheet } from './stylesheet.js'

/** The list of what there is needs none. */
const scripts: Readonly<Record<Page['kind'], string | null>> = { review: reviewScript, index: null }

const hashOf = (text: string): string =>
  `'sha256-${createHash('sha256').update(text).digest('base64')}'`

/**
 * What a browser may do with a page: nothing but use the style and the script that stand in it, known by their hashes. A page of a notice
 * asks nobody for anything. https://www.w3.org/TR/CSP3/
 */
function contentPolicy(script: string | null): string {
  return [
    `default-src 'none'`,
    `style-src ${hashOf(stylesheet)}`,
    ...(script === null ? [] : [`script-src ${hashOf(script)}`]),
    `base-uri 'none'`,
    `form-action 'none'`,
  ].join('; ')
}

function element(
  tagName: string,
  properties: Properties,
  children: readonly ElementContent[] = [],
): Element {
  return { type: 'element', tagName, properties, children: [...children] }
}

function documentOf({ kind, title, body }: Page): Root {
  const script = scripts[kind]
  const head = element('head', {}, [
    element('meta', { charSet: 'utf-8' }),
    // It must stand before what it is to govern.
    element('meta', {
      httpEquiv: ['Content-Security-Policy'],
      content: contentPolicy(script),
    }),
    element('meta', { name: 'viewport', content: 'width=device-width, initial-scale=1' }),
    element('meta', { name: 'color-scheme', content: 'light dark' }),
    element('title', {}, [{ type: 'text', value: title }]),
    element('style', {}, [{ type: 'text', value: stylesheet }]),
  ])
  const last = script === null ? [] : [element('script', {}, [{ type: 'text', value: script }])]
  const html = element('html', { lang: 'zh-CN' }, [
    head,
    element('body', { className: [kind] }, [...body, ...last]),
  ])
  return { type: 'root', children: [{ type: 'doctype' }, html] }
}

const writer = unified().use(rehypeStringify).freeze()

/** A page as one file that opens by itself: no server, no network. Text of a notice is text on it, whatever it holds. */
export function renderHtml(page: Page): {
  readonly bytes: Uint8Array
  readonly findings: readonly []
} {
  const html = `${writer.stringify(documentOf(page))}\n`
  return { bytes: new TextEncoder().encode(html), findings: [] }
}
