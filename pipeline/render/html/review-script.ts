/**
 * What the review page does where scripts may run: points from the source to what was read from it and back, filters, copies. It reads the page and
 * asks nobody for anything. Plain JavaScript, as it stands in the file.
 */
export const reviewScript = `'use strict'
const byId = (id) => document.getElementById(id)
const main = document.querySelector('main')
const source = byId('source')
const cards = [...document.querySelectorAll('.card')]
const status = byId('status')

document.documentElement.classList.add('with-script')
byId('filters').hidden = false
for (const button of document.querySelectorAll('[data-copy]')) button.hidden = false

/* Marking. A key (12r0: the first agency of item 12) stands at a value and at its places in the source. */
let places = null
function placesOf(key) {
  if (places === null) {
    places = new Map()
    for (const each of document.querySelectorAll('[data-v]'))
      for (const one of each.dataset.v.split(' '))
        places.has(one) ? places.get(one).push(each) : places.set(one, [each])
  }
  return places.get(key) ?? []
}
const keysAt = (place) => place.dataset.v.split(' ')
const cardOf = (key) => byId(/^u\\d/.test(key) ? 'u' + parseInt(key.slice(1)) : 'i' + parseInt(key))

/** What an element of the page points at: keys, from which side. */
function pointedAt(target) {
  const badge = target.closest('#text .badge')
  const card = badge ? byId(badge.hash.slice(1)) : target.closest('.card')
  const value = badge ? null : target.closest('[data-v]')
  if (value) return { keys: keysAt(value), inSource: source.contains(value), card }
  if (!card) return null
  const keys = [...card.querySelectorAll('[data-v]')].flatMap(keysAt)
  return { keys, inSource: badge !== null, card }
}

let marked = []
function mark(point, look) {
  for (const each of marked) each.classList.remove('on', 'pinned', 'around')
  marked = []
  if (!point) return
  const put = (each, ...names) => {
    each.classList.add(...names)
    marked.push(each)
  }
  const seen = new Set(point.keys)
  for (const key of seen) {
    for (const place of placesOf(key)) put(place, 'on', ...(look ? [look] : []))
    const card = cardOf(key)
    if (card) put(card, 'around')
  }
}

let pinned = null
const show = (point) => (point ? mark(point) : mark(pinned, 'pinned'))
document.addEventListener('mouseover', (event) => show(pointedAt(event.target)))
document.addEventListener('mouseleave', () => show(null))
document.addEventListener('focusin', (event) => show(pointedAt(event.target)))

/** The counterpart of a point on the other side, brought into sight. */
function bringIntoSight(point) {
  const others = point.keys.flatMap(placesOf)
  const other = others.find((each) => source.contains(each) !== point.inSource)
  const card = point.inSource ? (other?.closest('.card') ?? point.card) : null
  const seen = card ?? other
  if (seen) seen.scrollIntoView({ block: card && card.offsetHeight > 300 ? 'start' : 'center' })
}
document.addEventListener('click', (event) => {
  if (event.target.closest('details.correct, select, input, label, .message a, .files')) return
  const point = pointedAt(event.target)
  if (!point) return
  if (event.target.closest('.badge')) event.preventDefault()
  pinned = point
  mark(pinned, 'pinned')
  bringIntoSight(point)
})

/* Keys: arrows from card to card, Escape ends a mark. One card is in the tab order, the last that was used. */
function moveTo(card) {
  for (const each of cards) if (each.tabIndex === 0) each.tabIndex = -1
  card.tabIndex = 0
  card.focus()
}
document.addEventListener('keydown', (event) => {
  if (event.key === 'Escape') {
    pinned = null
    mark(null)
    return
  }
  const card = event.target.closest('.card')
  if (event.target !== card || event.ctrlKey || event.metaKey || event.altKey) return
  const visible = cards.filter((each) => !each.hidden)
  const at = visible.indexOf(card)
  const next = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: visible.length - 1 }[event.key]
  if (next === undefined || !visible[next]) {
    if (event.key === 'Enter') card.click()
    return
  }
  event.preventDefault()
  moveTo(visible[next])
  pinned = null
  bringIntoSight(pointedAt(visible[next]))
})

/* Filters. */
const words = (text) => (text ?? '').split(' ').filter(Boolean)
function filter() {
  const agency = byId('by-agency').value
  const [what, which] = words(byId('by-message').value)
  const fits = (message) =>
    what === undefined || what === 'any' ||
    (what === 'severity' ? message.dataset.severity === which : message.dataset.rule === which)
  const shown = new Set()
  for (const message of document.querySelectorAll('.note.message')) {
    message.hidden = !fits(message)
    if (!message.hidden) shown.add(message.id.slice(1))
  }
  let count = 0
  let all = 0
  for (const card of cards) {
    const forAgency =
      agency === '' || (agency === 'nobody' ? 'nobody' in card.dataset : words(card.dataset.a).includes(agency))
    const forMessage = what === undefined || words(card.dataset.m).some((each) => shown.has(each))
    card.hidden = !(forAgency && forMessage)
    const isTask = !card.classList.contains('part') && !card.classList.contains('duty')
    if (isTask) all += 1
    if (isTask && !card.hidden) count += 1
  }
  const first = cards.find((card) => !card.hidden)
  if (first && !cards.some((card) => card.tabIndex === 0 && !card.hidden)) {
    for (const card of cards) card.tabIndex = -1
    first.tabIndex = 0
  }
  status.textContent = status.dataset.shown.replace('{shown}', count).replace('{all}', all)
  const message = what === undefined ? null : document.querySelector('.note.message:not([hidden])')
  if (message) message.scrollIntoView({ block: 'center' })
}
byId('filters').addEventListener('change', filter)

/* Copying the lines of a correction; where the clipboard is closed to the page, they are selected. */
async function copy(button) {
  const lines = button.parentElement.querySelector('pre')
  try {
    await navigator.clipboard.writeText(lines.textContent)
    status.textContent = main.dataset.copied
  } catch {
    getSelection().selectAllChildren(lines)
    status.textContent = main.dataset.selected
  }
  button.after(status)
}
document.addEventListener('click', (event) => {
  const button = event.target.closest('[data-copy]')
  if (button) void copy(button)
})
`
