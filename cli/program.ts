import { Command, CommanderError, InvalidArgumentError } from 'commander';
import * as z from 'zod';
import { RefusedByApi } from './api/refused-by-api.ts';
import { addAudit } from './audit/audit-command.ts';
import { addBackfill } from './backfill/backfill-command.ts';
import { addCheckFix } from './check-fix/check-fix-command.ts';
import type { CommandLine } from './command.ts';
import { addCompletion } from './completion/completion-command.ts';
import { addDoctor } from './doctor/doctor-command.ts';
import { explained } from './explain-error.ts';
import { addExport } from './export/export-command.ts';
import { addHint } from './hint/hint-commands.ts';
import { addImport } from './import/import-command.ts';
import { addKnowledge } from './knowledge/knowledge-commands.ts';
import { addLesson } from './lesson/lesson-commands.ts';
import { addMeasure } from './measure/measure-commands.ts';
import { addMyWork } from './my-work/my-work-command.ts';
import { addSummary } from './my-work/summary-command.ts';
import { addQuarantine } from './quarantine/quarantine-command.ts';
import { addRecord } from './record/record-commands.ts';
import { addRedrive } from './redrive/redrive-command.ts';
import { addRegrade } from './regrade/regrade-command.ts';
import { addReindex } from './reindex/reindex-command.ts';
import { addRemediation } from './remediation/remediation-commands.ts';
import { addReport } from './report/report-commands.ts';
import { addRoute } from './route/route-command.ts';
import { addSearch } from './search/search-command.ts';
import { addSignIn } from './sign-in/sign-in-commands.ts';
import { addSignal } from './signal/signal-commands.ts';
import { addVerifyChain } from './verify-chain/verify-chain-command.ts';
import { ownVersion } from './version.ts';

export type Surroundings = Omit<CommandLine, 'finished'>;

/** The exit codes, for scripts. */
export const EXIT = { ok: 0, findings: 1, usage: 2 } as const;
export type ExitCode = (typeof EXIT)[keyof typeof EXIT];

/** Runs one command line. @returns the exit code */
export async function run(args: readonly string[], surroundings: Surroundings): Promise<ExitCode> {
  const { terminal } = surroundings;
  let exitCode: ExitCode = EXIT.ok;
  const finished = (isFine: boolean) => {
    exitCode = isFine ? EXIT.ok : EXIT.findings;
  };
  const program = programOf({ ...surroundings, finished });
  try {
    await program.parseAsync(args, { from: 'user' });
    return exitCode;
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? EXIT.ok : EXIT.usage;
    const failure = explained(error);
    if (failure === undefined) throw error;
    const { message, advice } = failure;
    // Scripts read `mend` of the JSON: its name stays.
    const problem = failure instanceof RefusedByApi ? { problem: failure.problem } : {};
    const asJson = JSON.stringify({ error: message, mend: advice, ...problem });
    terminal.err(args.includes('--json') ? `${asJson}\n` : `holdfast: ${message}\n  ${advice}\n`);
    return EXIT.findings;
  }
}

function programOf(commandLine: CommandLine): Command {
  const program = new Command('holdfast')
    .description('Works with an installation of Holdfast, and looks after it.')
    .version(ownVersion(), '-V, --version', 'print the version of this checkout')
    .option('--stack <name>', 'the CloudFormation stack of the installation', 'Holdfast')
    .option('--region <region>', 'its AWS region; by default that of the environment')
    .option('--endpoint-url <url>', 'another address of AWS, such as an emulator', httpUrl)
    .option('--json', 'print the result as JSON, for programs')
    .addHelpText('after', EXIT_CODES)
    .helpCommand('help [command]', 'show the help of a command')
    .configureHelp({ showGlobalOptions: true })
    .configureOutput({ writeOut: commandLine.terminal.out, writeErr: commandLine.terminal.err })
    .showHelpAfterError('(holdfast --help shows what there is)')
    .exitOverride();

  addSignIn(program, commandLine);
  addRecord(program, commandLine);
  addHint(program, commandLine);
  addRemediation(program, commandLine);
  addLesson(program, commandLine);
  addMeasure(program, commandLine);
  addSearch(program, commandLine);
  addSignal(program, commandLine);
  addReport(program, commandLine);
  addMyWork(program, commandLine);
  addSummary(program, commandLine);
  addKnowledge(program, commandLine);
  addVerifyChain(program, commandLine);
  addDoctor(program, commandLine);
  addCheckFix(program, commandLine);
  addRoute(program, commandLine);
  addAudit(program, commandLine);
  addRedrive(program, commandLine);
  addQuarantine(program, commandLine);
  addRegrade(program, commandLine);
  addReindex(program, commandLine);
  addBackfill(program, commandLine);
  addImport(program, commandLine);
  addExport(program, commandLine);
  addCompletion(program, commandLine);
  return program;
}

function httpUrl(text: string): string {
  const url = z.url({ protocol: /^https?$/ }).safeParse(text);
  if (!url.success) throw new InvalidArgumentError('It is no URL that starts with http:// or https://.');
  return url.data;
}

const EXIT_CODES = `
Exit codes: 0 all is well, 1 something was found or could not be done, 2 the command was not understood.
login, logout, token, me, record, hint, remediation, lesson, measure, search, signal, report, my-work and summary work with the API, as the person who
signed in. The other commands work with the AWS account: their credentials come from the environment, as for every AWS tool: AWS_PROFILE, AWS_REGION
and so on.`;
