import type { NoticeRows, RecordedFile } from './notice-rows.js'
import type { Survey } from './overview-context.js'

const fileOf = ({ path, product, agency }: RecordedFile, folder: string) => ({
  path: `${folder}${path}`,
  product,
  agency,
})

function noticeEntry({ notice, tasks, agencies, files, messages }: NoticeRows) {
  const { id, source, title, documentNumber, issueDate, issuers, stale, final } = notice
  return {
    id,
    source: source.path,
    title,
    documentNumber: documentNumber?.text ?? null,
    issueDate,
    issuers,
    stale,
    final,
    items: tasks.length,
    agencies: agencies.map(({ name }) => name),
    messages,
    files: files.map((file) => fileOf(file, `${id}/`)),
  }
}

/** index.json: what there is in the output, under the model’s names; `files` are those made from all notices. */
export function indexJson(survey: Survey, files: readonly RecordedFile[]): string {
  const index = {
    schemaVersion: 1,
    documents: survey.notices.map(noticeEntry),
    missing: survey.missing,
    agencies: survey.agencies.map(({ name, in: places }) => ({
      name,
      fullName: places[0]?.agency.row.fullName ?? name,
      items: places.reduce((sum, { agency }) => sum + agency.tasks.length, 0),
      documents: places.map(({ notice }) => notice.notice.id),
      files: files.filter((file) => file.agency === name).map(({ path }) => path),
    })),
    files: files.map((file) => fileOf(file, '')),
  }
  return `${JSON.stringify(index, null, 2)}\n`
}
