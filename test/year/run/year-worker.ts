import { missingIn } from '../figures/occurrences.ts';
import { runYear } from '../run-year.ts';
import { HONEST, NOISY } from '../truth/sources.ts';
import { nameOf, type YearDone, YearTask } from './year-messages.ts';

/** A year so long and so full that all it is to be trusted with has to occur in it. */
const WHOLE = { incidents: 200, days: 365 };

/** One year in a process of its own: `run.ts` starts it and tells it which. */
process.once('message', (message) => {
  const task = YearTask.parse(message);
  live(task).then(
    (done) => process.send?.(done, () => process.disconnect()),
    (error: unknown) => {
      console.error(error);
      process.exit(1);
    },
  );
});

// Whoever started it is gone, or has what it wanted.
process.once('disconnect', () => process.exit());

async function live(task: YearTask): Promise<YearDone> {
  const startedAt = performance.now();
  const { kind, ...options } = task;
  const result = await runYear(nameOf(task), { ...options, noise: kind === 'noisy' ? NOISY : HONEST });
  const isWhole = options.incidents >= WHOLE.incidents && options.days >= WHOLE.days;
  const missing = isWhole ? missingIn(result.figures.occurrences) : [];
  const report = [
    ...(result.violations.length > 0 ? [result.report()] : []),
    ...missing.map((what) => `${nameOf(task)}: nothing of this occurred, so it says nothing of it: ${what}`),
  ].join('\n');
  return { figures: result.figures, report, seconds: (performance.now() - startedAt) / 1_000 };
}
