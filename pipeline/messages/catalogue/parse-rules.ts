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
} as const satisfies Catalogue
