// The import table of the house as rules. A room that the table does not list may not exist; what a room may import is said there alone.
const table = require('./import-table.json')

const path = (room) => `^pipeline/${room}(/|\\.ts$)`
// The roots of rooms that are made of rooms: they put their own rooms together and import no others than these.
const roots = {
  '^pipeline/read/[^/]+\\.ts$': ['read', 'model', 'text', 'messages', 'agencies', 'match'],
  '^pipeline/render/[^/]+\\.ts$': ['render', 'model', 'messages', 'typeset'],
}
const vendors = {
  pdfmake: 'render/pdf',
  docx: 'render/docx',
  exceljs: 'render/xlsx',
  '@cantoo/pdf-lib': 'render/packet',
  'rehype-stringify': 'render/html',
}

/** What may be imported from `room`, as one pattern over resolved paths: its own files and the table’s. */
const allowed = (own, rooms) => [...own.map(path), ...rooms.map(path)]

const fromTable = Object.entries(table).map(([room, rooms]) => ({
  name: `imports-of-${room.replace('/', '-')}`,
  comment: `${room} may import ${rooms.join(', ') || 'nothing of ours'}: move the shared piece to a room below, or hand it in as a value.`,
  severity: 'error',
  from: { path: path(room) },
  to: { path: '^pipeline/', pathNot: allowed([room], rooms) },
}))

const fromRoots = Object.entries(roots).map(([from, rooms]) => ({
  name: 'imports-of-a-root',
  comment: 'The root of a room puts its own rooms together; it knows no others.',
  severity: 'error',
  from: { path: from },
  to: { path: '^pipeline/', pathNot: allowed([], rooms) },
}))

const fromVendors = Object.entries(vendors).map(([library, room]) => ({
  name: `only-${room.replace('/', '-')}-knows-${library}`,
  comment: `${library} stands behind ${room}: everyone else speaks in layouts.`,
  severity: 'error',
  from: { path: '^pipeline/', pathNot: path(room) },
  to: { path: `(^|/)node_modules/${library}/` },
}))

module.exports = {
  forbidden: [
    ...fromTable,
    ...fromRoots,
    ...fromVendors,
    {
      name: 'build-knows-no-cli',
      comment: 'The recipe yields events; who prints them is none of its business.',
      severity: 'error',
      from: { path: path('build') },
      to: { path: path('cli') },
    },
    {
      name: 'index-is-thin',
      comment: 'The public API names what the rooms have; it does nothing itself.',
      severity: 'error',
      from: { path: '^pipeline/index\\.ts$' },
      to: { path: '^pipeline/', pathNot: allowed([], ['build', 'read', 'model']) },
    },
    {
      name: 'every-room-is-in-the-table',
      comment: 'A new room is first entered in import-table.json.',
      severity: 'error',
      from: {
        path: '^pipeline/',
        pathNot: [
          ...Object.keys(table).map(path),
          ...Object.keys(roots),
          path('build'),
          path('index'),
        ],
      },
      to: {},
    },
    {
      name: 'outside-world-is-behind-host',
      comment: 'node:fs, process and child processes are in node-host alone (argv in cli).',
      severity: 'error',
      from: { path: '^pipeline/', pathNot: ['^pipeline/host/node-', '^pipeline/cli/'] },
      to: {
        path: '^(node:)?(fs|fs/promises|child_process|os|process|net|http|https|worker_threads)$',
      },
    },
    {
      name: 'no-circles',
      comment:
        'Two files that need each other are one file, or there is a third between them. A type is no need: it is gone when the code runs.',
      severity: 'error',
      from: { path: '^pipeline/' },
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'types', 'node', 'default'],
    },
  },
}
