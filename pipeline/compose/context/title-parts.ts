/** What a title says of its paper. */
export interface TitleParts {
  /** The words between 关于 and 的通知. */
  readonly matter: string | null
  /** 文种 */
  readonly kind: string | null
  readonly forwards: boolean
}

/** 文种 at a title’s end: the fifteen of the regulations, and what is issued by one of them. The longer first. */
const kind =
  /(实施意见|指导意见|工作方案|实施方案|行动方案|行动计划|工作要点|管理办法|决议|决定|命令|公报|公告|通告|意见|通知|通报|报告|请示|批复|议案|函|纪要|方案|规划|计划|办法|规定|细则|要点|措施|清单)(?:（[^（）]*）)?$/u

/** 国务院关于做好××工作: issuer and matter; the first 关于 that no title mark encloses. */
const aboutMatter = /^[^《》]*?关于(.+)$/u

/** 印发《…》, 转发…意见, 批转… */
const forwarding = /^(?:印发|转发|批转|公布|发布)/u

/** Takes a title apart: 国务院关于做好自贸试验区工作的通知 → matter 做好自贸试验区工作, kind 通知. Nulls where its shape is another. */
export function readTitleParts(title: string | null): TitleParts {
  if (title === null) return { matter: null, kind: null, forwards: false }
  const found = kind.exec(title)?.[1] ?? null
  if (found === null) return { matter: null, kind: null, forwards: false }
  const head = title.replace(kind, '').replace(/的$/u, '')
  const matter = aboutMatter.exec(head)?.[1] ?? null
  return { matter, kind: found, forwards: matter !== null && forwarding.test(matter) }
}
