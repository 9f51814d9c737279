import type { Catalogue } from './rule.js'

/** Rule ids of what parse finds. */
export const parseRules = {
  'source-format-known': {
    severity: 'error',
    zh: '「{name}」的格式不能读取；可读取的有 .md、.txt、.html、.docx。请另存为其中一种。',
    en: '`{name}` has a format that is not read; .md, .txt, .html and .docx are. Save it as one of these.',
    rationale: 'A file that is taken for what it is not would be read wrongly without a word.',
  },
  'source-not-pdf': {
    severity: 'error',
    zh: '「{name}」是 PDF 文件，不读取：其中没有段落和表格，只有字的位置。请取得 .docx、网页或文本，或把正文复制到 .txt 中；原件可放入附件文件夹。',
    en: '`{name}` is a PDF and is not read: it holds places of characters, no paragraphs and tables. Get the .docx, the web page or the text, or copy the text into a .txt file; the original may go into the attachments folder.',
    rationale:
      'What a PDF shows as a table is not a table in it; guessing would assign tasks wrongly.',
  },
  'source-not-old-word': {
    severity: 'error',
    zh: '「{name}」是旧版 Word、WPS 文件或加密文件，不能读取。请用 Word 或 WPS 打开，另存为 .docx（不加密码）。',
    en: '`{name}` is an old Word or WPS file, or encrypted, and cannot be read. Open it in Word or WPS and save it as .docx without a password.',
    rationale:
      'Binary office formats have no dependable open reader that keeps numbering and tables.',
  },
  'source-not-layout-file': {
    severity: 'error',
    zh: '「{name}」是版式文件，不读取。请取得它的 .docx 或文本。',
    en: '`{name}` is a fixed-layout file and is not read. Get its .docx or its text.',
    rationale: 'As with PDF: pages, but neither paragraphs nor tables.',
  },
  'source-not-empty': {
    severity: 'error',
    zh: '「{name}」没有文字。请核对文件是否完整；扫描件须先转成文字。',
    en: '`{name}` has no text. Check that the file is complete; a scan must be turned into text first.',
    rationale: 'An empty copy must not pass for a notice without tasks.',
  },
  'source-is-text': {
    severity: 'error',
    zh: '「{name}」不是文本文件，内容多为控制字符。请核对文件的扩展名与内容是否相符。',
    en: '`{name}` is no text file: most of it is control characters. Check that its ending says what it is.',
    rationale: 'A picture or an archive that happens to decode is no notice.',
  },
  'encoding-fits': {
    severity: 'error',
    zh: '文件不是「{encoding}」编码，有字节无法译出。请用 --encoding 指明编码，或另存为 UTF-8。',
    en: 'The file is not `{encoding}`: some of its bytes stand for no character. Name its encoding with --encoding, or save it as UTF-8.',
    rationale: 'Replacement characters would change names and numbers without a word.',
  },
  'encoding-known': {
    severity: 'error',
    zh: '没有「{encoding}」这种编码。常用的有 utf-8、gb18030、utf-16le、big5。',
    en: 'There is no encoding `{encoding}`. Common ones are utf-8, gb18030, utf-16le and big5.',
    rationale: 'A misspelled option must not fall back to a guess.',
  },
  'encoding-declared': {
    severity: 'info',
    zh: '文件不是 UTF-8，按「{encoding}」读取。如文字有误，请用 --encoding 指明编码，或另存为 UTF-8。',
    en: 'The file is not UTF-8 and was read as `{encoding}`. If the text is wrong, name the encoding with --encoding, or save it as UTF-8.',
    rationale: 'Which encoding was guessed decides every character.',
  },
  'file-size-within-limit': {
    severity: 'error',
    zh: '「{name}」有 {bytes} 字节，超过上限 {limit} 字节。请核对是否为公文；过长的附件请分成几个文件。',
    en: '`{name}` has {bytes} bytes, more than the limit of {limit}. Check that it is a notice; split very long annexes into files of their own.',
    rationale: 'Time and memory must stay bounded whatever the input.',
  },
  'nesting-within-limit': {
    severity: 'error',
    zh: '网页的标记嵌套或未闭合的有 {depth} 层，超过上限 {limit} 层。请把正文另存为文本。',
    en: 'Elements of the page are nested or left open {depth} deep, more than the limit of {limit}. Save the text of the page as plain text.',
    rationale: 'Time and memory must stay bounded whatever the input.',
  },
  'archive-within-limit': {
    severity: 'error',
    zh: '「{name}」解压后的「{part}」有 {bytes} 字节，超过上限 {limit} 字节，不予解压。',
    en: 'Unpacked, `{part}` in `{name}` would have {bytes} bytes, more than the limit of {limit}; it was not unpacked.',
    rationale: 'A small archive may unpack to gigabytes.',
  },
  'table-delimiter-matches-head': {
    severity: 'warning',
    zh: '表格的分隔行有 {delimiter} 列，表头有 {head} 列；已按表头读取。请核对表格。',
    en: 'The delimiter row of the table has {delimiter} columns, its head {head}; it was read by its head. Check the table.',
    rationale: 'Markdown readers give such a table up and show its lines as a paragraph.',
  },
  'table-rows-even': {
    severity: 'warning',
    zh: '表格有 {rows} 行与表头的 {columns} 列不符，第一处有 {cells} 列。请核对这一行是否缺格或多格。',
    en: '{rows} rows of the table differ from the {columns} columns of its head, the first with {cells}. Check that row for a missing or extra cell.',
    rationale: 'A cell too few moves an agency into another column.',
  },
  'table-unbroken': {
    severity: 'warning',
    zh: '这段文字把表格隔成两截；后面各行已接着前一截的列读取。请核对这段文字是否属于表格。',
    en: 'This text breaks a table in two; the rows after it were read with the columns of those before. Check whether it belongs to the table.',
    rationale: 'Rows cut off from their head lose the meaning of their columns.',
  },
  'content-not-in-pictures': {
    severity: 'warning',
    zh: '此处有图片「{target}」{label}，图中文字未读取。请核对图中有无任务、单位或签章。',
    en: 'There is a picture `{target}` {label} here, and what it shows was not read. Check it for tasks, agencies or a seal.',
    rationale: 'Annex tables are often published as pictures.',
  },
  'annexes-in-file': {
    severity: 'warning',
    zh: '「{label}」在另一个文件「{target}」中，未读取。请下载后并入本文件，或另行处理。',
    en: '`{label}` is in another file, `{target}`, and was not read. Download it and add it to this file, or deal with it separately.',
    rationale: 'An annex behind a link holds the very table that assigns the work.',
  },
  'docx-whole': {
    severity: 'error',
    zh: '「{name}」不是完整的 Word 文档，打不开或没有正文。请用 Word 或 WPS 打开并另存为 .docx。',
    en: '`{name}` is no whole Word document: it cannot be opened or holds no text part. Open it in Word or WPS and save it as .docx.',
    rationale: 'A file that was cut short must not pass for a short notice.',
  },
  'revisions-settled': {
    severity: 'error',
    zh: '有 {count} 处修订既未接受也未拒绝：接受后为「{accepted}」，拒绝后为「{rejected}」。请在 Word 中处理，或用 --revisions accept 或 reject 指明。',
    en: '{count} revisions are neither accepted nor rejected: accepted, it reads `{accepted}`; rejected, `{rejected}`. Settle them in Word, or say which with --revisions accept or reject.',
    relatedZh: '接受后为「{accepted}」，拒绝后为「{rejected}」。',
    relatedEn: 'accepted: `{accepted}`; rejected: `{rejected}`.',
    rationale: 'Who is responsible may hang on a revision that nobody settled.',
  },
  'revisions-read-as-chosen': {
    severity: 'info',
    zh: '有 {count} 处修订，按指定的方式（{reading}）读取。',
    en: '{count} revisions were read as chosen ({reading}).',
    rationale: 'The text that was read is not the one that the file shows on screen.',
  },
  'text-visible': {
    severity: 'info',
    zh: '有 {characters} 字设为隐藏，未读取：「{text}」。如属正文，请在原文件中取消隐藏。',
    en: '{characters} characters are hidden and were not read: `{text}`. If they belong to the text, unhide them in the file.',
    rationale: 'Hidden text is seen by nobody who reads the paper.',
  },
  'boxes-in-text': {
    severity: 'info',
    zh: '文本框中的文字已接在所在段落之后读取：「{text}」。请核对位置。',
    en: 'The text of a text box was read after the paragraph that it is anchored in: `{text}`. Check where it belongs.',
    rationale: 'A text box floats; where its text belongs in the order of reading is a guess.',
  },
  'notes-in-text': {
    severity: 'warning',
    zh: '有 {count} 条脚注或尾注，未作为正文读取：「{texts}」。请核对其中有无任务或单位。',
    en: '{count} footnotes or endnotes were not read as text: `{texts}`. Check them for tasks or agencies.',
    rationale: 'Notices have no footnotes; what stands in one must be looked at.',
  },
  'comments-settled': {
    severity: 'warning',
    zh: '有 {count} 条批注，未作为正文读取：「{texts}」。请先处理批注。',
    en: '{count} comments were not read as text: `{texts}`. Settle them first.',
    rationale: 'A comment means that somebody had a question about the text.',
  },
  'headers-without-content': {
    severity: 'info',
    zh: '页眉或页脚中有文字，未作为正文读取：「{texts}」。',
    en: 'There is text in headers or footers, which was not read as text of the document: `{texts}`.',
    rationale: 'Headers repeat on every page and are no part of the text.',
  },
  'numbering-format-known': {
    severity: 'warning',
    zh: '自动编号的格式「{formats}」不能按 Word 的写法写出，已写作阿拉伯数字。请核对编号。',
    en: 'Automatic numbers in the format `{formats}` cannot be written as Word does and were written in Arabic digits. Check them.',
    rationale: 'The number of an item is how people speak of it.',
  },
  'numbering-defined': {
    severity: 'warning',
    zh: '有 {count} 段使用了文件中没有定义的自动编号，编号未能算出。请核对这些段落的编号。',
    en: '{count} paragraphs use automatic numbering that the file does not define; their numbers could not be computed. Check them.',
    rationale: 'A number that is missing from the text shifts those that follow.',
  },
} as const satisfies Catalogue
