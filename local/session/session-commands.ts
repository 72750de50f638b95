import { randomUUID } from 'node:crypto';
import { mkdir, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import * as z from 'zod';
import type { Subject } from '../../shared/domain/verification/signal.ts';
import { MAIL_TEST } from '../demo/demo-settings.ts';
import { reviewCommands } from './review-commands.ts';
import { recordId, type SessionAccess, sessionAccess } from './session-access.ts';
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
function programCommands({ desk, tokenOf, as, auditor }: SessionAccess, say: Say) {
  return {
    token: async (who: string) => say(await tokenOf(who)),
    password: async (who: string) => say(await desk('GET', `passwords/${encodeURIComponent(who)}`)),

    async signal(technique: string, outcome: string) {
      const subject = { type: 'technique' as const, id: technique };
      await (await as(PROGRAM)).post('/signals', { ...passing(subject, MAIL_TEST), outcome });
      say(`${technique}: ${outcome}, told by ${PROGRAM}`);
    },

    async evidence(named: string) {
      const id = await recordId(named, await auditor());
      const [program, witness] = [await as(PROGRAM), await as(WITNESS)];
      for (const { id: fix, checks, state } of await witness.remediations(id)) {
        if (!WATCHED.has(state)) continue;
        for (const [check, wanted] of checks.entries()) {
          if (wanted.kind === 'signal') {
            for (const source of wanted.sources ?? [MAIL_TEST]) {
              await program.post('/signals', passing(wanted.subject, source));
            }
          }
          if (wanted.kind === 'attestation') {
            const word = { check, outcome: 'pass', note: 'I tried it, and it works.' };
            await witness.post(`/post-mortems/${id}/remediations/${fix}/attestations`, word);
          }
        }
        say(`${fix}: ${checks.map(({ kind }) => kind).join(' and ')}`);
      }
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

/** An approver, who wrote nothing in the record and does none of its work. */
const WITNESS = 'ben';

/** Fixes that were claimed: of the others nobody asks for evidence. */
const WATCHED: ReadonlySet<string> = new Set(['claimed', 'verifying', 'verified']);

const passing = (subject: Subject, source: string) => ({
  id: randomUUID(),
  subject,
  outcome: 'pass',
  observedAt: new Date().toISOString(),
  source,
});

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
