import ora, { type Ora } from 'ora';

/** A step failed. `step` names it. */
export class StepFailed extends Error {
  readonly step: string;

  constructor(step: string, cause: unknown) {
    super(`failed at "${step}": ${cause instanceof Error ? cause.message : String(cause)}`, { cause });
    this.name = 'StepFailed';
    this.step = step;
  }
}

export type Narrator = {
  heading: (text: string) => void;
  /** Does a step and says how long it took and what came of it. @throws StepFailed */
  step: <Result>(
    title: string,
    work: (progress: (line: string) => void) => Promise<Result>,
    outcome?: (result: Result) => string,
  ) => Promise<Result>;
  line: (text: string) => void;
};

/**
 * Tells a person what is happening: a moving line for the step under way on a terminal, plain lines where there is
 * none.
 */
export function narrator(stream: NodeJS.WriteStream = process.stdout): Narrator {
  return {
    heading: (text) => stream.write(`\n${text}\n`),
    line: (text) => stream.write(`  ${text}\n`),
    async step(title, work, outcome = () => '') {
      const startedAt = performance.now();
      const spinner = ora({ text: title, stream, indent: 2 });
      if (stream.isTTY) spinner.start();
      try {
        const result = await work((line) => tell(spinner, title, line, stream));
        finish(spinner, `${title} ${outcome(result)}`.trimEnd(), startedAt, stream, '✔');
        return result;
      } catch (error) {
        finish(spinner, title, startedAt, stream, '✖');
        throw error instanceof StepFailed ? error : new StepFailed(title, error);
      }
    },
  };
}

/** On a terminal the line under way says more; elsewhere every line stays, so only the steps are told. */
function tell(spinner: Ora, title: string, line: string, stream: NodeJS.WriteStream): void {
  if (stream.isTTY) spinner.text = `${title}: ${line}`;
}

function finish(spinner: Ora, text: string, startedAt: number, stream: NodeJS.WriteStream, symbol: string): void {
  const seconds = ((performance.now() - startedAt) / 1_000).toFixed(1).padStart(5);
  const line = `${seconds} s  ${text}`;
  if (stream.isTTY) spinner.stopAndPersist({ symbol, text: line });
  else stream.write(`  ${symbol} ${line}\n`);
}
