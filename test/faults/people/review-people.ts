import { openHints } from '../../../shared/domain/hints/hand-in.ts';
import type { PostMortem } from '../../../shared/domain/record/post-mortem.ts';
import type { Recommendation, RecommendationDraft } from '../../../shared/domain/remediation/recommendation.ts';
import type { Check } from '../../../shared/domain/verification/plan.ts';
import type { PostMortemId } from '../../../shared/domain/words/identifiers.ts';
import { write } from '../table/write-call.ts';
import { CONTROLS } from './controls.ts';
import { RESOURCES, SOURCES } from './evidence-sources.ts';
import { ANALYST_ANNA, ANALYST_CARL, APPROVER_BEN, APPROVER_EVA, MINUTE, type PeopleWorld } from './people-world.ts';

const SECTIONS = {
  summary: { text: 'Two people entered their passwords on a false sign-in page.' },
  impact: { description: 'Two mailboxes were read.', services: ['mail'], dataKinds: ['e-mail'] },
  detection: { how: 'A colleague asked about the mail.', whyNotSooner: 'No filter, no report button.' },
  response: { firstAction: 'Security operations reset the passwords.' },
};

/** People look out for new records, and review each. */
export async function reviewRecords(world: PeopleWorld): Promise<void> {
  const begun = new Set<PostMortemId>();
  const reviews: Promise<unknown>[] = [];
  while (!world.isOver()) {
    for (const id of world.records().filter((one) => !begun.has(one))) {
      begun.add(id);
      reviews.push(review(world, id), addTimeline(world, id));
    }
    await world.pause(MINUTE, 5 * MINUTE);
  }
  await Promise.all(reviews);
}

async function review(world: PeopleWorld, id: PostMortemId): Promise<void> {
  await world.pause(0, 10 * MINUTE);
  await fillIn(world, id);
  while (!world.isOver()) {
    const record = await recordOf(world, id);
    if (record === undefined) return;
    if (record.status === 'open') await submit(world, record);
    if (record.status === 'in review') await judge(world, record);
    await world.pause(0, 10 * MINUTE);
  }
}

/** Two people write in the same record at the same time. */
async function addTimeline(world: PeopleWorld, id: PostMortemId): Promise<void> {
  for (let entries = world.random.integer(0, 3); entries > 0 && !world.isOver(); entries -= 1) {
    await world.pause(0, 8 * MINUTE);
    const what = `Somebody looked at the logs, ${entries}`;
    await write(world, ANALYST_CARL, 'POST', id, 'timeline', { at: world.timeline.now(), what, kind: 'action' });
  }
}

async function fillIn(world: PeopleWorld, id: PostMortemId): Promise<void> {
  const sections = Object.entries(SECTIONS).map(([name, content]) =>
    write(world, ANALYST_ANNA, 'PUT', id, `sections/${name}`, content),
  );
  await Promise.all(sections);
  await write(world, ANALYST_ANNA, 'PATCH', id, '', { category: 'phishing' });
  await write(world, ANALYST_ANNA, 'POST', id, 'root-causes', { kind: 'human', statement: 'Nobody was trained' });
  const record = await recordOf(world, id);
  const answers = record?.rootCauses.map((cause) => cause.id) ?? [];
  for (let count = world.random.integer(1, 4); count > 0; count -= 1) {
    await write(world, ANALYST_ANNA, 'POST', id, 'recommendations', draft(world, answers));
  }
}

/** Plans name who has to say what, and some of which resource. */
function scopeOf(
  random: PeopleWorld['random'],
): Pick<Extract<Check, { kind: 'signal' }>, 'sources' | 'need' | 'resources'> {
  return {
    sources: [...SOURCES].slice(0, random.integer(1, 2)),
    ...(random.chance(0.3) ? { need: 'any' as const } : {}),
    ...(random.chance(0.3) ? { resources: [...RESOURCES].slice(0, random.integer(1, 2)) } : {}),
  };
}

function draft({ random, timeline }: PeopleWorld, answers: RecommendationDraft['answers']): RecommendationDraft {
  const checks: Check[] = random.chance(0.7)
    ? [{ kind: 'signal', subject: { type: 'control', id: random.pick(CONTROLS) }, ...scopeOf(random) }]
    : [{ kind: 'ticket state' }];
  if (random.chance(0.3)) checks.push({ kind: 'attestation', statement: 'The filter was tried and it works.' });
  return {
    title: 'Turn on mail filtering for look-alike domains',
    why: 'The phishing mails came from a domain one letter away from ours.',
    kind: 'prevent',
    answers,
    impact: random.integer(2, 5),
    feasibility: 3,
    ownerTeam: random.pick(['messaging', 'identity']),
    successCriterion: 'A test mail from a look-alike domain is quarantined within a minute.',
    verification: { checks, untestedBecause: 'Nothing in this company can look at the filter from outside.' },
    ...(random.chance(0.5) ? { existingWork: mergedAt(timeline.now()) } : {}),
  };
}

/** The work was done while the incident still burned. */
const mergedAt = (now: string): RecommendationDraft['existingWork'] => ({
  kind: 'pull request',
  url: 'https://github.com/acme/mail/pull/12',
  mergedAt: new Date(Date.parse(now) - 3_600_000).toISOString(),
});

/** Sends what is there. What a failed call left out is written again first, and hints about the wording are let stand, with a word. */
async function submit(world: PeopleWorld, record: PostMortem): Promise<void> {
  const { status, body } = await write(world, ANALYST_ANNA, 'POST', record.id, 'submit', {});
  if (status !== 422) return;
  if (Object(body).reason !== 'open hints') return fillIn(world, record.id);
  const hints = openHints(record).map(({ path, about, excerpt }) => ({ path, about, excerpt }));
  await write(world, ANALYST_ANNA, 'POST', record.id, 'hints/dismiss', { hints, because: 'checked by hand' });
}

async function judge(world: PeopleWorld, record: PostMortem): Promise<void> {
  const { random } = world;
  const proposed = record.recommendations.filter(({ status }) => status === 'proposed');
  const [first] = proposed;
  if (random.chance(0.15)) {
    await write(world, APPROVER_BEN, 'POST', record.id, 'return', { reason: 'Say more about the response, please.' });
    return;
  }
  if (first !== undefined && proposed.length > 1 && random.chance(0.2)) {
    const reason = 'This costs more than it is worth.';
    await write(world, APPROVER_BEN, 'POST', record.id, `recommendations/${first.id}/decline`, { reason });
  }
  if (first !== undefined && random.chance(0.4)) await putOff(world, record, first);
  for (const approver of [APPROVER_BEN, APPROVER_EVA]) {
    const latest = await recordOf(world, record.id);
    if (latest?.status !== 'in review') return;
    await write(world, approver, 'POST', record.id, 'approve', { revision: latest.revision });
  }
}

/** Not now: the risk is accepted for a while. */
async function putOff(world: PeopleWorld, { id }: PostMortem, one: Recommendation): Promise<void> {
  const until = new Date(world.timeline.nowMs() + world.random.integer(5, 90) * MINUTE).toISOString();
  const words = { reason: 'The fix waits for the vendor.', compensatingControl: 'Mails are checked by hand.' };
  await write(world, APPROVER_BEN, 'POST', id, `recommendations/${one.id}/accept-risk`, { until, ...words });
}

const recordOf = (world: PeopleWorld, id: PostMortemId): Promise<PostMortem | undefined> => world.seen.postMortem(id);
