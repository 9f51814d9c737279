/** How much of a value a message shows: a whole layout would fill pages. */
const mostShown = 80

/** Ends a switch over a union: a case that was forgotten is a type error, and a bug if it is reached. */
export function assertNever(value: never): never {
  const { type } = Object(value) as { type?: unknown }
  const kind = typeof type === 'string' ? type : typeof value
  // In a list, because there is no JSON for undefined.
  const shown = JSON.stringify([value]).slice(1, -1).slice(0, mostShown)
  throw new Error(`unexpected case ${kind}: ${shown}`)
}
