import { execFileSync } from 'node:child_process';
import { cpSync, mkdtempSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The release before verdicts. */
const COMMIT = '8b536a0214d51237f18d68bd02651fe17993d424';
const STAND_INS = ['local/emulator/serve.py', 'local/jira-simulator'];
const root = fileURLToPath(new URL('../../..', import.meta.url));

/** @returns undefined where its commit is at hand */
export function missingPreviousCheckout(): string | undefined {
  try {
    execFileSync('git', ['cat-file', '-e', `${COMMIT}^{commit}`], { cwd: root, stdio: 'ignore' });
    return undefined;
  } catch {
    return `this clone lacks the commit ${COMMIT} of the previous release: git fetch --unshallow`;
  }
}

/** The files of the previous release in a folder of their own, on the packages of this one. */
export function previousCheckout(): { folder: string; remove: () => void } {
  const folder = mkdtempSync(join(tmpdir(), 'holdfast-previous-'));
  const archive = join(folder, 'previous.tar');
  execFileSync('git', ['archive', '--output', archive, COMMIT], { cwd: root });
  execFileSync('tar', ['-xf', archive, '-C', folder]);
  symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'));
  // The stand-ins are those of this release: AWS and Jira are the same before and after.
  for (const standIn of STAND_INS) {
    rmSync(join(folder, standIn), { recursive: true });
    cpSync(join(root, standIn), join(folder, standIn), { recursive: true });
  }
  return { folder, remove: () => rmSync(folder, { recursive: true, force: true }) };
}
