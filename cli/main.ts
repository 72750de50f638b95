import { InvalidConfig } from '../shared/domain/policy/parse-config.ts';
import { connect } from './installation.ts';
import { sessionsPath } from './sign-in/sessions.ts';
import { processTerminal } from './terminal.ts';
import { ownVersion } from './version.ts';

process.exitCode = await main();

async function main(): Promise<number> {
  const terminal = processTerminal();
  // Asked for when something is wrong, perhaps with the configuration, which the other commands read.
  const [only, ...more] = process.argv.slice(2);
  if (more.length === 0 && (only === '--version' || only === '-V')) {
    terminal.out(`${ownVersion()}\n`);
    return 0;
  }
  try {
    // Some commands read holdfast.config.ts, which checks itself when it is loaded.
    const { run } = await import('./program.ts');
    const signIn = { sessionsPath: sessionsPath(), openBrowser };
    return await run(process.argv.slice(2), { terminal, connect, signIn, now: () => new Date().toISOString() });
  } catch (error) {
    const problem = problemOfConfig(error);
    if (problem === undefined) throw error;
    terminal.err(`holdfast: holdfast.config.ts: ${problem}\n`);
    return 1;
  }
}

/** Loaded for a sign-in alone. */
async function openBrowser(url: string): Promise<void> {
  const { default: open } = await import('open');
  await open(url);
}

function problemOfConfig(error: unknown): string | undefined {
  if (error instanceof InvalidConfig) return error.message;
  const isMissing = error instanceof Error && 'code' in error && error.code === 'ERR_MODULE_NOT_FOUND';
  return isMissing && /holdfast\.config\.ts'/.test(error.message)
    ? 'there is no such file: take it back with `git checkout holdfast.config.ts`'
    : undefined;
}
