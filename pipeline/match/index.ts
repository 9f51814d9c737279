export { pairItems, type ItemPair, type Titled } from './pair-items.js'
