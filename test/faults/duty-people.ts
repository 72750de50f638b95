import { Duration } from '../../shared/domain/duration.ts';
import { PartId } from '../../shared/domain/identifiers.ts';
import type { Lesson } from '../../shared/domain/lesson.ts';
import { LIST_OF, type Part } from '../../shared/domain/parts.ts';
import type { PostMortem } from '../../shared/domain/post-mortem.ts';
import { notificationSent, putLessonInPlace } from '../../shared/domain/settle-record.ts';
import { addPart, changePart, changeTimelineEntry, removeTimelineEntry } from '../../shared/domain/write-record.ts';
import { causeOf } from './desk.ts';
import { ANNA, CARL, MINUTE, type Town } from './town.ts';

/** Carl remembers more, and better: what he wrote changes while Anna writes and others judge. */
export async function rememberMore(town: Town): Promise<void> {
  while (!town.isOver()) {
    await town.pause(10_000, 4 * MINUTE);
    const record = await someRecord(town);
    if (record?.status !== 'open') continue;
    const draw = town.random.fraction();
    if (draw < 0.25) await add(town, record, observation(town));
    else if (draw < 0.5) await add(town, record, lesson(town));
    else if (draw < 0.6) await add(town, record, notification(town));
    else if (draw < 0.7) await postpone(town, record);
    else await mendTimeline(town, record);
  }
}

/** Somebody does what a record asks of people, sooner or later. */
export async function keepDuties(town: Town): Promise<void> {
  const { random, desk, timeline } = town;
  while (!town.isOver()) {
    await town.pause(5 * MINUTE, 40 * MINUTE);
    const record = await someRecord(town);
    if (record === undefined) continue;
    const [one] = random.shuffled(record.lessons);
    if (one !== undefined) {
      const reference = { version: `${random.integer(1, 9)}.0` };
      await desk.change(CARL, record.id, (now) =>
        putLessonInPlace(now, one.id, reference, CARL.person, timeline.now()),
      );
    }
    const [told] = record.notifications;
    if (told !== undefined && random.chance(0.3)) {
      const sent = { sentAt: timeline.now() };
      await desk.change(CARL, record.id, (now) => notificationSent(now, told.id, sent, CARL.person));
    }
  }
}

async function someRecord({ records, random, seen }: Town): Promise<PostMortem | undefined> {
  const ids = records();
  return ids.length === 0 ? undefined : seen.postMortem(random.pick(ids));
}

function add({ desk }: Town, { id }: PostMortem, part: Part): Promise<boolean> {
  const isThere = (record: PostMortem) => record[LIST_OF[part.kind]].some((one) => one.id === part.content.id);
  return desk.change(CARL, id, (record) => (isThere(record) ? [] : addPart(record, part, CARL.person)));
}

function observation({ random, newId }: Town): Part {
  const kind = random.pick(['went well', 'went badly', 'got lucky'] as const);
  const reason = kind === 'went badly' ? { noRecommendationBecause: 'It was the first time that it happened.' } : {};
  return { kind: 'observation', content: { id: PartId.parse(newId()), kind, statement: 'We saw it late.', ...reason } };
}

function lesson(town: Town): Part {
  const content: Lesson = {
    id: PartId.parse(town.newId()),
    status: 'open',
    statement: 'Whoever gets a mail about a payment calls back on a known number.',
    updates: 'procedure',
    document: 'Payment handbook',
    ownerTeam: 'finance',
    dueAt: soon(town),
    ...(town.random.chance(0.5) ? { reviewEvery: Duration.parse('PT45M') } : {}),
  };
  return { kind: 'lesson', content };
}

function notification(town: Town): Part {
  const content = { id: PartId.parse(town.newId()), recipient: 'The regulator', dueAt: soon(town) };
  return { kind: 'notification', content: { ...content, regime: 'GDPR', stage: 'notification' } };
}

/** A lesson gets another date. */
async function postpone(town: Town, record: PostMortem): Promise<void> {
  const before = record.lessons.find(({ status }) => status === 'open');
  if (before === undefined) return;
  const content = { ...before, dueAt: soon(town) };
  await town.desk.change(CARL, record.id, (now) => changePart(now, { kind: 'lesson', content }, CARL.person));
}

/** An entry is corrected, also in its time, or taken out. */
async function mendTimeline({ desk, random, seen, timeline }: Town, { id }: PostMortem): Promise<void> {
  const own = (await seen.wholeTimeline(id)).filter(({ origin }) => origin === 'person');
  const [entry] = random.shuffled(own);
  if (entry === undefined) return;
  const { at, kind } = entry;
  const position = { at, id: entry.id };
  const change = { at: random.chance(0.5) ? timeline.now() : at, what: `${entry.what} (corrected)`, kind };
  const isRemoved = random.chance(0.3);
  await desk.work((store) =>
    store.changeTimelineEntry(
      id,
      position,
      (record, before) =>
        isRemoved
          ? removeTimelineEntry(record, before, CARL.person)
          : changeTimelineEntry(record, before, change, ANNA.person),
      causeOf(CARL),
    ),
  );
}

const soon = ({ timeline, random }: Town): string =>
  new Date(timeline.nowMs() + random.integer(5, 45) * MINUTE).toISOString();
