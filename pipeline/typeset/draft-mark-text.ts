/** A draft mark as every page shows it: in brackets, if it has none of its own. */
export const draftMarkText = (mark: string): string =>
  /^[〔【（[]/u.test(mark) ? mark : `〔${mark}〕`
