import { z } from 'zod'

/** `::notice{form=auto head=mark marks={{ words.mark }} foot=…}`: the whole notice set anew, in sections of its own. */
export const noticeName = 'notice'

export const noticeAttributes = z.strictObject({
  form: z.enum(['auto', 'document', 'letter', 'order', 'minutes']).default('auto'),
  head: z.enum(['mark', 'none']).default('mark'),
  marks: z.string().optional(),
  foot: z.string().default(''),
})
