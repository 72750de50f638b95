import { Argument, Command, Option } from 'commander';
import { runInterruptibly } from '../interruption.ts';
import { connectedCommands } from './session-commands.ts';
import { isScheduled, PEOPLE, PROGRAM, SCHEDULED } from './session-desk.ts';

const nicks = PEOPLE.map(({ nick }) => nick);
const say = (line: string) => void process.stdout.write(`${line}\n`);

function programOf(signal: AbortSignal): Command {
  const program = new Command('npm run -s local --')
    .description('Holds the whole of Holdfast on this machine; with a command, works with what is running.')
    .helpCommand(false)
    // Only here: the CDK, which it brings, is slow to load, and commands want to be quick.
    .action(async () => (await import('./start-session.ts')).startSession(signal));
  const incident = new Argument('<incident>', 'the key of its ticket, the id of its record, or a link from Jira');
  program
    .command('token')
    .description('print a fresh token, good for an hour')
    .addArgument(new Argument('<who>', 'whose').choices([...nicks, PROGRAM]))
    .action(async (who: string) => (await connectedCommands(say)).token(who));
  program
    .command('password')
    .description('print the e-mail address and the password with which somebody signs in at the sign-in page')
    .addArgument(new Argument('<who>', 'whose').choices(nicks))
    .action(async (who: string) => (await connectedCommands(say)).password(who));
  program
    .command('open')
    .description('open another critical incident in Jira')
    .action(async () => (await connectedCommands(say)).open());
  program
    .command('close')
    .description('close an incident in Jira, and wait for its record')
    .argument('<ticket>', 'its key')
    .action(async (key: string) => (await connectedCommands(say)).close(key));
  program
    .command('show')
    .description('show the record of an incident: where it stands, what it lacks, its tickets')
    .addArgument(incident)
    .action(async (named: string) => (await connectedCommands(say)).show(named));
  for (const [name, description, call] of WRITING) {
    program
      .command(name)
      .description(description)
      .addArgument(incident)
      .addOption(new Option('--as <who>', 'as whom').choices(nicks).makeOptionMandatory())
      .action(async (named: string, { as }: { as: string }) => (await connectedCommands(say))[call](named, as));
  }
  program
    .command('done')
    .description('move the tickets of its recommendations to Done')
    .addArgument(incident)
    .action(async (named: string) => (await connectedCommands(say)).done(named));
  program
    .command('evidence')
    .description('give each fix the evidence that its checks ask for: signals that pass, and the word of an approver')
    .addArgument(incident)
    .action(async (named: string) => (await connectedCommands(say)).evidence(named));
  program
    .command('signal')
    .description('tell as a scanner how a technique was seen to stand')
    .argument('<technique>', 'such as T1566.002')
    .addArgument(new Argument('<outcome>').choices(['pass', 'fail']))
    .action(async (technique: string, outcome: string) => (await connectedCommands(say)).signal(technique, outcome));
  program
    .command('run')
    .description('run a function that a schedule runs')
    .addArgument(new Argument('<function>').choices(Object.keys(SCHEDULED)))
    .action(async (name: string) => {
      if (isScheduled(name)) await (await connectedCommands(say)).run(name);
    });
  program
    .command('report')
    .description('write the reports, and fetch them')
    .action(async () => (await connectedCommands(say)).report());
  return program;
}

const WRITING = [
  ['fill-in', 'write all that a critical record has to have', 'fillIn'],
  ['submit', 'submit the record for approval', 'submit'],
  ['approve', 'approve the record as it is now', 'approve'],
] as const;

// `show SEC-1 | head -3` has read enough.
process.stdout.on('error', ({ code }: NodeJS.ErrnoException) => process.exit(code === 'EPIPE' ? 0 : 1));

await runInterruptibly(async (signal) => {
  await programOf(signal).parseAsync();
});
