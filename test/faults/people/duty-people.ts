import type { Lesson } from '../../../shared/domain/record/content/lesson.ts';
import type { PostMortem } from '../../../shared/domain/record/post-mortem.ts';
import { write } from '../table/write-call.ts';
import { ANALYST_CARL, APPROVER_BEN, MINUTE, type PeopleWorld } from './people-world.ts';

/** Carl remembers more, and better: what he wrote changes while Anna writes and others judge. */
export async function rememberMore(world: PeopleWorld): Promise<void> {
  while (!world.isOver()) {
    await world.pause(10_000, 4 * MINUTE);
    const record = await someRecord(world);
    if (record?.status !== 'open') continue;
    const draw = world.random.fraction();
    if (draw < 0.25) await write(world, ANALYST_CARL, 'POST', record.id, 'observations', observation(world));
    else if (draw < 0.5) await write(world, ANALYST_CARL, 'POST', record.id, 'lessons', lesson(world));
    else if (draw < 0.6) await write(world, ANALYST_CARL, 'POST', record.id, 'notifications', notification(world));
    else if (draw < 0.7) await postpone(world, record);
    else await correctTimeline(world, record);
  }
}

/** Somebody does what a record asks of people, sooner or later. */
export async function keepDuties(world: PeopleWorld): Promise<void> {
  const { random, timeline } = world;
  while (!world.isOver()) {
    await world.pause(5 * MINUTE, 40 * MINUTE);
    const record = await someRecord(world);
    if (record === undefined) continue;
    const [lesson] = random.shuffled(record.lessons);
    if (lesson !== undefined) {
      await settle(world, record, lesson);
    }
    const [told] = record.notifications;
    if (told !== undefined && random.chance(0.3)) {
      await write(world, ANALYST_CARL, 'POST', record.id, `notifications/${told.id}/sent`, { sentAt: timeline.now() });
    }
  }
}

/** Carl puts it in place. Somebody else reads that: mostly it is one, and now and then it is none, or holds no longer. */
async function settle(world: PeopleWorld, { id }: PostMortem, { id: lesson, status }: Lesson): Promise<void> {
  const { random, timeline } = world;
  const path = `lessons/${lesson}`;
  if (status === 'claimed') {
    if (random.chance(0.2)) await write(world, ANALYST_CARL, 'POST', id, `${path}/confirm`);
    const reason = 'It is not on that page.';
    if (random.chance(0.2)) await write(world, APPROVER_BEN, 'POST', id, `${path}/refuse`, { reason });
    else await write(world, APPROVER_BEN, 'POST', id, `${path}/confirm`);
  } else if (status === 'in place' && random.chance(0.3)) {
    const found = { reason: 'Nobody follows it any more.', dueAt: soon(world) };
    await write(world, APPROVER_BEN, 'POST', id, `${path}/no-longer-holds`, found);
  } else {
    const version = `${random.integer(1, 9)}.0`;
    const proof = { version, url: 'https://wiki.example.com/payments', versionAt: timeline.now() };
    await write(world, ANALYST_CARL, 'POST', id, `${path}/in-place`, proof);
  }
}

async function someRecord({ records, random, seen }: PeopleWorld): Promise<PostMortem | undefined> {
  const ids = records();
  return ids.length === 0 ? undefined : seen.postMortem(random.pick(ids));
}

function observation({ random }: PeopleWorld): object {
  const kind = random.pick(['went well', 'went badly', 'got lucky']);
  const reason = kind === 'went badly' ? { noRecommendationBecause: 'It was the first time that it happened.' } : {};
  return { kind, statement: 'We saw it late.', ...reason };
}

function lesson(world: PeopleWorld): object {
  return {
    statement: 'Whoever gets a mail about a payment calls back on a known number.',
    updates: 'procedure',
    document: 'Payment handbook',
    ownerTeam: 'finance',
    dueAt: soon(world),
    ...(world.random.chance(0.5) ? { reviewEvery: 'PT45M' } : {}),
  };
}

const notification = (world: PeopleWorld): object => ({
  regime: 'GDPR',
  stage: 'notification',
  recipient: 'The regulator',
  dueAt: soon(world),
});

/** A lesson gets another date. */
async function postpone(world: PeopleWorld, { id, lessons }: PostMortem): Promise<void> {
  const before = lessons.find(({ status }) => status === 'open');
  if (before !== undefined) await write(world, ANALYST_CARL, 'PUT', id, `lessons/${before.id}`, lesson(world));
}

/** An entry is corrected, also in its time, or taken out. */
async function correctTimeline(world: PeopleWorld, { id }: PostMortem): Promise<void> {
  const { random, seen, timeline } = world;
  const own = (await seen.wholeTimeline(id)).filter(({ origin }) => origin === 'person');
  const [entry] = random.shuffled(own);
  if (entry === undefined) return;
  const path = `timeline/${entry.at}/${entry.id}`;
  if (random.chance(0.3)) {
    await write(world, ANALYST_CARL, 'DELETE', id, path);
    return;
  }
  const at = random.chance(0.5) ? timeline.now() : entry.at;
  await write(world, ANALYST_CARL, 'PUT', id, path, { at, what: `${entry.what} (corrected)`, kind: entry.kind });
}

const soon = ({ timeline, random }: PeopleWorld): string =>
  new Date(timeline.nowMs() + random.integer(5, 45) * MINUTE).toISOString();
