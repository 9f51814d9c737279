import { readChineseDate, titleKey } from '../../text/index.js'
import { cut, type Line } from './line.js'
import { readLabel } from './label.js'
import {
  dateText,
  endsAsTitle,
  isAttachmentLabel,
  isBracketLine,
  isDateLine,
  isKnownNote,
  isTitleLike,
  isTitleTail,
} from './line-shape.js'
import { isOfficeName } from './office-name.js'
import { findDocumentNumber, isNumberLine } from './document-number.js'
import { emptyPart, type PartDraft } from './part-draft.js'
import type { Entry } from './read-entries.js'
import { notesIn, readHead } from './read-head.js'
import { goesOnWithCopies, isCopies, readImprint, readMoreCopies } from './read-imprint.js'
import { Signatures } from './read-signature.js'

/** 附件：××表 附件：1.××表 附：: the note in the text that names the attachments. */
const noteOfAttachments = /^附\s*件?\s*[:：]/
/** 附件1 ××表, 附件1：××表: mark and title on one line. */
const labelWithTitle =
  /^(附\s*[件表]\s*(?:[0-9０-９]{1,3}|[一二三四五六七八九十]{1,3})?)\s*[:：　\s]\s*(\S.*)$/
/** 国办发〔2018〕126号附件: an attachment that is not bound with its text (7.3.7). */
const unboundLabel = /号\s*(附\s*件\s*[0-9０-９]{0,3})$/

/** Goes through the entries once and hands each to the part it belongs to. */
class PartScanner {
  readonly parts: PartDraft[]
  #current: PartDraft
  #at = 0
  /** Titles that the text says it issues or forwards, by key. */
  readonly #promised = new Set<string>()

  readonly #signatures: Signatures

  constructor(private readonly entries: readonly Entry[]) {
    this.#signatures = new Signatures(entries)
    this.#current = emptyPart('notice')
    this.parts = [this.#current]
  }

  scan(): readonly PartDraft[] {
    this.#at = readHead(this.entries, 0, this.#current)
    while (this.#at < this.entries.length) this.#at += this.#step()
    return this.parts
  }

  #step(): number {
    const entry = this.entries[this.#at]
    if (entry === undefined) return 1
    if (entry.type !== 'line') return this.#keep(entry)
    return (
      this.#attachment(entry.line) ||
      this.#titleBeforeLabel() ||
      this.#secondNotice() ||
      this.#imprint() ||
      this.#note(entry.line) ||
      this.#attachmentNote(entry.line) ||
      this.#signature() ||
      this.#embedded() ||
      this.#keep(entry)
    )
  }

  #keep(entry: Entry): number {
    this.#current.entries.push(entry)
    this.#current.body.push(entry)
    if (entry.type === 'line') this.#rememberPromises(entry.line.text)
    return 1
  }

  #rememberPromises(text: string): void {
    if (this.#current.kind === 'attachment' || !/印发|转发|批转|发布|公布|施行/.test(text)) return
    for (const match of text.matchAll(/《([^《》]{4,80})》/g)) {
      this.#promised.add(titleKey(match[1] ?? ''))
    }
  }

  /** Entries from `from` on go to the current part without being text. */
  #take(count: number, from = this.#at): number {
    this.#current.entries.push(...this.entries.slice(from, from + count))
    return count
  }

  #open(kind: 'embedded' | 'attachment'): PartDraft {
    return this.#add(emptyPart(kind))
  }

  /** What stands behind a second notice belongs to that one. */
  #add(part: PartDraft): PartDraft {
    part.foreign = this.#current.foreign
    this.#current = part
    this.parts.push(part)
    return part
  }

  #lineAt(at: number): Line | null {
    const entry = this.entries[at]
    return entry?.type === 'line' ? entry.line : null
  }

  /** Whether the text before has ended, so that what follows may be an attachment or another document. */
  #isAfter(): boolean {
    return this.#current.signed || this.#current.kind === 'attachment'
  }

  /** The title-like lines from an entry on, at most five. */
  #titleLines(from: number): readonly Line[] {
    const lines: Line[] = []
    for (let at = from; at < from + 5; at += 1) {
      const line = this.#lineAt(at)
      if (line === null) break
      const fits =
        lines.length > 0 ? isTitleLike(line.text) || isTitleTail(line.text) : isTitleLike(line.text)
      if (!fits || this.#signatures.beginsAt(at)) break
      lines.push(line)
    }
    return lines
  }

  /** 附件 alone on a line, or with its title. */
  #attachment(line: Line): number {
    const unbound = unboundLabel.exec(line.text)?.[1]
    if (isAttachmentLabel(line.text) && !this.#isListOfAttachments(line)) {
      this.#open('attachment').label = withoutColon(line)
    } else if (unbound !== undefined && isNumberLine(line.text.slice(0, -unbound.length))) {
      this.#open('attachment').label = cut(line, line.text.length - unbound.length)
    } else {
      return this.#attachmentWithTitle(line)
    }
    this.#take(1)
    const lines = this.#ownTitle(this.#titleLines(this.#at + 1))
    this.#current.formal.title.push(...lines)
    return 1 + this.#take(lines.length, this.#at + 1)
  }

  #attachmentWithTitle(line: Line): number {
    const match = labelWithTitle.exec(line.text)
    const label = match?.[1] ?? ''
    if (match === null || !this.#isAfter() || !endsAsTitle(withoutEnding(line.text))) return 0
    if (line.text.length > 80) return 0
    if (this.#isLateNote()) return this.#noteLines(line)
    this.#open('attachment').label = cut(line, 0, label.length)
    this.#current.formal.title.push(cut(line, line.text.length - (match[2] ?? '').length))
    return this.#take(1)
  }

  /** 附件： with nothing behind it and numbered titles below is the note in the text, unless the text is signed already. */
  #isListOfAttachments(line: Line): boolean {
    const next = this.#lineAt(this.#at + 1)
    return (
      !this.#isAfter() &&
      /[:：]$/.test(line.text) &&
      next !== null &&
      readLabel(next.text)?.style === 'arabic' &&
      next.text.length < 80
    )
  }

  /** Of the lines below a label, those that are the title: all that the note names, else up to the first that ends as a title. */
  #ownTitle(lines: readonly Line[]): readonly Line[] {
    const wanted = new Set(this.#titlesInNotes())
    for (let count = lines.length; count > 0; count -= 1) {
      if (wanted.has(keyOf(lines.slice(0, count)))) return lines.slice(0, count)
    }
    const end = lines.findIndex((line) => endsAsTitle(line.text))
    if (end < 0) return lines.slice(0, 1)
    const rest = lines.slice(end + 1).findIndex((line) => !isTitleTail(line.text))
    return lines.slice(0, end + 1 + (rest < 0 ? lines.length - end - 1 : rest))
  }

  #titlesInNotes(): readonly string[] {
    return this.parts.flatMap((part) =>
      part.formal.attachmentNote.map((line) =>
        titleKey(line.text.replace(noteOfAttachments, '').replace(/^\s*\d{1,2}\s*[.．、]/, '')),
      ),
    )
  }

  /** A title over the line 附件: in some copies it stands before it. */
  #titleBeforeLabel(): number {
    if (!this.#isAfter()) return 0
    const lines = this.#titleLines(this.#at)
    const label = this.#lineAt(this.#at + lines.length)
    if (lines.length === 0 || label === null || !isAttachmentLabel(label.text)) return 0
    if (!endsAsTitle(lines.at(-1)?.text ?? '') && !this.#titlesInNotes().includes(keyOf(lines)))
      return 0
    this.#open('attachment').label = withoutColon(label)
    this.#current.formal.title.push(...lines)
    return this.#take(lines.length + 1)
  }

  #imprint(): number {
    const line = this.#lineAt(this.#at)
    const notice = this.parts[0]
    if (line === null || notice === undefined || !readImprint(line, notice.formal)) return 0
    const more = isCopies(line.text) ? this.#moreCopies(notice) : 0
    return this.#take(1 + more)
  }

  /** Lines below 抄送： that go on with it: group by group, as the imprint is set. */
  #moreCopies(notice: PartDraft): number {
    let count = 0
    for (; ; count += 1) {
      const next = this.#lineAt(this.#at + 1 + count)
      const isOther = next === null || this.#signatures.beginsAt(this.#at + 1 + count)
      if (isOther || !goesOnWithCopies(next.text)) return count
      readMoreCopies(next, notice.formal)
    }
  }

  #note(line: Line): number {
    const owner = this.#current.kind === 'attachment' ? this.parts[0] : this.#current
    const after =
      this.#current.kind !== 'attachment' && this.#current.signed && this.#current.body.length >= 0
    const fits =
      isKnownNote(line.text) || (after && isBracketLine(line.text) && this.#isRightAfterSignature())
    if (!fits || owner === undefined) return 0
    owner.formal.notes.push(...notesIn(line))
    return this.#take(1)
  }

  #isRightAfterSignature(): boolean {
    const last = this.#current.entries.at(-1)
    const date = this.#current.formal.date?.lines[0]
    const note = this.#current.formal.notes.at(-1)?.lines[0]
    return (
      last?.type === 'line' &&
      (last.line === date || last.line.leaf === note?.leaf || last.line.leaf === date?.leaf)
    )
  }

  /** Below the signature, with nothing behind it that could be an attachment: a page’s list of files. */
  #isLateNote(): boolean {
    const next = this.entries[this.#at + 1]
    if (this.#current.kind === 'attachment' || next === undefined)
      return this.#current.kind !== 'attachment'
    if (next.type !== 'line') return false
    const { text } = next.line
    return labelWithTitle.test(text) || (readLabel(text)?.number === 2 && text.length < 80)
  }

  #attachmentNote(line: Line): number {
    if (this.#isAfter() || !noteOfAttachments.test(line.text)) return 0
    return this.#noteLines(line)
  }

  #noteLines(line: Line): number {
    const { attachmentNote } = this.#current.formal
    attachmentNote.push(line)
    let count = 1
    for (; ; count += 1) {
      const next = this.#lineAt(this.#at + count)
      if (next === null || readLabel(next.text)?.style !== 'arabic' || next.text.length > 100) break
      attachmentNote.push(next)
    }
    return this.#take(count)
  }

  #signature(): number {
    const part = this.#current
    if (part.kind === 'attachment' || part.signed) return 0
    const found = this.#signatures.at(this.#at) ?? this.#unsignedDate() ?? this.#undatedName()
    if (found === null) return 0
    part.formal.issuers.push(...found.issuers)
    part.formal.date = found.date
    part.signed = true
    return this.#take(found.length)
  }

  /** A date with nobody’s name over it, after the text. */
  #unsignedDate() {
    const line = this.#lineAt(this.#at)
    if (line === null || !isDateLine(line.text) || this.#current.body.length === 0) return null
    return {
      issuers: [],
      date: { value: readChineseDate(dateText(line.text)), lines: [line] },
      length: 1,
    }
  }

  /** A name with no date under it: only where the title begins with it, so that no heading is taken for one. */
  #undatedName() {
    const line = this.#lineAt(this.#at)
    if (line === null || this.#current.body.length === 0 || !isOfficeName(line.text)) return null
    if (!keyOf(this.#current.formal.title).startsWith(titleKey(line.text.replace(/\s/g, ''))))
      return null
    return {
      issuers: [{ value: line.text.replace(/\s/g, ''), lines: [line] }],
      date: null,
      length: 1,
    }
  }

  /** The number of another notice, or the mark over it, with a title below: a second notice begins, or the copy of one that is attached. */
  #secondNotice(): number {
    const isMarked = /文\s*件$/.test(this.#lineAt(this.#at)?.text ?? '')
    const near = isMarked ? [1, 2, 3] : [0]
    if (!this.#isAfter() || !near.some((offset) => this.#isOtherNumber(this.#at + offset))) return 0
    const part = emptyPart('embedded')
    const next = readHead(this.entries, this.#at, part)
    if (part.formal.title.length === 0) return 0
    const { kind, formal, body } = this.#current
    if (kind === 'attachment' && formal.title.length === 0 && body.length === 0) {
      formal.title.push(...part.formal.title)
      return this.#take(next - this.#at)
    }
    this.#add(part).foreign = true
    return next - this.#at
  }

  /** Whether a line is a document number, and not the notice’s own once more. */
  #isOtherNumber(at: number): boolean {
    const text = this.#lineAt(at)?.text ?? ''
    const own = this.parts[0]?.formal.number?.value
    return isNumberLine(text) && (own === undefined || keyOfNumber(text) !== keyOfNumber(own.text))
  }

  /** A document that the notice issues or forwards, or a second one in the file. */
  #embedded(): number {
    const lines = this.#titleLines(this.#at)
    const count = this.#embeddedTitleLength(lines)
    if (count === 0) return 0
    const title = lines.slice(0, count)
    const isAttachment =
      this.#titlesInNotes().includes(keyOf(title)) && !this.#promised.has(keyOf(title))
    const part = this.#open(isAttachment ? 'attachment' : 'embedded')
    part.formal.title.push(...title)
    this.#take(count)
    if (isAttachment) return count
    const next = readHead(this.entries, this.#at + count, part)
    const isOwn = this.#promised.has(keyOf(title)) || this.#issues()
    part.foreign ||= part.formal.number !== null || (!isOwn && part.formal.recipients.length > 0)
    return next - this.#at
  }

  /** Whether the notice says in its title that it hands on another document. */
  #issues(): boolean {
    return /印发|转发|批转|发布|公布/.test(keyOf(this.parts[0]?.formal.title ?? []))
  }

  #embeddedTitleLength(lines: readonly Line[]): number {
    for (let count = lines.length; count > 0; count -= 1) {
      const key = keyOf(lines.slice(0, count))
      if (this.#promised.has(key) || this.#titlesInNotes().includes(key)) return count
    }
    const isNumbered = this.#isOtherNumber(this.#at + lines.length)
    if (lines.length === 0 || !(this.#current.signed || (isNumbered && this.#isAfter()))) return 0
    return isNumbered || endsAsTitle(lines.at(-1)?.text ?? '') ? lines.length : 0
  }
}

/** A file’s name without what tells its kind. */
function withoutEnding(text: string): string {
  return text.replace(/(?:\.(?:docx?|xlsx?|pdf|wps|et|ofd|zip|rar)|[。；;])$/i, '')
}

function withoutColon(line: Line): Line {
  return cut(line, 0, line.text.replace(/\s*[:：]$/, '').length)
}

function keyOfNumber(text: string): string {
  const found = findDocumentNumber(text)?.value
  return found === undefined ? '' : `${found.series}${found.year}-${found.serial}`
}

function keyOf(lines: readonly Line[]): string {
  return titleKey(lines.map((line) => line.text).join(''))
}

/** The parts of a file in order: the notice, documents inside it, attachments. Every entry is in one of them. */
export function readParts(entries: readonly Entry[]): readonly PartDraft[] {
  return new PartScanner(entries).scan()
}
