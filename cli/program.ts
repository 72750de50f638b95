import { Command, CommanderError, InvalidArgumentError, Option } from 'commander';
import * as z from 'zod';
import { SourceName } from '../shared/domain/ticket/incident-policy.ts';
import { PostMortemId } from '../shared/domain/words/identifiers.ts';
import { audit } from './audit/audit.ts';
import { explained } from './explain-error.ts';
import { EXPORT_FORMATS, exportRecords } from './export/export-records.ts';
import { importFiles } from './import/import-files.ts';
import { IMPORT_FORMATS } from './import/read-candidates.ts';
import type { Installation, Whereabouts } from './installation.ts';
import { listQuarantine, sendBackQuarantined } from './quarantine/quarantine.ts';
import { redrive } from './redrive/redrive.ts';
import type { Terminal } from './terminal.ts';
import { verifyChain } from './verify-chain/verify-chain.ts';
import { ownVersion } from './version.ts';

export type Surroundings = {
  terminal: Terminal;
  connect: (where: Whereabouts) => Promise<Installation>;
  now: () => string;
};

/** The exit codes, for scripts. */
export const EXIT = { ok: 0, findings: 1, usage: 2 } as const;
export type ExitCode = (typeof EXIT)[keyof typeof EXIT];

const Common = z.object({
  stack: z.string(),
  region: z.string().optional(),
  endpointUrl: z.string().optional(),
  json: z.boolean().default(false),
});
const QuarantineOptions = Common.extend({ source: z.string(), sendBack: z.string().optional() });
const BulkOptions = Common.extend({ all: z.boolean().default(false), dryRun: z.boolean().default(false) });

const ImportOptions = BulkOptions.extend({
  format: z.enum(IMPORT_FORMATS).optional(),
  status: z.enum(['open', 'closed']).optional(),
});
const ExportOptions = BulkOptions.extend({ format: z.enum(EXPORT_FORMATS), out: z.string().optional() });

/** Runs one command line. @returns the exit code */
export async function run(args: readonly string[], surroundings: Surroundings): Promise<ExitCode> {
  const { terminal } = surroundings;
  let exitCode: ExitCode = EXIT.ok;
  const program = programOf(surroundings, (isFine) => {
    exitCode = isFine ? EXIT.ok : EXIT.findings;
  });
  try {
    await program.parseAsync(args, { from: 'user' });
    return exitCode;
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? EXIT.ok : EXIT.usage;
    const failure = explained(error);
    if (failure === undefined) throw error;
    const { message, advice } = failure;
    // Scripts read `mend` of the JSON: its name stays.
    const asJson = JSON.stringify({ error: message, mend: advice });
    terminal.err(args.includes('--json') ? `${asJson}\n` : `holdfast: ${message}\n  ${advice}\n`);
    return EXIT.findings;
  }
}

function programOf({ terminal, connect, now }: Surroundings, finished: (isFine: boolean) => void): Command {
  const program = new Command('holdfast')
    .description('Looks after an installation of Holdfast.')
    .version(ownVersion(), '-V, --version', 'print the version of this checkout')
    .option('--stack <name>', 'the CloudFormation stack of the installation', 'Holdfast')
    .option('--region <region>', 'its AWS region; by default that of the environment')
    .option('--endpoint-url <url>', 'another address of AWS, such as an emulator', httpUrl)
    .option('--json', 'print the result as JSON, for programs')
    .addHelpText('after', EXIT_CODES)
    .helpCommand('help [command]', 'show the help of a command')
    .configureHelp({ showGlobalOptions: true })
    .configureOutput({ writeOut: terminal.out, writeErr: terminal.err })
    .showHelpAfterError('(holdfast --help shows what there is)')
    .exitOverride();

  program
    .command('verify-chain')
    .description('Shows whether anybody changed a record past its audit log.')
    .summary('hold records to their audit logs and anchors')
    .argument('[post-mortem]', 'one record; by default all that the anchors name', postMortemId)
    .addHelpText('after', VERIFY_CHAIN_HELP)
    .action(async (id: PostMortemId | undefined, _options: unknown, command: Command) => {
      const { json, ...where } = Common.parse(command.optsWithGlobals());
      finished(await verifyChain({ installation: await connect(where), terminal, now, asJson: json }, id));
    });

  program
    .command('audit')
    .description('Finds tickets in Jira that no record knows, second tickets, and tickets that are gone.')
    .summary('hold Jira against the records')
    .option('--all', 'look at all tickets, not only at those of the last 15 days')
    .option('--dry-run', 'close no second ticket')
    .addHelpText('after', AUDIT_HELP)
    .action(async (_options: unknown, command: Command) => {
      const { json, all, dryRun, ...where } = BulkOptions.parse(command.optsWithGlobals());
      finished(await audit({ installation: await connect(where), terminal, now, asJson: json }, { all, dryRun }));
    });

  program
    .command('redrive')
    .description('Shows what lies in the dead-letter queues and why, and sends it back when told to.')
    .summary('show dead letters, and send them back')
    .argument('[queue]', 'the queue to send back, as the list names it')
    .option('--all', 'send back those of every queue')
    .option('--dry-run', 'show what would be sent back, and send nothing')
    .addHelpText('after', REDRIVE_HELP)
    .action(async (queue: string | undefined, _options: unknown, command: Command) => {
      const { json, all, dryRun, ...where } = BulkOptions.parse(command.optsWithGlobals());
      if (all && queue !== undefined) command.error('error: name a queue, or --all, not both');
      const order = { only: queue, isToSend: (all || queue !== undefined) && !dryRun };
      finished(await redrive({ installation: await connect(where), terminal, now, asJson: json }, order));
    });

  program
    .command('quarantine')
    .alias('aside')
    .description('Shows the signed webhooks that could not be read, and takes one in when this version can read it.')
    .summary('show webhooks that could not be read')
    .addOption(new Option('--source <name>', 'the ticketing system').choices(SourceName.options).default('jira'))
    .option('--send-back <id>', 'read it again and take it in, as if it had come now')
    .addHelpText('after', QUARANTINE_HELP)
    .action(async (_options: unknown, command: Command) => {
      const { json, source, sendBack, ...where } = QuarantineOptions.parse(command.optsWithGlobals());
      const deps = { installation: await connect(where), terminal, now, asJson: json };
      finished(
        await (sendBack === undefined ? listQuarantine(deps, source) : sendBackQuarantined(deps, source, sendBack)),
      );
    });

  program
    .command('import')
    .description('Takes records in from files: past incidents, and records of another installation.')
    .summary('take records in from files')
    .argument('<file...>', 'JSON, CSV or VERIS; by default as the name of the file ends')
    .addOption(new Option('--format <format>', 'what the files are').choices(IMPORT_FORMATS))
    .addOption(new Option('--status <status>', 'what the records end with').choices(['open', 'closed']))
    .option('--dry-run', 'look at everything, and write nothing; needs no installation')
    .addHelpText('after', IMPORT_HELP)
    .action(async (files: string[], _options: unknown, command: Command) => {
      const { json, all: _, dryRun, format, status, ...where } = ImportOptions.parse(command.optsWithGlobals());
      const installation = dryRun ? undefined : await connect(where);
      finished(await importFiles({ installation, terminal, now, asJson: json }, { files, format, status, dryRun }));
    });

  program
    .command('export')
    .description('Writes whole records as JSON that can be imported, as Markdown, or as a page to print.')
    .summary('write whole records to files')
    .argument('[post-mortem...]', 'the records', postMortemIds)
    .option('--all', 'every record that there is')
    .addOption(new Option('--format <format>', 'the form').choices(EXPORT_FORMATS).default('json'))
    .option('--out <folder>', 'a file for each record, named by its id; without it, to the standard output')
    .addHelpText('after', EXPORT_HELP)
    .action(async (named: PostMortemId[], _options: unknown, command: Command) => {
      const { json, all, dryRun: _, format, out, ...where } = ExportOptions.parse(command.optsWithGlobals());
      if (all === named.length > 0) command.error('error: name records, or --all, and not both');
      const dependencies = { installation: await connect(where), terminal, now, asJson: json };
      finished(await exportRecords(dependencies, { ids: all ? undefined : named, format, out }));
    });
  return program;
}

/** Commander hands over one word at a time, with what it made of those before. */
function postMortemIds(text: string, before: PostMortemId[] | undefined): PostMortemId[] {
  return [...(before ?? []), postMortemId(text)];
}

function postMortemId(text: string): PostMortemId {
  const id = PostMortemId.safeParse(text.toUpperCase());
  if (!id.success)
    throw new InvalidArgumentError('It is no id of a post-mortem: 26 digits and capitals, such as 01KA….');
  return id.data;
}

function httpUrl(text: string): string {
  const url = z.url({ protocol: /^https?$/ }).safeParse(text);
  if (!url.success) throw new InvalidArgumentError('It is no URL that starts with http:// or https://.');
  return url.data;
}

const EXIT_CODES = `
Exit codes: 0 all is well, 1 something was found or could not be done, 2 the command was not understood.
Credentials come from the environment, as for every AWS tool: AWS_PROFILE, AWS_REGION and so on.`;

const VERIFY_CHAIN_HELP = `
It checks of each record that the hash chain of its log is whole, that the head and the anchors of past days name the
hashes that are there, and that the stored state is what the log tells. docs/runbooks/broken-chain.md says what to do
about what it finds.

Examples:
  $ holdfast verify-chain
  $ holdfast verify-chain 01KA0000000000000000000001 --json`;

const AUDIT_HELP = `
It runs the function that the schedule runs: second tickets are linked and closed with a comment, never deleted.
docs/runbooks/audit-findings.md says what to do about the rest.

Examples:
  $ holdfast audit --dry-run
  $ holdfast audit --all --json`;

const REDRIVE_HELP = `
Without a queue and without --all it only shows. Fix the cause first: docs/runbooks/dead-letter-queue.md.
What is sent back may come twice, and does no harm: all consumers are made for it.

Examples:
  $ holdfast redrive
  $ holdfast redrive create-remediation --dry-run
  $ holdfast redrive --all`;

const QUARANTINE_HELP = `
It reads with this checkout's version and its holdfast.config.ts: run it from the one that is deployed. Nothing is sent to
Jira or anywhere else; the event goes into the table's inbox, once, and from there its usual way.

Examples:
  $ holdfast quarantine
  $ holdfast quarantine --send-back 9f86d081884c7d65…`;

const IMPORT_HELP = `
A record that is refused is told with its place in the file, and the others are taken in. The same file may come again:
nothing is written twice, and what broke off goes on. docs/import-export.md tells the formats.

Examples:
  $ holdfast import past-incidents.csv --dry-run
  $ holdfast import past-incidents.csv
  $ holdfast import vcdb/*.json --format veris
  $ holdfast import record.json --status open`;

const EXPORT_HELP = `
A look at a restricted record (TLP:RED, TLP:AMBER+STRICT) stands in its audit log.

Examples:
  $ holdfast export 01KA0000000000000000000001 --format html > record.html
  $ holdfast export --all --out records`;
