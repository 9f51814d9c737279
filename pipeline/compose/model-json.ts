import { officialDocumentSchema, type OfficialDocument } from '../model/index.js'

/**
 * document.json: the model, keys in the order of its schema, two spaces, a line end at the end. Throws where the document is not what its schema
 * says: a bug of ours.
 */
export function modelJson(document: OfficialDocument): string {
  return `${JSON.stringify(officialDocumentSchema.parse(document), null, 2)}\n`
}
