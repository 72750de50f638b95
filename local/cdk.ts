import { delimiter, dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { runOnLeash } from './emulator/run-on-leash.ts';

const projectRoot = fileURLToPath(new URL('..', import.meta.url));
const cli = fileURLToPath(new URL('../node_modules/aws-cdk/bin/cdk', import.meta.url));

type Surroundings = {
  /** Besides this process's own. */
  env: Record<string, string>;
  /** The project's root, with its app, unless said otherwise. */
  cwd?: string;
  signal?: AbortSignal | undefined;
};

/**
 * Runs the CDK's command line.
 *
 * @throws Error with the last lines that it printed when it fails
 */
export async function cdk(args: readonly string[], { env, cwd = projectRoot, signal }: Surroundings): Promise<void> {
  const ownEnv = {
    ...process.env,
    ...env,
    // `cdk.json` runs plain `node`: it has to be this one, not the machine's.
    PATH: [dirname(process.execPath), process.env.PATH].join(delimiter),
    CI: 'true',
    CDK_DISABLE_VERSION_CHECK: '1',
    CDK_DISABLE_CLI_TELEMETRY: 'true',
  };
  try {
    await runOnLeash([process.execPath, cli, ...args], { cwd, env: ownEnv, signal });
  } catch (error) {
    signal?.throwIfAborted();
    throw new Error(`cdk ${args[0] ?? ''} ${error instanceof Error ? error.message : String(error)}`, { cause: error });
  }
}
