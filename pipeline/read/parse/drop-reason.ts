/** Why a stretch of a source is no part of its text. English words, as in the model; what shows them to people words them. */
export const dropReasons = [
  'yaml-head',
  'page-chrome',
  'index-table',
  'script',
  'style',
  'comment',
  'markup',
  'hidden',
  'form',
  'repeated-title',
  'deleted',
  'inserted',
  'moved',
  'header-footer',
  'annotation',
  'contents',
] as const
export type DropReason = (typeof dropReasons)[number]
