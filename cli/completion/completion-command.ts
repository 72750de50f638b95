import { Argument, type Command } from 'commander';
import type { CommandLine } from '../command.ts';

const SHELLS = ['bash', 'zsh', 'fish'] as const;

/** Adds `holdfast completion` to the program, and what its scripts ask. */
export function addCompletion(program: Command, { terminal, finished }: CommandLine): void {
  program
    .command('completion')
    .description('Prints a script with which a shell completes commands and options of holdfast.')
    .addArgument(new Argument('<shell>', 'which one').choices(SHELLS))
    .addHelpText('after', HELP)
    .action((shell: string) => {
      terminal.out(scriptFor(shell));
      finished(true);
    });

  program
    .command('complete', { hidden: true })
    .argument('[words...]', 'what stands in the line, the last one as far as it is typed')
    .allowUnknownOption()
    .helpOption(false)
    .action((words: string[]) => {
      terminal.out(
        completionsOf(program, words)
          .map((one) => `${one}\n`)
          .join(''),
      );
      finished(true);
    });
}

/** What may stand in the place of the last word, from the table of commands itself. */
export function completionsOf(program: Command, words: readonly string[]): string[] {
  const typed = words.at(-1) ?? '';
  let command = program;
  for (const word of words.slice(0, -1)) command = commandOf(command, word) ?? command;
  const before = words.at(-2) ?? '';
  const option = optionsOf(program, command).find(({ long, short }) => before === long || before === short);
  if (option?.argChoices !== undefined) return beginningWith(typed, option.argChoices);
  const names = command.commands.map((one) => one.name()).filter((name) => name !== 'complete');
  const options = optionsOf(program, command).flatMap(({ long }) => long ?? []);
  const choices = command.registeredArguments.flatMap(({ argChoices = [] }) => argChoices);
  return beginningWith(typed, typed.startsWith('-') ? [...options, '--help'] : [...names, ...choices]);
}

const commandOf = (command: Command, word: string): Command | undefined =>
  command.commands.find((one) => one.name() === word || one.aliases().includes(word));

const optionsOf = (program: Command, command: Command) => [...new Set([...command.options, ...program.options])];

/** A choice of several words is one word of a shell line: in quotes. */
const beginningWith = (typed: string, all: readonly string[]): string[] =>
  all.filter((one) => one.startsWith(typed)).map((one) => one.replaceAll(/([ +])/g, '\\$1'));

/** The scripts ask the program itself, so that they are never older than it. */
function scriptFor(shell: string): string {
  if (shell === 'fish') {
    return `complete -c holdfast -f -a '(holdfast complete -- (commandline -opc)[2..] (commandline -ct) | string unescape)'
complete -c holdfast -n '__fish_prev_arg_in --file' -F\n`;
  }
  if (shell === 'zsh') {
    return `#compdef holdfast
_holdfast() {
  local -a found
  found=("\${(@f)$(holdfast complete -- "\${words[@]:1:$((CURRENT - 1))}" 2>/dev/null)}")
  if [[ -n "$found" ]]; then compadd -Q -- $found; else _files; fi
}
compdef _holdfast holdfast
`;
  }
  return `_holdfast() {
  local IFS=$'\\n'
  COMPREPLY=($(holdfast complete -- "\${COMP_WORDS[@]:1:COMP_CWORD}" 2>/dev/null))
}
complete -o default -F _holdfast holdfast
`;
}

const HELP = `
Examples:
  $ source <(holdfast completion bash)        # in ~/.bashrc
  $ source <(holdfast completion zsh)         # in ~/.zshrc, after compinit
  $ holdfast completion fish | source         # in ~/.config/fish/config.fish`;
