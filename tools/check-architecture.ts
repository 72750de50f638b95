import { cruise } from 'dependency-cruiser';
import * as z from 'zod';
import { options, rules } from './architecture-rules.ts';

const ROOMS = ['cli', 'functions', 'infra', 'local', 'runtime', 'shared', 'test', 'tools'];

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
 * saw in each room, and fails when it saw none in one.
 */
const { output } = await cruise(ROOMS, { ...options, ruleSet: { forbidden: rules }, validate: true });
const { modules, summary } = Outcome.parse(output);
const seen = ROOMS.map((room) => ({
  room,
  count: modules.filter(({ source }) => source.startsWith(`${room}/`)).length,
}));
const blind = seen.filter(({ count }) => count === 0).map(({ room }) => room);

for (const { from, to, rule } of summary.violations) console.error(`${rule.name}: ${from} → ${to}`);
if (blind.length > 0) console.error(`saw no module in ${blind.join(', ')}: the check is blind there`);
console.log(
  `architecture: ${summary.violations.length} violations in ${seen.map(({ room, count }) => `${count} ${room}`).join(', ')}`,
);
process.exitCode = summary.violations.length > 0 || blind.length > 0 ? 1 : 0;
