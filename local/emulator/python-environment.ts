import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { access, mkdir, mkdtemp, readFile, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { runOnLeash } from './run-on-leash.ts';

const run = promisify(execFile);
const requirementsFile = fileURLToPath(new URL('./requirements.txt', import.meta.url));
const candidates = ['python3', 'python3.14', 'python3.13', 'python3.12', 'python3.11', 'python3.10', 'python'];
const isRecentWithVenv = 'import sys, venv, ensurepip; sys.exit(0 if sys.version_info >= (3, 10) else 1)';

/** No Python that can run the emulator is on the PATH. */
export class NoPythonError extends Error {
  override name = 'NoPythonError';
}

/**
 * The interpreter of a virtual environment that holds exactly what `requirements.txt` lists, made on first use.
 *
 * The folder's name carries the hash of that list, so a new pin makes a new environment. It is built under another name and
 * moved into place whole: of two that start at once the second to finish finds the place taken, and uses it.
 *
 * @throws {NoPythonError} when no Python 3.10 or newer with venv and pip is there.
 */
export async function pythonEnvironment(
  workDir: string,
  log: (line: string) => void,
  signal?: AbortSignal,
): Promise<string> {
  const requirements = await readFile(requirementsFile);
  const id = createHash('sha256').update(requirements).digest('hex').slice(0, 12);
  const folder = join(workDir, `python-${id}`);
  if (await hasInterpreter(folder)) return interpreterOf(folder);

  const python = await findPython();
  log('Installing the AWS emulator (once; about 25 MB) …');
  // What is there has no working interpreter: the Python that it was made with has been removed or upgraded since.
  await rm(folder, { recursive: true, force: true });
  await mkdir(workDir, { recursive: true });
  const build = await mkdtemp(join(workDir, 'building-'));
  try {
    const how = { cwd: workDir, env: process.env, signal };
    await runOnLeash([python, '-m', 'venv', build], how);
    const pip = ['-m', 'pip', 'install', '--quiet', '--disable-pip-version-check'];
    await runOnLeash([interpreterOf(build), ...pip, '--requirement', requirementsFile], how);
    await moveInto(folder, build);
  } finally {
    await rm(build, { recursive: true, force: true });
  }
  return interpreterOf(folder);
}

async function findPython(): Promise<string> {
  for (const candidate of candidates) {
    const works = await run(candidate, ['-c', isRecentWithVenv]).then(
      () => true,
      () => false,
    );
    if (works) return candidate;
  }
  throw new NoPythonError('No Python 3.10 or newer with venv and pip is on the PATH.');
}

/** A virtual environment survives a move as long as it is run through its interpreter, not through its scripts. */
async function moveInto(folder: string, build: string): Promise<void> {
  try {
    await rename(build, folder);
  } catch (error) {
    if (!(await hasInterpreter(folder))) throw error;
  }
}

const interpreterOf = (environment: string) => join(environment, 'bin', 'python');

const hasInterpreter = (environment: string) =>
  access(interpreterOf(environment)).then(
    () => true,
    () => false,
  );
