import { readFileSync } from 'node:fs';
import { cruise } from 'dependency-cruiser';
import * as z from 'zod';
import { DOMAIN_ROOMS, options, rules, SHARED_FLOORS } from './architecture-rules.ts';
import { NAMED_ROOMS, namesOfSeveralThings, SHARED_ON_PURPOSE } from './exported-names.ts';

const ROOMS = ['cli', 'console', 'functions', 'infra', 'local', 'runtime', 'shared', 'test', 'tools'];

/** Every room that a rule names, as the beginning of the paths of its modules. */
const ORDERED = [
  ...DOMAIN_ROOMS.map((room) => `shared/domain/${room}/`),
  ...SHARED_FLOORS.flat()
    .filter((room) => room !== 'domain')
    .map((room) => `shared/${room.endsWith('.ts') ? room : `${room}/`}`),
];

const Outcome = z.object({
  modules: z.array(z.object({ source: z.string() })),
  summary: z.object({
    violations: z.array(
      z.object({ from: z.string(), to: z.string(), rule: z.object({ name: z.string(), severity: z.string() }) }),
    ),
  }),
});

/**
 * Holds the imports to the rules of the house, and every exported name to one meaning. A check that saw no modules would pass as well, so it says how many it
 * saw in each room, and fails when it saw none in one, or one in a room that has no place in the order.
 */
const { output } = await cruise(ROOMS, { ...options, ruleSet: { forbidden: rules }, validate: true });
const { modules, summary } = Outcome.parse(output);
const seenIn = (room: string) => modules.filter(({ source }) => source.startsWith(room)).length;
const seen = ROOMS.map((room) => ({ room, count: seenIn(`${room}/`) }));
const blind = [...ROOMS.map((room) => `${room}/`), ...ORDERED].filter((room) => seenIn(room) === 0);
const unordered = modules
  .map(({ source }) => source)
  .filter((source) => source.startsWith('shared/') && !ORDERED.some((room) => source.startsWith(room)));
const filesOf = (rooms: readonly string[]) =>
  modules
    .map(({ source }) => source)
    .filter((source) => rooms.some((room) => source.startsWith(`${room}/`)) && /\.tsx?$/.test(source))
    .map((path) => ({ path, text: readFileSync(path, 'utf8') }));
const ambiguous = NAMED_ROOMS.flatMap((rooms) => namesOfSeveralThings(filesOf(rooms)));
const unwanted = ambiguous.filter(({ name }) => !SHARED_ON_PURPOSE.has(name));
const outdated = [...SHARED_ON_PURPOSE.keys()].filter((name) => !ambiguous.some((one) => one.name === name));

for (const { from, to, rule } of summary.violations) console.error(`${rule.name}: ${from} → ${to}`);
if (blind.length > 0) console.error(`saw no module in ${blind.join(', ')}: the check is blind there`);
for (const source of unordered)
  console.error(`${source} is in no room of the order: name its room in architecture-rules.ts`);
for (const { name, files } of unwanted)
  console.error(`${name} is exported by ${files.join(', ')}: name each by what it is, or say why in exported-names.ts`);
for (const name of outdated) console.error(`${name} is not exported twice any more: take it out of exported-names.ts`);
console.log(
  `architecture: ${summary.violations.length} violations of ${rules.length} rules in ${seen.map(({ room, count }) => `${count} ${room}`).join(', ')}`,
);
const faults = [summary.violations, blind, unordered, unwanted, outdated];
process.exitCode = faults.some(({ length }) => length > 0) ? 1 : 0;
