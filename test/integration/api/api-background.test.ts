import { describe, expect, it } from 'vitest';
import type { Route } from '../../../shared/api/route.ts';
import { ROUTES } from '../../../shared/api/routes.ts';
import { dismissHints } from '../../../shared/domain/hints/dismiss-hints.ts';
import { openHints } from '../../../shared/domain/hints/hand-in.ts';
import type { Hint } from '../../../shared/domain/hints/hint.ts';
import { hintsOf } from '../../../shared/domain/hints/hints-of.ts';
import { completenessOf } from '../../../shared/domain/record/completeness.ts';
import { HintName } from '../../../shared/domain/record/content/dismissed-hint.ts';
import { ticketOf } from '../../../shared/domain/record/decide/open-record.ts';
import { acceptRecommendationRisk, approve } from '../../../shared/domain/record/decide/review-record.ts';
import { confirmLesson, putLessonInPlace } from '../../../shared/domain/record/decide/settle-lesson.ts';
import type { RecordEvent } from '../../../shared/domain/record/events/record-events.ts';
import type { PostMortem } from '../../../shared/domain/record/post-mortem.ts';
import { templateFor } from '../../../shared/domain/record/template.ts';
import { ImpossibleTransition } from '../../../shared/domain/remediation/apply-remediation.ts';
import { PartId, PostMortemId, RecommendationId } from '../../../shared/domain/words/identifiers.ts';
import type { Missing } from '../../../shared/domain/words/refusal.ts';
import { apiForEachTest } from '../../support/api/api-world.ts';
import { supply } from '../../support/world/fill-in.ts';
import { type FullRecord, fullRecord, pathIn, undoMeasure } from '../../support/world/full-record.ts';
import { OWN_RECORD_NOTES, OWN_REMEDIATION_NOTES, type OwnRecordNote } from '../../support/world/own-notes.ts';
import { BEN } from '../../support/world/people.ts';
import { aCause } from '../../support/world/stories.ts';

const { world, api, as } = apiForEachTest();
const CARL = { kind: 'person', id: 'carl', name: 'Carl', email: 'carl@example.com' } as const;
const DORA = { ...CARL, id: 'dora', name: 'Dora', email: 'dora@example.com' };
const EVE = { ...CARL, id: 'eve', name: 'Eve', email: 'eve@example.com' };
const carl = as(CARL, 'admin');

const STAGES = ['open', 'in review', 'approved', 'claimed'] as const;
type Stage = (typeof STAGES)[number];

/** A full record at a stage of its life, whose author is Ben. One recommendation is approved, another put off. */
type Staged = FullRecord & { revision: number };

const GUARDED = ROUTES.filter(({ ifMatch }) => ifMatch !== 'none');
const HAS_ETAG = ROUTES.filter(
  ({ method, path }) => method === 'GET' && (path.endsWith('}') || /sections\//.test(path)),
);

/** The addresses under which somebody may have read what the route writes in: the record, the part, the fix. */
function readsBefore(route: Route): string[] {
  const isAbove = ({ path }: Route) => route.path === path || route.path.startsWith(`${path}/`);
  const paths = HAS_ETAG.filter(isAbove).map(({ path }) => path);
  // Each of these has versions of its own.
  const own = ['{remediation}', '/drafts/', '/comments/'].find((part) => route.path.includes(part)) ?? '';
  return paths.filter((path) => path.includes(own));
}

/** Writes the log of one record again, as another one: a twin at the stage, at the cost of two transactions. */
async function stagedTwin(original: FullRecord, stage: Stage): Promise<Staged> {
  const { store, newId, now, config } = world();
  const id = PostMortemId.parse(newId());
  const text = JSON.stringify(await store.events(PostMortemId.parse(original.id)));
  const log: RecordEvent[] = JSON.parse(text.replaceAll(original.id, id).replaceAll(original.key, ticketOf(id).key))
    // A record is opened without them.
    .filter(({ type }: RecordEvent) => !type.startsWith('Comment '))
    .map(({ type, data }: RecordEvent) => ({ type, data }));
  const ticket = ticketOf(id);
  await store.open(id, ticket, log, aCause());
  // No event tells of drafts.
  await as(BEN, 'admin')('PUT', `/post-mortems/${id}/drafts/${original.path}`, { title: 'Unfinished' });
  const said = { path: 'sections.impact', text: 'Is this all of it?' };
  const { body } = await as(BEN, 'admin')('POST', `/post-mortems/${id}/comments`, said);
  const change = (decide: (record: PostMortem) => RecordEvent[]) => store.changePostMortem(id, decide, aCause());
  if (stage !== 'open') {
    await change(({ revision }) => [{ type: 'Post-Mortem Submitted', data: { postMortemId: id, revision, by: BEN } }]);
  }
  if (stage === 'approved' || stage === 'claimed') {
    const request = {
      until: '2027-01-01T00:00:00.000Z',
      reason: 'The vendor is late',
      compensatingControl: 'Somebody reads the log each morning',
    };
    const put = RecommendationId.parse(log.flatMap(secondRecommendation)[0]);
    await change((record) => acceptRecommendationRisk(record, put, request, DORA, now(), config));
    await change((record) => approve(record, record.revision, DORA, now(), config));
    await noteOfFixes(id, 'Remediation Requested', 'Remediation Ticket Created');
  }
  if (stage === 'claimed') await noteOfFixes(id, 'Remediation Claimed');
  const { revision } = (await store.head(id)) ?? { revision: 0 };
  return { ...original, id, key: ticket.key, comment: Object(body).id, revision };
}

const secondRecommendation = (event: RecordEvent): string[] =>
  event.type === 'Recommendation Proposed' && event.data.recommendation.title === 'Put off'
    ? [event.data.recommendation.id]
    : [];

async function noteOfFixes(id: PostMortemId, ...types: (keyof typeof OWN_REMEDIATION_NOTES)[]): Promise<void> {
  for (const { id: fix } of await world().store.remediations(id)) {
    for (const type of types) {
      const decide = OWN_REMEDIATION_NOTES[type];
      try {
        await world().store.changeRemediation(id, fix, (now) => (now === undefined ? [] : [decide(now)]), aCause());
      } catch (error) {
        if (!(error instanceof ImpossibleTransition)) throw error;
      }
    }
  }
}

async function noteOfRecord(id: PostMortemId, types: readonly OwnRecordNote[]): Promise<void> {
  for (const type of types) {
    const remediations = await world().store.remediations(id);
    const decide = (record: PostMortem) =>
      [OWN_RECORD_NOTES[type](record, remediations)].filter((one) => one !== undefined);
    await world().store.changePostMortem(id, decide, aCause());
  }
}

/** Events that leave a person's work allowed. Whether they are let in is then for the ETag alone. */
const RECORD_NOTES = Object.keys(OWN_RECORD_NOTES) as OwnRecordNote[];
const WITHOUT_ITS_RETURN = RECORD_NOTES.filter((type) => type !== 'Post-Mortem Carried On');
/** To these, an incident that came back is another one: see the test of it. */
const IS_OF_THE_INCIDENT: ReadonlySet<string> = new Set(['waiveRecord', 'mergeRecord']);
/** What is taken out before that, and not after: evidence that arrived is held, and a measure that was announced is undone. */
const KEEPS_IN_THE_RECORD: Record<string, OwnRecordNote> = {
  removeEvidence: 'Evidence Received',
  removeTemporaryMeasure: 'Temporary Measure Due',
};
/** It is about fixes without a ticket, and those of each stage have one. */
const WANTS_NO_TICKET: ReadonlySet<string> = new Set(['changeExistingWork']);
const NOTES_AT: Record<Stage, readonly OwnRecordNote[]> = {
  open: RECORD_NOTES,
  'in review': WITHOUT_ITS_RETURN,
  approved: WITHOUT_ITS_RETURN,
  claimed: WITHOUT_ITS_RETURN,
};

async function original(): Promise<FullRecord> {
  const record = await fullRecord(api());
  const { body } = ROUTES.find(({ operationId }) => operationId === 'addRecommendation') ?? {};
  const putOff = Object.assign({}, body?.example, { title: 'Put off' });
  await as(BEN, 'admin')('POST', `/post-mortems/${record.id}/recommendations`, putOff);
  return record;
}

/** A record with nothing missing, so that it can be submitted. */
async function complete(): Promise<FullRecord> {
  const record = await original();
  const id = PostMortemId.parse(record.id);
  for (;;) {
    // Its upload is still to arrive, and does so while somebody reads.
    const missing = (await missingIn(id)).find(({ path }) => !path.startsWith('evidence'));
    if (missing === undefined) {
      await world().store.changePostMortem(
        id,
        (current) => dismissHints(current, openHints(current).map(nameOf), 'quoted', BEN, world().now()),
        aCause(BEN),
      );
      return record;
    }
    await world().store.changePostMortem(id, (current) => supply(current, missing, BEN), aCause(BEN));
  }
}

async function missingIn(id: PostMortemId): Promise<readonly Missing[]> {
  const record = await world().store.postMortem(id);
  if (record === undefined) throw new Error(`there is no record ${id}`);
  return completenessOf(record, templateFor(record, world().config.postMortem.templates), world().config).missing;
}

/** The body of the route's example, about what is there. */
async function bodyOf({ operationId, body }: Route, staged: Staged): Promise<unknown> {
  if (operationId === 'approveRecord') return { revision: staged.revision };
  if (operationId === 'attestFix') return { check: 1, outcome: 'pass', note: 'The report was read.' };
  if (operationId === 'dismissHints') return { hints: [await aHintOf(staged)], because: 'as it was said' };
  if (operationId !== 'mergeRecord') return body?.example;
  const opened = await as(BEN, 'admin')('POST', '/post-mortems', {
    kind: 'incident',
    title: 'The same',
    severity: 'high',
  });
  return { into: Object(opened.body).id, reason: 'One campaign' };
}

const nameOf = ({ path, about, excerpt }: Hint): HintName => HintName.parse({ path, about, excerpt });

/** One that is there, whether it was dismissed with another word before or not. */
async function aHintOf({ id }: Staged): Promise<HintName> {
  const record = await world().store.postMortem(PostMortemId.parse(id));
  const [hint] = record === undefined ? [] : hintsOf(record);
  if (hint === undefined) throw new Error('there is a hint in the full record');
  return nameOf(hint);
}

/** What a route wants to be done before: of a lesson, that somebody said that it is in place. */
async function preparedFor({ operationId }: Route, { id, parts }: Staged): Promise<void> {
  const { store, now } = world();
  // No record ends while a measure is in force.
  if (IS_OF_THE_INCIDENT.has(operationId)) await undoMeasure(api(), { id, parts });
  const change = (decide: (record: PostMortem) => RecordEvent[]) =>
    store.changePostMortem(PostMortemId.parse(id), decide, aCause(EVE));
  const lesson = PartId.parse(parts.lessons);
  const isOfAClaim =
    operationId === 'confirmLesson' || operationId === 'refuseLesson' || operationId === 'reopenLesson';
  if (isOfAClaim) {
    const reference = { version: '3.1', url: 'https://wiki.example.com/plan', versionAt: now() };
    await change((record) => putLessonInPlace(record, lesson, reference, EVE, now()));
  }
  if (operationId === 'reopenLesson') await change((record) => confirmLesson(record, lesson, DORA, now()));
}

async function read(path: string): Promise<string> {
  const { status, headers } = await carl('GET', path);
  if (status !== 200 || headers.etag === undefined) throw new Error(`GET ${path}: ${status}, ETag ${headers.etag}`);
  return headers.etag;
}

/** Reads, lets `meanwhile` happen, and writes on what was read. @returns the status of the writing */
async function writeAfter(
  route: Route,
  readPath: string,
  staged: Staged,
  meanwhile: () => Promise<unknown>,
): Promise<number> {
  await preparedFor(route, staged);
  const body = await bodyOf(route, staged);
  const etag = await read(pathIn(readPath, staged));
  await meanwhile();
  const { status } = await carl(route.method, pathIn(route.path, staged), body, { 'if-match': etag });
  return status;
}

describe('between what a person reads and what they write', () => {
  it('nothing that Holdfast notes by itself refuses them, on any route', { timeout: 600_000 }, async () => {
    const [model, whole] = [await original(), await complete()];
    const refused: string[] = [];
    const done = new Set<string>();
    for (const stage of STAGES) {
      for (const route of GUARDED) {
        const isOfFix = route.path.includes('{remediation}');
        if (isOfFix ? stage === 'open' || stage === 'in review' : stage === 'claimed') continue;
        for (const readPath of readsBefore(route)) {
          const notes = IS_OF_THE_INCIDENT.has(route.operationId) ? WITHOUT_ITS_RETURN : NOTES_AT[stage];
          const staged = await stagedTwin(route.operationId === 'submitRecord' ? whole : model, stage);
          const id = PostMortemId.parse(staged.id);
          const status = await writeAfter(route, readPath, staged, async () => {
            await noteOfRecord(
              id,
              notes.filter((type) => type !== KEEPS_IN_THE_RECORD[route.operationId]),
            );
            await noteOfFixes(
              id,
              'Remediation Ticket Updated',
              'Remediation Overdue',
              'Remediation Check Inconclusive',
            );
          });
          if (status === 412) refused.push(`${stage}: ${route.operationId} after reading ${readPath}`);
          if (status < 300) done.add(`${route.operationId} after reading ${readPath}`);
        }
      }
    }
    const all = GUARDED.filter(({ operationId }) => !WANTS_NO_TICKET.has(operationId)).flatMap((route) =>
      readsBefore(route).map((path) => `${route.operationId} after reading ${path}`),
    );
    expect(refused).toEqual([]);
    // Not one of them is let in only because it never comes so far: at some stage each writes.
    expect(all.filter((one) => !done.has(one))).toEqual([]);
  });

  it('no step of a fix refuses a decision about it for its version', { timeout: 600_000 }, async () => {
    const model = await original();
    const refused: string[] = [];
    for (const stage of ['approved', 'claimed'] as const) {
      for (const route of GUARDED.filter(({ path }) => path.includes('{remediation}'))) {
        for (const type of Object.keys(OWN_REMEDIATION_NOTES) as (keyof typeof OWN_REMEDIATION_NOTES)[]) {
          const staged = await stagedTwin(model, stage);
          const [path = ''] = readsBefore(route);
          const status = await writeAfter(route, path, staged, () => noteOfFixes(PostMortemId.parse(staged.id), type));
          if (status === 412) refused.push(`${stage}: ${route.operationId} after ${type}`);
        }
      }
    }
    expect(refused).toEqual([]);
  });

  it('the incident that came back is the reason, where it ends a review', { timeout: 60_000 }, async () => {
    const model = await original();
    for (const operationId of ['approveRecord', 'returnRecord', 'declineRecommendation']) {
      const route = GUARDED.find((one) => one.operationId === operationId);
      if (route === undefined) throw new Error(`there is no ${operationId}`);
      const staged = await stagedTwin(model, 'in review');
      const carryOn = () => noteOfRecord(PostMortemId.parse(staged.id), ['Post-Mortem Carried On']);
      expect([operationId, await writeAfter(route, '/post-mortems/{id}', staged, carryOn)]).toEqual([operationId, 409]);
    }
  });

  it('the incident that came back is the reason to look again, for who waives, merges or sets the date', async () => {
    const model = await original();
    const answers: unknown[] = [];
    for (const operationId of ['waiveRecord', 'mergeRecord', 'classifyRecord']) {
      const route = GUARDED.find((one) => one.operationId === operationId);
      if (route === undefined) throw new Error(`there is no ${operationId}`);
      const staged = await stagedTwin(model, 'open');
      const body =
        operationId === 'classifyRecord' ? { dueAt: '2026-12-01T10:00:00.000Z' } : await bodyOf(route, staged);
      await preparedFor(route, staged);
      const etag = await read(`/post-mortems/${staged.id}`);
      await noteOfRecord(PostMortemId.parse(staged.id), ['Post-Mortem Carried On']);
      const answer = await carl(route.method, pathIn(route.path, staged), body, { 'if-match': etag });
      const again = { 'if-match': await read(`/post-mortems/${staged.id}`) };
      const knowing = await carl(route.method, pathIn(route.path, staged), body, again);
      answers.push([operationId, answer.status, String(Object(answer.body).detail).slice(0, 22), knowing.status]);
    }
    const refused = [409, 'the incident came back', 200];
    expect(answers).toEqual(['waiveRecord', 'mergeRecord', 'classifyRecord'].map((one) => [one, ...refused]));
  });

  it('another claim is the reason to look again, for who decides about a fix', { timeout: 600_000 }, async () => {
    const model = await original();
    for (const { operationId } of GUARDED.filter(({ path }) => path.includes('{remediation}'))) {
      const route = GUARDED.find((one) => one.operationId === operationId);
      if (route === undefined) throw new Error(`there is no ${operationId}`);
      const staged = await stagedTwin(model, 'claimed');
      const status = await writeAfter(route, '/post-mortems/{id}/remediations/{remediation}', staged, () =>
        noteOfFixes(
          PostMortemId.parse(staged.id),
          'Remediation Ineffective',
          'Remediation Reopened',
          'Remediation Claimed',
        ),
      );
      expect([operationId, status]).toEqual([operationId, 409]);
    }
  });

  it('a return, another severity and a new submission want a new reading before an approval', async () => {
    const model = await complete();
    const approve = async (...between: ((path: string) => Promise<{ status: number }>)[]) => {
      const staged = await stagedTwin(model, 'in review');
      const path = `/post-mortems/${staged.id}`;
      const etag = await read(path);
      for (const act of between) expect((await act(path)).status).toBe(200);
      const answer = await carl('POST', `${path}/approve`, { revision: staged.revision }, { 'if-match': etag });
      return answer.status;
    };
    const ANY = { 'if-match': '*' };
    await noteOfRecord(PostMortemId.parse(model.id), ['Evidence Received']);
    const ben = as(BEN, 'admin');
    const giveBack = (path: string) =>
      as(DORA, 'admin')('POST', `${path}/return`, { reason: 'Not the real cause.' }, ANY);
    const lower = (path: string) => as(EVE, 'admin')('PATCH', path, { severity: 'low' }, ANY);
    const submit = (path: string) => ben('POST', `${path}/submit`, undefined, ANY);
    expect([await approve(), await approve(giveBack, submit), await approve(giveBack, lower, submit)]).toEqual([
      200, 412, 412,
    ]);
  });

  it('what another person writes in it refuses them, on any route', { timeout: 600_000 }, async () => {
    const model = await original();
    const ben = as(BEN, 'admin');
    const letIn: string[] = [];
    for (const route of GUARDED.filter(({ path }) => !path.includes('{remediation}'))) {
      const staged = await stagedTwin(model, route.action === 'judge records' ? 'in review' : 'open');
      const status = await writeAfter(route, '/post-mortems/{id}', staged, async () => {
        const id = PostMortemId.parse(staged.id);
        const wasOpen = (await world().store.head(id))?.status === 'open';
        if (wasOpen)
          await ben('POST', `/post-mortems/${id}/root-causes`, { kind: 'human', statement: 'Another cause' });
        else
          await as(DORA, 'admin')(
            'POST',
            `/post-mortems/${id}/recommendations/${staged.parts.recommendations}/decline`,
            { reason: 'It costs too much.' },
            { 'if-match': '*' },
          );
      });
      if (status !== 412) letIn.push(`${route.operationId}: ${status}`);
    }
    expect(letIn).toEqual([]);
  });
});
