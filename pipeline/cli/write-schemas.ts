import { jsonSchemas } from '../build/json-schemas.js'
import { nodeHost } from '../host/index.js'

// Part of compiling: the schemas of all YAML files, beside the compiled code, where templates name them in their first line.
const host = nodeHost()
const folder = `${host.packageFolder()}dist/schemas`
for (const [name, text] of jsonSchemas()) {
  await host.replace(`${folder}/${name}.schema.json`, new TextEncoder().encode(text))
}
