// The house rules about who may import whom (docs: CONTRIBUTING.md). Tests may reach further than what they test.
const TESTS = '\\.(test|spec)\\.tsx?$';
const DATABASE = '^(drizzle/|lib/database/db\\.ts$)|node_modules/(drizzle-orm|postgres|pg)/';
const FLOORS = require('./scripts/floors.cjs');
const roomsIn = (rooms) => `^lib/(${rooms.join('|')})(/|\\.ts$)`;

/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
  forbidden: [
    { name: 'no-cycles', severity: 'error', from: {}, to: { circular: true } },
    {
      name: 'doors-know-no-database',
      comment: 'app, components, jobs and cli call verbs of lib; SQL and tables stay in there.',
      severity: 'error',
      from: { path: '^(app|components|jobs|cli)/', pathNot: TESTS },
      to: { path: DATABASE },
    },
    {
      name: 'lib-knows-no-door',
      severity: 'error',
      from: { path: '^(lib|drizzle)/' },
      to: { path: '^(app|components|jobs|cli|server|scripts|e2e|bench|chaos)/' },
    },
    {
      name: 'lib-knows-no-browser',
      comment:
        'But for the session and the wrapper of server actions, which Next hands its request, and for files of the browser.',
      severity: 'error',
      from: {
        path: '^lib/',
        pathNot: ['^lib/auth/session\\.ts$', '^lib/http/(public-)?action\\.ts$', '/client\\.tsx?$', TESTS],
      },
      to: { path: 'node_modules/(next|react|react-dom|next-intl|@mantine)/' },
    },
    {
      name: 'components-know-react-only',
      comment:
        'Schemas, formats and texts are leaves of lib that the browser may load; nothing else of it is.',
      severity: 'error',
      from: { path: '^components/', pathNot: TESTS },
      to: { path: '^(app|jobs|cli|server|scripts|drizzle)/' },
    },
    {
      name: 'routing-is-pure',
      severity: 'error',
      from: { path: '^lib/routing/', pathNot: TESTS },
      to: { path: `${DATABASE}|^lib/env\\.ts$` },
    },
    {
      name: 'drizzle-knows-nobody',
      severity: 'error',
      from: { path: '^drizzle/' },
      to: { path: '^lib/', pathNot: '^lib/.*/schema\\.ts$' },
    },
    {
      name: 'server-is-started-not-imported',
      severity: 'error',
      from: { path: '^(app|components|jobs|cli|lib)/', pathNot: TESTS },
      to: { path: '^server/' },
    },
    ...FLOORS.slice(0, -1).map((room, index) => ({
      name: `${room}-knows-no-room-above-it`,
      comment: 'The order of the rooms is in scripts/floors.cjs.',
      severity: 'error',
      from: { path: roomsIn([room]), pathNot: TESTS },
      to: { path: roomsIn(FLOORS.slice(index + 1)) },
    })),
    {
      name: 'every-room-has-a-floor',
      comment: 'A new folder of lib gets its place in scripts/floors.cjs.',
      severity: 'error',
      from: { path: '^lib/', pathNot: `${roomsIn([...FLOORS, 'testing'])}|${TESTS}` },
      to: {},
    },
    {
      name: 'testing-is-for-tests',
      severity: 'error',
      from: { path: '^(app|cli|components|jobs|lib|server)/', pathNot: `${TESTS}|^lib/testing/` },
      to: { path: '^lib/testing/' },
    },
    { name: 'nothing-unresolved', severity: 'error', from: {}, to: { couldNotResolve: true } },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '(^|/)\\.next/|^\\.data/' },
    tsConfig: { fileName: 'tsconfig.json' },
    parser: 'swc',
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
      extensions: ['.ts', '.tsx', '.js', '.mjs', '.json', '.css'],
    },
  },
};
