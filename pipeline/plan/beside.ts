/** 新: our new file beside one that a person edited. 旧: a person’s file that was moved aside by force. */
export type BesideWord = '新' | '旧'

/** `任务分工函.docx` → `任务分工函.新.docx`, from the second on `任务分工函.新2.docx`. */
export function besidePath(path: string, word: BesideWord, number = 1): string {
  const mark = number === 1 ? word : `${word}${number}`
  const slash = path.lastIndexOf('/')
  const dot = path.lastIndexOf('.')
  return dot > slash + 1 ? `${path.slice(0, dot)}.${mark}${path.slice(dot)}` : `${path}.${mark}`
}

/** From `任务分工函.新.docx` back to `任务分工函.docx`; null for a path that is no such one. */
export function pathBeside(path: string): string | null {
  const found = /^(?<stem>.+)\.新\d*(?<ending>\.[^./]+)?$/u.exec(path)
  return found?.groups === undefined
    ? null
    : `${found.groups.stem ?? ''}${found.groups.ending ?? ''}`
}
