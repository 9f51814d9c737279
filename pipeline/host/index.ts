export type { Host, HostEntry, Release } from './host.js'
export { nodeHost } from './node-host.js'
