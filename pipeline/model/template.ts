/** A template or style file as it was loaded: an office’s own file stands before the package’s of the same name. */
export interface TemplateFile {
  /** Relative to the templates folder: 简报.md, styles/document.yaml */
  readonly name: string
  /** As a person would open it. */
  readonly path: string
  /** A Word file’s bytes in base64. */
  readonly text: string
  readonly origin: 'package' | 'office'
  /** What its YAML says, where that was found out before. */
  readonly yaml?: { readonly value: unknown }
}
