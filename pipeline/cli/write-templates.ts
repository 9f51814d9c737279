import { writeParsedTemplates } from '../build/parsed-templates.js'
import { nodeHost } from '../host/index.js'

// Part of compiling: what the package’s own templates say, so that a build need not parse them.
await writeParsedTemplates(nodeHost())
