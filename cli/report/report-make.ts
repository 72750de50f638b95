import { setTimeout } from 'node:timers/promises';
import { Argument, type Command } from 'commander';
import * as z from 'zod';
import { ReportKind, ReportName } from '../../shared/domain/words/report-name.ts';
import type { Api } from '../api/api.ts';
import { API_URL, asking } from '../api/api-command.ts';
import { RefusedByApi } from '../api/refused-by-api.ts';
import type { CommandLine } from '../command.ts';
import { CommandFailure } from '../failure.ts';
import { whileBusy } from '../terminal.ts';

const MakeOptions = z.object({ mail: z.boolean().default(false), wait: z.boolean().default(false) });
const Asked = z.object({ name: ReportName, path: z.string(), isThere: z.boolean() });

const LOOK_EVERY_MS = 1_000;
/** A run has five minutes, and is repeated when it fails. */
const LOOKS = 600;

/** Adds `holdfast report make`. */
export function addReportMake(report: Command, commandLine: CommandLine): void {
  report
    .command('make')
    .description(
      'Has a report made now, of what happened since the last one of the schedule, which comes as ever. Asked for again within a minute, ' +
        'it is the same one.',
    )
    .summary('have a report made now')
    .addArgument(new Argument('<kind>', 'which one').choices(ReportKind.options))
    .option('--mail', 'announce it by mail to those who get the reports of the schedule')
    .option('--wait', 'end when it is made')
    .option(...API_URL)
    .addHelpText('after', HELP)
    .action(async (kind: string, _options: unknown, command: Command) => {
      const { mail, wait } = MakeOptions.parse(command.opts());
      const { terminal, finished } = commandLine;
      const { api, print } = await asking(commandLine, command);
      const body = { kind, ...(mail ? { mail } : {}) };
      const { body: asked, raw } = await api.call(Asked, { method: 'POST', path: '/reports', body });
      const { name, path } = asked;
      if (wait && !asked.isThere) await whileBusy(terminal, `making ${name}`, () => untilThere(api, name, path));
      const isThere = wait || asked.isThere;
      const answer = { ...z.looseObject({}).parse(raw), isThere };
      print(answer, () => `${name} ${isThere ? 'is made' : 'is being made'}: holdfast report show ${name}\n`);
      finished(true);
    });
}

async function untilThere(api: Api, name: string, path: string): Promise<void> {
  for (let look = 0; look < LOOKS; look += 1) {
    if (await isThere(api, path)) return;
    await setTimeout(LOOK_EVERY_MS);
  }
  throw new CommandFailure(`${name} is not made yet`, 'look at the function publish-report, or ask again');
}

/** A link is asked for, and not the report: it may be long. */
async function isThere(api: Api, path: string): Promise<boolean> {
  try {
    await api.file({ method: 'GET', path: `${path}/link` });
    return true;
  } catch (error) {
    if (error instanceof RefusedByApi && error.status === 404) return false;
    throw error;
  }
}

const HELP = `
Example:
  $ holdfast report make overdue --wait`;
