import * as z from 'zod';
import type { CommandDependencies } from '../command.ts';
import { invoke } from '../invoke.ts';
import { whileBusy } from '../terminal.ts';

const Checked = z.object({ system: z.string(), what: z.string(), problem: z.string().optional() });
type Checked = z.infer<typeof Checked>;

const CheckAnswer = z.object({ checks: z.array(Checked) });

/**
 * Has the installation look whether it reaches every system that its configuration names.
 *
 * @returns whether it found no problem
 */
export async function check({ installation, terminal, asJson }: CommandDependencies): Promise<boolean> {
  const { checks } = await whileBusy(terminal, 'asking the systems of the configuration', () =>
    invoke(installation, 'CheckConnectionsFunctionName', {}, { schema: CheckAnswer, what: 'the check' }),
  );
  terminal.out(asJson ? `${JSON.stringify({ checks }, undefined, 2)}\n` : checkText(checks));
  return checks.every(({ problem }) => problem === undefined);
}

export function checkText(checks: readonly Checked[]): string {
  const bySystem = Map.groupBy(checks, ({ system }) => system);
  return [...bySystem].map(([system, all]) => `${system}\n${all.map(line).join('')}`).join('');
}

const line = ({ what, problem }: Checked): string =>
  problem === undefined ? `  ✔ ${what}\n` : `  ✖ ${what}: ${problem}\n`;
