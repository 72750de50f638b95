import { cruise } from 'dependency-cruiser';
import * as z from 'zod';
import { DOMAIN_ROOMS, options, rules, SHARED_FLOORS } from './architecture-rules.ts';

const ROOMS = ['cli', 'functions', 'infra', 'local', 'runtime', 'shared', 'test', 'tools'];

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
 * Holds the imports to the rules of the house. A check that saw no modules would pass as well, so it says how many it
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

for (const { from, to, rule } of summary.violations) console.error(`${rule.name}: ${from} → ${to}`);
if (blind.length > 0) console.error(`saw no module in ${blind.join(', ')}: the check is blind there`);
for (const source of unordered)
  console.error(`${source} is in no room of the order: name its room in architecture-rules.ts`);
console.log(
  `architecture: ${summary.violations.length} violations of ${rules.length} rules in ${seen.map(({ room, count }) => `${count} ${room}`).join(', ')}`,
);
process.exitCode = summary.violations.length > 0 || blind.length > 0 || unordered.length > 0 ? 1 : 0;
