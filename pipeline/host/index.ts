export { HostError, type Host, type HostEntry, type Release } from './host.js'
export { nodeHost } from './node-host.js'
