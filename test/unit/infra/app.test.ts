import { execFile } from 'node:child_process';
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
});

function runApp(context: Record<string, string>): Promise<{ exitCode: number; errors: string }> {
  const env = { ...process.env, CDK_OUTDIR: join(folder, 'cdk.out'), CDK_CONTEXT_JSON: JSON.stringify(context) };
  return new Promise((resolve) => {
    const app = execFile(process.execPath, ['infra/app.ts'], { env }, (_, __, errors) => {
      resolve({ exitCode: app.exitCode ?? Number.NaN, errors });
    });
  });
}
