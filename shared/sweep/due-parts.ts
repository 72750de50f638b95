import type { Cause } from '../domain/events/recorded-event.ts';
import type { HoldfastConfig } from '../domain/policy/policy.ts';
import { endRecommendationAcceptance } from '../domain/record/decide/review-record.ts';
import { lessonDue } from '../domain/record/decide/settle-lesson.ts';
import { measureDue } from '../domain/record/decide/settle-measure.ts';
import { notificationDue } from '../domain/record/decide/settle-record.ts';
import type { RecordEvent } from '../domain/record/events/record-events.ts';
import type { PostMortem } from '../domain/record/post-mortem.ts';
import { addDuration } from '../domain/words/duration.ts';
import { runAll } from '../run-all.ts';
import type { TimedTask } from '../run-in-shares.ts';
import { type DuePart, dueParts } from '../store/queues/due.ts';
import type { RecordStore } from '../store/records/record-store.ts';
import type { Table } from '../store/table.ts';

export type DuePartsDependencies = {
  store: Pick<RecordStore, 'changePostMortem'>;
  table: Table;
  config: HoldfastConfig;
  telemetry: { count: (metric: string) => void; info: (message: string, fields: Record<string, unknown>) => void };
  now: () => string;
  hasTime: () => boolean;
};

/** Deadlines inside records, each as a task of a sweep. */
export function duePartsTasks(deps: Omit<DuePartsDependencies, 'hasTime'>, cause: Cause): TimedTask[] {
  return [
    { name: 'lessons that are due', run: (hasTime) => lessons({ ...deps, hasTime }, cause) },
    { name: 'temporary measures whose time is over', run: (hasTime) => measures({ ...deps, hasTime }, cause) },
    { name: 'notifications that are due', run: (hasTime) => notifications({ ...deps, hasTime }, cause) },
    {
      name: 'recommendations whose acceptance ran out',
      run: (hasTime) => acceptances({ ...deps, hasTime }, cause),
    },
  ];
}

async function lessons(deps: DuePartsDependencies, cause: Cause): Promise<void> {
  const due = await dueParts(deps.table, 'lesson', deps.now());
  await decideOnEach(deps, due, cause, (record, { kind, content }) =>
    kind === 'lesson' ? lessonDue(record, content.id, deps.now()) : [],
  );
}

async function measures(deps: DuePartsDependencies, cause: Cause): Promise<void> {
  const due = await dueParts(deps.table, 'temporary measure', deps.now());
  await decideOnEach(deps, due, cause, (record, { kind, content }) =>
    kind === 'temporary measure' ? measureDue(record, content.id, deps.now()) : [],
  );
}

async function notifications(deps: DuePartsDependencies, cause: Cause): Promise<void> {
  const { now, config } = deps;
  const due = await dueParts(deps.table, 'notification', addDuration(now(), config.postMortem.notificationWarning));
  await decideOnEach(deps, due, cause, (record, { kind, content }) =>
    kind === 'notification' ? notificationDue(record, content.id, now(), config) : [],
  );
}

async function acceptances(deps: DuePartsDependencies, cause: Cause): Promise<void> {
  const { now, config } = deps;
  await decideOnEach(deps, await dueParts(deps.table, 'recommendation', now()), cause, (record, { kind, content }) =>
    kind === 'recommendation' ? endRecommendationAcceptance(record, content.id, now(), config) : [],
  );
}

/** The index may lag behind the table, so each decision is made on the record as it is. */
async function decideOnEach(
  { store, telemetry, hasTime }: DuePartsDependencies,
  due: readonly DuePart[],
  cause: Cause,
  decide: (record: PostMortem, part: DuePart['part']) => RecordEvent[],
): Promise<void> {
  await runAll(
    due.map(({ postMortemId, part }) => ({
      name: `${part.kind} ${part.content.id}`,
      run: async () => {
        if (!hasTime()) return;
        let events: RecordEvent[] = [];
        await store.changePostMortem(
          postMortemId,
          (record) => {
            events = decide(record, part);
            return events;
          },
          cause,
        );
        for (const { type } of events) {
          telemetry.count(type.replaceAll(' ', ''));
          telemetry.info(type, { postMortemId, kind: part.kind, id: part.content.id });
        }
      },
    })),
  );
}
