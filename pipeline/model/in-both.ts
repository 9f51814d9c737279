/**
 * A schema’s description in both languages: Chinese on the first line, English on the second. An editor shows both to whoever writes the
 * YAML; the documentation takes the line of its language.
 */
export function inBoth(zh: string, en: string): string {
  return `${zh}\n${en}`
}
