import { execFile } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'holdfast-app-test-'));
});
afterAll(() => rm(folder, { recursive: true }));

describe('the app', () => {
  it('stops the synth on a wrong schedule, with the field, what is allowed and an example, and no stack trace', async () => {
    const config = join(folder, 'holdfast.config.ts');
    await writeFile(config, "export default { schedules: { verifyRemediation: 'every monday' } };\n");

    const { exitCode, errors } = await runApp({ config });

    expect(exitCode).toBe(1);
    expect(errors).toMatch(/schedules\.verifyRemediation: "every monday" is not allowed: .+ Example: /);
    expect(errors).not.toMatch(/^\s+at /m);
  });

  it.each([
    ['that is not there', undefined, /: there is no such file \(.+\): take it back with .+\n$/],
    ['that cannot be loaded', 'export default "unclosed;', /: it cannot be loaded: SyntaxError.+\n$/],
    ['without a default export', 'export const config = {};', /: no default export: .+\n$/],
  ])('says in one line what is wrong with a config file %s', async (_, source, expected) => {
    const config = join(folder, `${randomUUID()}.ts`);
    if (source !== undefined) await writeFile(config, source);

    const { exitCode, errors } = await runApp({ config });

    expect([exitCode, errors]).toEqual([1, expect.stringMatching(expected)]);
    expect(errors.trimEnd().split('\n')).toHaveLength(1);
  });
});

function runApp(context: Record<string, string>): Promise<{ exitCode: number; errors: string }> {
  const env = { ...process.env, CDK_OUTDIR: join(folder, 'cdk.out'), CDK_CONTEXT_JSON: JSON.stringify(context) };
  return new Promise((resolve) => {
    const app = execFile(process.execPath, ['infra/app.ts'], { env }, (_, __, errors) => {
      resolve({ exitCode: app.exitCode ?? Number.NaN, errors });
    });
  });
}
