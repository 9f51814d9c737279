/*
 * What a thread loads to read a notice, in the folder of what begins it: a thread finds it beside its caller, compiled or bundled.
 */
export { readDocument } from '../read/read-document.js'
