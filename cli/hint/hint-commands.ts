import type { Command } from 'commander';
import * as z from 'zod';
import { RecordView } from '../../shared/api/routes/record-answer.ts';
import { HintName, isSameHint } from '../../shared/domain/record/content/dismissed-hint.ts';
import type { Api } from '../api/api.ts';
import { aboutRecord, asking } from '../api/api-command.ts';
import type { CommandLine } from '../command.ts';
import { CommandFailure } from '../failure.ts';
import { hintLines, type ReadHint, readHints } from './read-hints.ts';

const Chosen = z.object({
  path: z.array(z.string()).optional(),
  about: z.array(z.string()).optional(),
  all: z.boolean().default(false),
});
const Word = z.object({ because: z.string() });

/** Hints of one request. */
const AT_ONCE = 100;

/** Adds `holdfast hint …` to the program. */
export function addHint(program: Command, commandLine: CommandLine): void {
  const hint = program
    .command('hint')
    .description('Works with hints about the wording of a record. Before its submission each is answered or dismissed.')
    .summary('list hints about the wording of a record, and dismiss them')
    .addHelpText('after', HELP);

  aboutRecord(hint.command('list'))
    .description(
      'Lists the hints about a record and its timeline: those that want an answer, then those that were dismissed.',
    )
    .summary('list the hints about a record')
    .action(async (named: string, _options: unknown, command: Command) => {
      const { api, print, recordId } = await asking(commandLine, command);
      const hints = await readHints(api, await recordId(named));
      print({ hints }, () => hintLines(hints));
      commandLine.finished(true);
    });

  choosing(hint.command('dismiss'))
    .description('Leaves hints unanswered, all with one word that says why. Approvers see it.')
    .summary('leave hints unanswered, with a word')
    .requiredOption('--because <word>', 'why the words stay as they are, such as "quoted"')
    .action(async (named: string, _options: unknown, command: Command) => {
      const { because } = Word.parse(command.opts());
      const { api, print, recordId } = await asking(commandLine, command);
      const path = `/post-mortems/${await recordId(named)}`;
      const all = await readHints(api, await recordId(named));
      const open = all.filter(({ dismissed }) => dismissed === undefined);
      const [hints, dismissed] = [chosen(open, command), chosen(all, command)];
      if (hints.length === 0 && dismissed.length > 0) {
        throw new CommandFailure(
          dismissed.length === 1
            ? 'the hint is dismissed already'
            : `all ${dismissed.length} hints are dismissed already`,
          'for another word, take it back first: holdfast hint reopen',
        );
      }
      mustBeSome(hints, 'there are no such hints');
      const body = { because };
      const { count, raw } = await inPortions(api, `${path}/hints/dismiss`, hints, body);
      print(raw, () => `${count === 1 ? 'One hint is' : `${count} hints are`} dismissed: ${because}.\n`);
      commandLine.finished(true);
    });

  choosing(hint.command('reopen'))
    .description('Takes dismissals back: the hints want an answer again. Those whose words are gone go, too.')
    .summary('take dismissals back')
    .action(async (named: string, _options: unknown, command: Command) => {
      const { api, print, recordId } = await asking(commandLine, command);
      const path = `/post-mortems/${await recordId(named)}`;
      const { body } = await api.call(RecordView, { method: 'GET', path });
      const hints = chosen(body.dismissedHints, command);
      mustBeSome(hints, 'no such hint is dismissed');
      const { count, raw } = await inPortions(api, `${path}/hints/reopen`, hints);
      print(raw, () => `${count === 1 ? 'One dismissal is' : `${count} dismissals are`} taken back.\n`);
      commandLine.finished(true);
    });
}

function choosing(command: Command): Command {
  return aboutRecord(command)
    .option('--path <path...>', 'hints at these places and below, such as sections.summary')
    .option('--about <subject...>', 'hints about these, such as blame')
    .option('--all', 'all of them');
}

/** @throws CommandFailure when there are none: a word that was meant for something was not taken */
function mustBeSome(hints: readonly HintName[], because: string): void {
  if (hints.length === 0) throw new CommandFailure(because, 'what there is: holdfast hint list <record>');
}

/** Those that the options name, each once. */
function chosen(hints: readonly (HintName | ReadHint)[], command: Command): HintName[] {
  const { path, about, all } = Chosen.parse(command.opts());
  if (all === (path !== undefined || about !== undefined)) {
    command.error('error: name hints by --path and --about, or take --all');
  }
  const named = hints
    .filter(
      (one) =>
        (path === undefined || path.some((place) => one.path === place || one.path.startsWith(`${place}.`))) &&
        (about === undefined || about.includes(one.about)),
    )
    .map((one) => HintName.parse(one));
  return named.filter((one, index) => named.findIndex((other) => isSameHint(other, one)) === index);
}

async function inPortions(api: Api, path: string, hints: readonly HintName[], body: object = {}) {
  let raw: unknown;
  for (let from = 0; from < hints.length; from += AT_ONCE) {
    const portion = { ...body, hints: hints.slice(from, from + AT_ONCE) };
    ({ raw } = await api.call(RecordView, { method: 'POST', path, body: portion }));
  }
  return { count: hints.length, raw };
}

const HELP = `
A hint is answered when its words are there no longer. Hints about the timeline, and about the same words in other records, hold nothing up.

Examples:
  $ holdfast hint list SEC-12
  $ holdfast hint dismiss SEC-12 --path sections.summary --because "quoted from the mail"
  $ holdfast hint dismiss SEC-12 --about blame --because quoted
  $ holdfast hint dismiss SEC-12 --all --because quoted
  $ holdfast hint reopen SEC-12 --path sections.summary

\`hint list\` tells the place of each hint, and in brackets what it is about.`;
