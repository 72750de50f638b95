import { randomUUID } from 'node:crypto';
import { mkdir, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import * as z from 'zod';
import { reviewCommands } from './review-commands.ts';
import { type SessionAccess, sessionAccess } from './session-access.ts';
import { PROGRAM, type ScheduledName } from './session-desk.ts';
import { readSession, type Session, sessionFolder } from './session-file.ts';
import { ticketCommands } from './ticket-commands.ts';

type Say = (line: string) => void;

/** Commands of `npm run local -- <command>`, run in another terminal than the one that holds the stack. */
export function sessionCommands(session: Session, say: Say) {
  const access = sessionAccess(session);
  return { ...ticketCommands(access, say), ...reviewCommands(access, say), ...programCommands(access, say) };
}

/** Commands in the place of programs: tokens, signals, schedules and their reports. */
function programCommands({ desk, tokenOf, as }: SessionAccess, say: Say) {
  return {
    token: async (who: string) => say(await tokenOf(who)),

    async signal(technique: string, outcome: string) {
      const subject = { type: 'technique', id: technique };
      const observedAt = new Date().toISOString();
      await (await as(PROGRAM)).post('/signals', { id: randomUUID(), subject, outcome, observedAt, source: 'local' });
      say(`${technique}: ${outcome}, told by ${PROGRAM}`);
    },

    async run(name: ScheduledName) {
      const result: unknown = JSON.parse(await desk('POST', `runs/${name}`));
      say(result === null ? `${name} has run` : `${name} has run: ${JSON.stringify(result)}`);
    },

    async report() {
      const { published } = Published.parse(JSON.parse(await desk('POST', 'runs/publish-report')));
      const folder = join(sessionFolder(), 'reports');
      await mkdir(folder, { recursive: true });
      for (const { summary, keys } of published) {
        say(summary);
        for (const key of [keys.html, keys.markdown, keys.json]) {
          const file = join(folder, basename(key));
          await writeFile(file, await desk('GET', `reports/${encodeURIComponent(key)}`));
          if (key === keys.html) say(`  ${pathToFileURL(file).href}`);
        }
      }
    },
  };
}

const Published = z.object({
  published: z.array(
    z.object({
      summary: z.string(),
      keys: z.object({ html: z.string(), markdown: z.string(), json: z.string() }),
    }),
  ),
});

/** @throws Error when nothing runs */
export const connectedCommands = async (say: Say) => sessionCommands(await readSession(), say);
