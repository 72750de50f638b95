import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { delimiter, dirname } from 'node:path';
import { fileURLToPath } from 'node:url';

const projectRoot = fileURLToPath(new URL('..', import.meta.url));
const cli = fileURLToPath(new URL('../node_modules/aws-cdk/bin/cdk', import.meta.url));

/**
 * Runs the CDK's command line, on the project's app unless `cwd` says otherwise.
 *
 * @throws Error with the last lines that it printed when it fails
 */
export async function cdk(args: readonly string[], env: Record<string, string>, cwd = projectRoot): Promise<void> {
  const running = spawn(process.execPath, [cli, ...args], {
    cwd,
    env: {
      ...process.env,
      ...env,
      // `cdk.json` runs plain `node`: it has to be this one, not the machine's.
      PATH: [dirname(process.execPath), process.env.PATH].join(delimiter),
      CI: 'true',
      CDK_DISABLE_VERSION_CHECK: '1',
      CDK_DISABLE_CLI_TELEMETRY: 'true',
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const lines: string[] = [];
  for (const stream of [running.stdout, running.stderr]) {
    stream.setEncoding('utf8').on('data', (text: string) => lines.push(...text.split('\n')));
  }
  const [code] = await once(running, 'close');
  if (code === 0) return;
  const last = lines.filter((line) => line.trim() !== '').slice(-20);
  throw new Error(`cdk ${args[0] ?? ''} ended with ${String(code)}:\n${last.join('\n')}`);
}
