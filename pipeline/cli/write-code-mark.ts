import { markCode } from '../build/build-id.js'
import { nodeHost } from '../host/index.js'

// The last step of compiling: a hash over the compiled code, so that a build need not read it all to know which code is running.
await markCode(nodeHost())
