import { startInProcessStack } from '../../../local/in-process/start-in-process-stack.ts';
import type { LocalStack, Progress } from '../../../local/local-stack.ts';
import { CONSOLE_PEOPLE, type ConsolePerson } from './console-people.ts';
import { consoleSettings } from './console-settings.ts';
import { recordWriter } from './record-writer.ts';
import { seedApprovedRecords } from './seeds/approved-records.ts';
import { seedClosedRecord } from './seeds/closed-record.ts';
import { seedEndedRecords, seedOtherRecords } from './seeds/ended-records.ts';
import { seedHostileRecord } from './seeds/hostile-record.ts';
import { seedNearMiss } from './seeds/near-miss.ts';
import {
  seedFreshRecord,
  seedHalfFilledRecord,
  seedRecordInReview,
  seedRestrictedRecord,
} from './seeds/open-records.ts';
import { seedReports } from './seeds/reports.ts';
import type { WorldSoFar } from './world-so-far.ts';

/** `small`: records that people write in. `full`: also approved ones with their fixes, lists that have something in them, and reports. */
export type WorldSize = 'empty' | 'small' | 'full';

type Seed = (world: WorldSoFar) => Promise<void>;

const SEEDS: Record<WorldSize, readonly Seed[]> = {
  empty: [],
  small: [seedFreshRecord, seedHalfFilledRecord, seedRecordInReview],
  full: [
    seedApprovedRecords,
    seedClosedRecord,
    seedFreshRecord,
    seedHalfFilledRecord,
    seedRecordInReview,
    seedRestrictedRecord,
    seedEndedRecords,
    seedNearMiss,
    seedHostileRecord,
    seedOtherRecords,
  ],
};

/** Once all records are there. */
const LAST: Record<WorldSize, readonly Seed[]> = { empty: [], small: [], full: [seedReports] };

/** A stack of its own in this process, with people, and with records to see in the console. Ends with `stop`. */
export async function startConsoleWorld({
  size = 'full',
  progress = () => {},
}: {
  size?: WorldSize;
  progress?: Progress;
} = {}) {
  const stack = await startInProcessStack(progress, { settings: consoleSettings });
  try {
    const world = await peopled(stack);
    await Promise.all(SEEDS[size].map((seed) => told(seed, world, progress)));
    for (const seed of LAST[size]) await told(seed, world, progress);
    return {
      /** Address of the API and of the console, with the pages of the sign-in. */
      url: stack.pagesUrl,
      apiUrl: stack.apiUrl,
      /** Ids by name; those of fixes begin with `fix.`, names of reports with `report.`. */
      records: world.records,
      tokenOf: async (person: ConsolePerson) => (await stack.as(CONSOLE_PEOPLE[person])).token,
      password: (person: ConsolePerson) => stack.passwordOf(CONSOLE_PEOPLE[person]),
      /** Does what that person does, as seeds do. */
      people: world.people,
      scanner: world.scanner,
      jira: stack.jira,
      stack,
      stop: stack.stop,
    };
  } catch (error) {
    await stack.stop();
    throw error;
  }
}

export type ConsoleWorld = Awaited<ReturnType<typeof startConsoleWorld>>;

async function told(seed: Seed, world: WorldSoFar, progress: Progress): Promise<void> {
  await seed(world);
  progress(seed.name);
}

async function peopled(stack: LocalStack): Promise<WorldSoFar> {
  const as = async (person: ConsolePerson) => recordWriter(stack.apiUrl, await stack.as(CONSOLE_PEOPLE[person]));
  const [nina, max, anna, ben, ada, alma, scanner] = await Promise.all([
    as('nina'),
    as('max'),
    as('anna'),
    as('ben'),
    as('ada'),
    as('alma'),
    stack.asScanner().then((client) => recordWriter(stack.apiUrl, client)),
  ]);
  return { stack, people: { nina, max, anna, ben, ada, alma }, scanner, records: {} };
}
