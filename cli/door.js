import { existsSync } from 'node:fs';

const projectRoot = new URL('../', import.meta.url);

/**
 * Opens a program that is written in TypeScript, or says in one line what is missing for it.
 *
 * Plain JavaScript, and the only file besides the doors themselves that is: an old Node refuses a `.ts` file by its name, before
 * any line of it runs, so nothing in it could say why.
 *
 * @param {string} command how to run the program with the project's own Node
 * @param {() => Promise<unknown>} program imports it
 */
export async function openDoor(command, program) {
  const isInstalled = existsSync(new URL('node_modules/zod/package.json', projectRoot));
  // What a Node says that strips types, from 22.18 on without a flag: https://nodejs.org/api/process.html#processfeaturestypescript
  const runsTypeScript = Boolean(process.features.typescript);
  if (isInstalled && runsTypeScript) {
    await program();
    return;
  }
  const advice = isInstalled ? `run ${command}, which brings its own Node 24` : `run npm ci, then ${command}`;
  console.error(
    isInstalled
      ? `This is Node ${process.versions.node}, and Holdfast needs 22.18 or newer: ${advice}.`
      : `The packages of Holdfast are not installed: ${advice}.`,
  );
  process.exitCode = 1;
}
