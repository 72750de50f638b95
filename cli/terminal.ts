import ora from 'ora';

/** Output of a command. Results go to `out`, so that they can be piped; everything else goes to `err`. */
export type Terminal = {
  out: (text: string) => void;
  err: (text: string) => void;
  /** Shows what is under way, on a terminal only. @returns what says more, and what ends it */
  busy: (text: string) => Busy;
  /** Width of the terminal that the result goes to; undefined in a pipe, where nothing is cut. */
  columns?: number | undefined;
};
export type Busy = { say: (text: string) => void; end: () => void };

export function processTerminal(): Terminal {
  return {
    out: (text) => void process.stdout.write(text),
    err: (text) => void process.stderr.write(text),
    columns: process.stdout.isTTY ? process.stdout.columns : undefined,
    busy(text) {
      // A pipe or a log gets no moving lines: ora leaves them out, but would write one line each for start and end.
      if (!process.stderr.isTTY) return { say: () => {}, end: () => {} };
      const spinner = ora({ text, stream: process.stderr }).start();
      return {
        say: (more) => {
          spinner.text = more;
        },
        end: () => void spinner.stop(),
      };
    },
  };
}

/** Shows what is under way for as long as the work takes, however it ends. */
export async function whileBusy<Result>(
  terminal: Terminal,
  text: string,
  work: (say: Busy['say']) => Promise<Result>,
): Promise<Result> {
  const busy = terminal.busy(text);
  try {
    return await work(busy.say);
  } finally {
    busy.end();
  }
}
