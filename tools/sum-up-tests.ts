import { readFileSync } from 'node:fs';
import * as z from 'zod';

/** Part of vitest's JSON report that counts here. */
const Results = z.object({
  success: z.boolean(),
  testResults: z.array(
    z.object({
      name: z.string(),
      status: z.string(),
      assertionResults: z.array(z.object({ fullName: z.string(), status: z.string() })),
    }),
  ),
});

export type SumUp = { readonly passed: number; readonly failed: number; readonly skipped: readonly string[] };

/**
 * Counts the tests of a run, and names those that were skipped.
 *
 * A file that could not be set up or loaded runs no test, and vitest calls all of them skipped: here they failed, and
 * where it came to no test at all the file counts as one. So does a run that broke off.
 *
 * @param results what vitest's JSON reporter wrote; undefined when it wrote nothing
 * @param exitCode of the run
 */
export function sumUpTests(results: unknown, exitCode: number): SumUp {
  const parsed = Results.safeParse(results);
  if (!parsed.success) return { passed: 0, failed: 1, skipped: [] };
  let [passed, failed] = [0, 0];
  const skipped: string[] = [];
  for (const { status, assertionResults } of parsed.data.testResults) {
    const withStatus = (wanted: string) => assertionResults.filter((one) => one.status === wanted);
    const notRun = assertionResults.filter((one) => one.status !== 'passed' && one.status !== 'failed');
    const isBroken = status === 'failed' && withStatus('failed').length === 0;
    passed += withStatus('passed').length;
    failed += isBroken ? Math.max(1, notRun.length) : withStatus('failed').length;
    if (!isBroken) skipped.push(...notRun.map(({ fullName }) => fullName));
  }
  const isWrong = exitCode !== 0 || !parsed.data.success || passed === 0;
  return { passed, failed: isWrong ? Math.max(1, failed) : failed, skipped };
}

/** `1394 passed, 0 failed`, and what was skipped where something was. */
export function closingLine({ passed, failed, skipped }: SumUp): string {
  return `${passed} passed, ${failed} failed${skipped.length === 0 ? '' : `, ${skipped.length} skipped`}`;
}

/** `node tools/sum-up-tests.ts <results.json> <exit code of the run>` */
function main([file = '', exitCode = '1']: string[]): void {
  const sum = sumUpTests(readResults(file), Number(exitCode));
  for (const name of sum.skipped) console.log(`skipped: ${name}`);
  console.log(closingLine(sum));
  process.exitCode = Number(exitCode) || (sum.failed === 0 ? 0 : 1);
}

function readResults(file: string): unknown {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    return undefined;
  }
}

if (process.argv[1] === import.meta.filename) main(process.argv.slice(2));
