import { readFile } from 'node:fs/promises';
import { text as textOf } from 'node:stream/consumers';
import { type Command, InvalidArgumentError, Option } from 'commander';
import * as z from 'zod';
import { RecordView } from '../../shared/api/routes/record-answer.ts';
import { RecordKind } from '../../shared/domain/record/post-mortem.ts';
import { Severity } from '../../shared/domain/words/severity.ts';
import { Tlp } from '../../shared/domain/words/tlp.ts';
import { jsonIn } from '../../shared/domain/words/well-formed.ts';
import { API_URL, aboutRecord, asking } from '../api/api-command.ts';
import type { CommandLine } from '../command.ts';
import { instant, wholeNumber } from '../command-options.ts';
import { CommandFailure } from '../failure.ts';
import { addCountermeasures } from './countermeasures.ts';
import { readRecordFile } from './record-file.ts';
import { addRecordList } from './record-list.ts';
import { recordTemplate, TEMPLATE_NAMES } from './record-template.ts';
import { recordText } from './record-text.ts';
import { writeRecord } from './write-record.ts';

/** Adds `holdfast record …` to the program. */
export function addRecord(program: Command, commandLine: CommandLine): void {
  const record = program
    .command('record')
    .description('Works with post-mortem records through the API, as the person who signed in.')
    .summary('list, open, write, submit and judge records')
    .addHelpText('after', HELP);
  addRecordList(record, commandLine);
  addShow(record, commandLine);
  addNew(record, commandLine);
  addTemplate(record, commandLine);
  addWrite(record, commandLine);
  addClassify(record, commandLine);
  addCountermeasures(record, commandLine);
  addReview(record, commandLine);
}

function addShow(record: Command, commandLine: CommandLine): void {
  aboutRecord(record.command('show'))
    .description('Shows a record: what it says, what it lacks for its submission, and what you may do with it now.')
    .summary('show a record, what it lacks, and what you may do')
    .action(async (named: string, _options: unknown, command: Command) => {
      const { api, print, recordId } = await asking(commandLine, command);
      const path = `/post-mortems/${await recordId(named)}`;
      const { body, raw } = await api.call(RecordView, { method: 'GET', path });
      print(raw, () => recordText(body, commandLine.terminal.columns));
      commandLine.finished(true);
    });
}

const NewOptions = z.object({
  title: z.string(),
  severity: Severity,
  kind: RecordKind,
  description: z.string().optional(),
  category: z.string().optional(),
  tlp: Tlp.optional(),
  began: z.string().optional(),
  ended: z.string().optional(),
  url: z.string().optional(),
  from: z.string().optional(),
  to: z.string().optional(),
  covers: z.array(z.string()).optional(),
});

function addNew(record: Command, commandLine: CommandLine): void {
  record
    .command('new')
    .description(
      'Opens a record that no ticket opened: an incident told by phone, a near miss, an exercise, a review of a period.',
    )
    .summary('open a record by hand')
    .requiredOption('--title <words>', 'what happened, in a line')
    .addOption(new Option('--severity <severity>', 'how bad').choices(Severity.options).makeOptionMandatory())
    .addOption(new Option('--kind <kind>', 'what it is').choices(RecordKind.options).default('incident'))
    .option('--description <words>', 'more about it')
    .option('--category <category>', 'one of the categories of the configuration')
    .addOption(new Option('--tlp <mark>', 'who may learn of it; by default as configured').choices(Tlp.options))
    .option('--began <time>', 'when the incident began; by default now', instant)
    .option('--ended <time>', 'when it ended; by default now', instant)
    .option('--url <url>', 'where more is written about it')
    .option('--from <time>', 'of a periodic review: beginning of the period', instant)
    .option('--to <time>', 'of a periodic review: end of the period', instant)
    .option('--covers <record...>', 'of a periodic review: records that it looks at, by id or key of the incident')
    .option(...API_URL)
    .addHelpText('after', NEW_HELP)
    .action(async (_options: unknown, command: Command) => {
      const { began: beganAt, ended: endedAt, from, to, covers, ...rest } = NewOptions.parse(command.opts());
      const isReview = rest.kind === 'periodic review';
      const saysPeriod = from !== undefined && to !== undefined;
      if (isReview !== saysPeriod || (!isReview && [from, to, covers].some((one) => one !== undefined))) {
        command.error('error: --kind "periodic review" goes with --from and --to, and they with it');
      }
      const { api, print, recordId } = await asking(commandLine, command);
      const scope = saysPeriod ? { from, to, covers: await Promise.all((covers ?? []).map(recordId)) } : undefined;
      const body = { ...rest, beganAt, endedAt, scope };
      const answer = await api.call(RecordView, { method: 'POST', path: '/post-mortems', body });
      const { id, dueAt } = answer.body;
      print(
        answer.raw,
        () => `Opened ${id}, due ${dueAt}.\nWhat there is to write: holdfast record template ${id} > record.json\n`,
      );
      commandLine.finished(true);
    });
}

const ClassifyOptions = z.object({
  kind: RecordKind.optional(),
  category: z.string().optional(),
  severity: Severity.optional(),
  tlp: Tlp.optional(),
  due: z.string().optional(),
});

function addClassify(record: Command, commandLine: CommandLine): void {
  const kinds = RecordKind.exclude(['periodic review']).options;
  aboutRecord(record.command('classify'))
    .description(
      'Says what a record is of: what it was found to be, such as a false positive, its category, how bad it was, who may learn of it.',
    )
    .summary('set kind, category, severity, TLP mark or deadline')
    .addOption(new Option('--kind <kind>', 'what it was found to be').choices(kinds))
    .option('--category <category>', 'one of the categories of the configuration')
    .addOption(new Option('--severity <severity>', 'how bad').choices(Severity.options))
    .addOption(new Option('--tlp <mark>', 'who may learn of it; also after its approval').choices(Tlp.options))
    .option('--due <time>', 'by when the review has to be approved', instant)
    .action(async (named: string, _options: unknown, command: Command) => {
      const { due: dueAt, ...rest } = ClassifyOptions.parse(command.opts());
      const body = { ...rest, ...(dueAt === undefined ? {} : { dueAt }) };
      if (Object.keys(body).length === 0) {
        command.error('error: say what to set: --kind, --category, --severity, --tlp or --due');
      }
      const { api, print, recordId } = await asking(commandLine, command);
      const path = `/post-mortems/${await recordId(named)}`;
      const { body: read } = await api.call(RecordView, { method: 'GET', path });
      const answer = await api.call(RecordView, { method: 'PATCH', path, body, ifMatch: `"${read.revision}"` });
      print(answer.raw, () => recordText(answer.body, commandLine.terminal.columns));
      commandLine.finished(true);
    });
}

function addTemplate(record: Command, commandLine: CommandLine): void {
  const command = aboutRecord(record.command('template'))
    .description(
      'Prints what to fill in, as JSON for `holdfast record write`: all that the record lacks, or one section or list.',
    )
    .summary('print what there is to fill in');
  command
    .argument('[name]', `one of: ${TEMPLATE_NAMES.join(', ')}`, templateName)
    .addHelpText('after', TEMPLATE_HELP)
    .action(async (named: string, only: string | undefined, _options: unknown, command: Command) => {
      const { api, recordId } = await asking(commandLine, command);
      const path = `/post-mortems/${await recordId(named)}`;
      const { body } = await api.call(RecordView, { method: 'GET', path });
      commandLine.terminal.out(`${JSON.stringify(recordTemplate(body, only), undefined, 2)}\n`);
      for (const { path: place, message } of only === undefined ? body.completeness.missing : [])
        commandLine.terminal.err(`${place}: ${message}\n`);
      commandLine.finished(true);
    });
}

function addWrite(record: Command, commandLine: CommandLine): void {
  aboutRecord(record.command('write'))
    .description('Writes into a record what a file says: sections, and parts to add or, with their `id`, to rewrite.')
    .summary('write sections and parts from a file')
    .argument('[section]', 'the file is the content of this section alone', templateName)
    .requiredOption('--file <path>', 'JSON, as `holdfast record template` gives it; - reads the standard input')
    .addHelpText('after', WRITE_HELP)
    .action(async (named: string, section: string | undefined, _options: unknown, command: Command) => {
      const { api, print, recordId } = await asking(commandLine, command);
      const { file } = z.object({ file: z.string() }).parse(command.opts());
      const content = await jsonOf(file);
      const whole = readRecordFile(section === undefined ? content : wholeOf(section, content));
      const { record: written, raw, done, notTaken } = await writeRecord(api, await recordId(named), whole);
      const { missing } = written.completeness;
      const lines = [
        ...(done.length === 0 ? ['nothing: it is there as the file says'] : done),
        ...notTaken.map(({ path, instead }) => `not taken: ${path}, which only ${instead} sets`),
        missing.length === 0
          ? 'nothing is missing for its submission'
          : `${missing.length} missing for its submission:`,
        ...missing.map(({ path, message }) => `  ${path}: ${message}`),
      ];
      print(notTaken.length === 0 ? raw : { ...Object(raw), notTaken }, () =>
        lines.map((line) => `${line}\n`).join(''),
      );
      commandLine.finished(true);
    });
}

/** A section or a list alone, as the file that has it. What is in that form already is taken as it is. */
function wholeOf(name: string, content: unknown): unknown {
  const fields = z.record(z.string(), z.unknown()).safeParse(content).data ?? {};
  if ('sections' in fields || name in fields) return content;
  const isList = Array.isArray(content);
  return isList ? { [name]: content } : { sections: { [name]: content } };
}

async function jsonOf(path: string): Promise<unknown> {
  const text = await (path === '-' ? textOf(process.stdin) : readFile(path, 'utf8')).catch((error: Error) => {
    throw new CommandFailure(`${path} cannot be read: ${error.message}`, 'name a file with --file', { cause: error });
  });
  const content = jsonIn(text);
  if (content === undefined) throw new CommandFailure(`${path} is not JSON`, 'look for a missing quote or comma');
  return content;
}

function addReview(record: Command, commandLine: CommandLine): void {
  aboutRecord(record.command('submit'))
    .description('Hands a record to the approvers. What is missing is named.')
    .summary('hand a record to the approvers')
    .action(async (named: string, _options: unknown, command: Command) => {
      const { api, print, recordId } = await asking(commandLine, command);
      const path = `/post-mortems/${await recordId(named)}`;
      const { etag: ifMatch } = await api.call(RecordView, { method: 'GET', path });
      const { body, raw } = await api.call(RecordView, { method: 'POST', path: `${path}/submit`, ifMatch });
      print(raw, () => `${body.id} is ${body.status}, revision ${body.revision}.\n`);
      commandLine.finished(true);
    });

  aboutRecord(record.command('approve'))
    .description('Approves exactly the revision that you read. Nobody approves what they wrote in.')
    .summary('approve a record as you read it')
    .requiredOption('--revision <number>', 'the revision that `holdfast record show` told you', wholeNumber)
    .action(async (named: string, _options: unknown, command: Command) => {
      const { api, print, recordId } = await asking(commandLine, command);
      const { revision } = z.object({ revision: z.int() }).parse(command.opts());
      const path = `/post-mortems/${await recordId(named)}/approve`;
      const call = { method: 'POST' as const, path, body: { revision }, ifMatch: `"${revision}"` };
      const { body, raw } = await api.call(RecordView, call);
      const text =
        body.status === 'in review'
          ? 'Your word is taken. Another approver has to approve it, too.'
          : `${body.id} is ${body.status}.`;
      print(raw, () => `${text}\n`);
      commandLine.finished(true);
    });

  aboutRecord(record.command('return'))
    .description('Sends a record back to its authors, with the reason.')
    .summary('send a record back to its authors')
    .requiredOption('--reason <words>', 'what is to be done')
    .action(async (named: string, _options: unknown, command: Command) => {
      const { api, print, recordId } = await asking(commandLine, command);
      const { reason } = z.object({ reason: z.string() }).parse(command.opts());
      const path = `/post-mortems/${await recordId(named)}`;
      const { etag: ifMatch } = await api.call(RecordView, { method: 'GET', path });
      const { body, raw } = await api.call(RecordView, {
        method: 'POST',
        path: `${path}/return`,
        body: { reason },
        ifMatch,
      });
      print(raw, () => `${body.id} is ${body.status}.\n`);
      commandLine.finished(true);
    });
}

function templateName(text: string): string {
  if (TEMPLATE_NAMES.includes(text)) return text;
  throw new InvalidArgumentError(`Known names are ${TEMPLATE_NAMES.join(', ')}.`);
}

const NEW_HELP = `
Examples:
  $ holdfast record new --severity high --title "False sign-in page"
  $ holdfast record new --kind "periodic review" --severity medium --title "Third quarter" \\
      --from 2026-07-01 --to 2026-10-01 --covers SEC-17 SEC-21`;

const HELP = `
A record is named by its id, or by the key of its incident, such as SEC-12.

Examples:
  $ holdfast record list --status "in review"
  $ holdfast record template SEC-12 > record.json
  $ holdfast record write SEC-12 --file record.json
  $ holdfast record submit SEC-12`;

const TEMPLATE_HELP = `
Replace every text in <angle brackets>, or take its field out: \`holdfast record write\` takes none of them. "rootCauses/0" in
\`answers\` is the first root cause of the file. A section that is there comes with what it says, and a list with the parts that may still
be changed, each with its \`id\`; their versions are in \`etags\`: what somebody else writes in them meanwhile is not overwritten.`;

const WRITE_HELP = `
The file is read whole before anything is sent. A part without an \`id\` is the one of the record that has its name, such as the title
of a recommendation: where they differ it is rewritten, and where nothing differs nothing is written.

Examples:
  $ holdfast record write SEC-12 --file record.json
  $ holdfast record write SEC-12 summary --file summary.json`;
