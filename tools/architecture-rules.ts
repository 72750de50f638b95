import type { ICruiseOptions, IForbiddenRuleType } from 'dependency-cruiser';

/**
 * The rooms of the domain, by what a thing is about. Each imports only from those before it: a record stands on its
 * remediations, and a remediation knows no record.
 */
export const DOMAIN_ROOMS = [
  'words',
  'knowledge',
  'access',
  'ticket',
  'verification',
  'remediation',
  'record',
  'lists',
  'hints',
  'policy',
  'events',
  'history',
  'files',
] as const;

/** The floors of the program. A room imports only from the floors below its own: rooms of one floor do not know each other. */
export const SHARED_FLOORS = [
  ['domain', 'in-time.ts', 'run-all.ts', 'sha256.ts', 'sign-in'],
  ['run-in-shares.ts', 'search-in-parts.ts'],
  ['store', 'jira', 'document', 'proof', 'rest'],
  ['intake', 'tickets', 'verification', 'evidence', 'audit', 'import', 'report'],
  ['sweep', 'export', 'doctor'],
  ['api'],
  ['session'],
] as const;

const anyOf = (names: readonly string[]): string =>
  `(${names.map((name) => name.replaceAll('.', '\\.')).join('|')})(/|$)`;

const roomsOfTheDomain: IForbiddenRuleType[] = DOMAIN_ROOMS.slice(0, -1).map((room, index) => ({
  name: `domain-${room}-knows-no-higher-room`,
  severity: 'error',
  from: { path: `^shared/domain/${room}/` },
  to: { path: `^shared/domain/${anyOf(DOMAIN_ROOMS.slice(index + 1))}` },
}));

const roomsOfTheProgram: IForbiddenRuleType[] = SHARED_FLOORS.flatMap((rooms, floor) =>
  rooms.map((room) => ({
    name: `shared-${room.replace('.ts', '')}-knows-only-lower-floors`,
    severity: 'error' as const,
    from: { path: `^shared/${anyOf([room])}` },
    to: { path: '^shared/', pathNot: `^shared/${anyOf([room, ...SHARED_FLOORS.slice(0, floor).flat()])}` },
  })),
);

/** The rules of the house, as docs/guide.md tells them. `npm run check:architecture` holds the code to them. */
export const rules: IForbiddenRuleType[] = [
  {
    name: 'domain-is-pure',
    comment: 'The domain imports only zod and itself: no I/O, no platform, no other room.',
    severity: 'error',
    from: { path: '^shared/domain/' },
    to: { pathNot: ['^shared/domain/', '^node_modules/zod/'] },
  },
  {
    name: 'functions-do-not-meet',
    comment: 'A function imports the program, never another function.',
    severity: 'error',
    from: { path: '^functions/([^/]+)/' },
    to: { path: '^functions/', pathNot: '^functions/$1/' },
  },
  {
    name: 'shared-knows-no-lambda',
    comment: 'The program knows nothing of where it runs.',
    severity: 'error',
    from: { path: '^shared/' },
    to: {
      path: [
        '^(cli|functions|runtime|infra|local|tools)/',
        '^node_modules/@aws-lambda-powertools/',
        '^node_modules/@middy/',
      ],
    },
  },
  {
    name: 'runtime-serves-functions',
    comment: 'What all functions share knows the program, and none of the functions.',
    severity: 'error',
    from: { path: '^runtime/' },
    to: { path: '^(cli|functions|infra|local|tools)/' },
  },
  {
    name: 'deployed-code-is-self-contained',
    comment: 'What runs in Lambda takes nothing from the CDK app, the command line, local/ or tools/.',
    severity: 'error',
    from: { path: '^(functions|runtime|shared)/' },
    to: { path: '^(cli|infra|local|tools)/' },
  },
  {
    name: 'the-command-line-looks-from-outside',
    comment: 'The command line finds an installation by its outputs: it knows the program, not how it is deployed.',
    severity: 'error',
    from: { path: '^cli/' },
    to: { path: '^(functions|infra|local|tools)/' },
  },
  {
    name: 'the-console-knows-only-the-api',
    comment:
      'The console runs in a browser, and knows of Holdfast what the description of the API says: what it would import besides would be code of a server.',
    severity: 'error',
    from: { path: '^console/' },
    to: { path: '^(cli|functions|infra|local|runtime|shared|tools)/' },
  },
  {
    name: 'nobody-imports-the-console',
    comment: 'The bundler makes files of it; nothing else has a browser to run it in. Tools write a part of it.',
    severity: 'error',
    from: { pathNot: '^(console|test|tools)/' },
    to: { path: '^console/' },
  },
  {
    name: 'no-dev-dependency-in-the-console',
    severity: 'error',
    from: { path: '^console/' },
    to: { dependencyTypes: ['npm-dev', 'npm-no-pkg', 'npm-unknown'], pathNot: ['^node_modules/@types/'] },
  },
  {
    name: 'no-dev-dependency-in-lambda',
    severity: 'error',
    from: { path: '^(functions|runtime|shared)/' },
    to: { dependencyTypes: ['npm-dev', 'npm-no-pkg', 'npm-unknown'], pathNot: ['^node_modules/@types/'] },
  },
  {
    name: 'intake-names-no-system',
    comment:
      'Opening a record and sweeping closures know the contract of a source. Its folder and the registry name systems.',
    severity: 'error',
    from: { path: '^shared/intake/[^/]+\\.ts$', pathNot: '^shared/intake/registry\\.ts$' },
    to: { path: ['^shared/jira/', '^shared/intake/[^/]+/'] },
  },
  {
    name: 'tickets-name-no-system',
    comment: 'Creating, following and reopening know the contract of a ticketing system. Its folder names the system.',
    severity: 'error',
    from: { path: '^shared/(tickets/[^/]+\\.ts$|sweep/|verification/)' },
    to: { path: ['^shared/jira/', '^shared/tickets/[^/]+/'] },
  },
  {
    name: 'nothing-imports-tests',
    severity: 'error',
    from: { pathNot: '^test/' },
    to: { path: '^test/' },
  },
  {
    name: 'no-circles',
    comment: 'Types count: two files that name each other are read together.',
    severity: 'error',
    from: {},
    to: { circular: true },
  },
  ...roomsOfTheDomain,
  ...roomsOfTheProgram,
  { name: 'resolvable', severity: 'error', from: {}, to: { couldNotResolve: true } },
];

export const options: ICruiseOptions = {
  doNotFollow: { path: 'node_modules' },
  tsPreCompilationDeps: true,
  tsConfig: { fileName: 'tsconfig.json' },
  enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['import', 'node', 'default', 'types'] },
};
