import { EmulatorUnavailable, launchCommand } from '../../../local/emulator/launch-command.ts';
import { EMULATOR_FOLDER } from '../../../local/emulator/start-emulator.ts';

/** Looks by doing: what it installs on the way is what the tests use. @returns undefined where the emulator can run */
export async function missingEmulator(): Promise<string | undefined> {
  try {
    await launchCommand({ workDir: EMULATOR_FOLDER, settings: {}, log: () => {} });
    return undefined;
  } catch (error) {
    if (error instanceof EmulatorUnavailable) return error.message;
    throw error;
  }
}
