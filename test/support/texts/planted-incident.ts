import { ScanCommand } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod';
import { publishReportHandler } from '../../../functions/publish-report/handler.ts';
import { ROUTES } from '../../../shared/api/routes.ts';
import { busDetail } from '../../../shared/domain/events/recorded-event.ts';
import type { RestrictedTickets } from '../../../shared/domain/remediation/remediation-policy.ts';
import { Signal } from '../../../shared/domain/verification/signal.ts';
import { Duration } from '../../../shared/domain/words/duration.ts';
import type { PostMortemId } from '../../../shared/domain/words/identifiers.ts';
import { Person } from '../../../shared/domain/words/person.ts';
import type { Tlp } from '../../../shared/domain/words/tlp.ts';
import { receiveUpload } from '../../../shared/evidence/receive-upload.ts';
import type { TicketFields } from '../../../shared/jira/create-request.ts';
import { JiraRefused } from '../../../shared/jira/jira-errors.ts';
import { siteName } from '../../../shared/jira/site.ts';
import { storeSignal } from '../../../shared/store/inbox/last-words.ts';
import { storeReport } from '../../../shared/store/inbox/reports.ts';
import { apiOf } from '../api/api.ts';
import { hashOf } from '../samples/evidence-files.ts';
import { aFile } from '../samples/post-mortem-files.ts';
import { aCause } from '../world/stories.ts';
import { startWorld, type World } from '../world/world.ts';
import { plantWords } from './plant-words.ts';

/** Names that the Jira simulator gives to people: they are on a ticket, and so in its record. */
const JIRA_NAMES = ['Mia Okafor', 'Jonas Berg', '712020:jonas', 'jonas@example.com'];

type Body = Record<string, unknown>;
/** Places where words could get to, each as one text. */
export type Places = Record<'bus' | 'reports' | 'tickets' | 'comments' | 'log' | 'failures' | 'metrics', string>;

/**
 * An incident from its closure to the end of its record, through every door and with a word of its own in every text that
 * anybody can write.
 *
 * @returns what got where
 */
export async function plantedIncident(endpoint: string, tlp: Tlp, restrictedTickets: RestrictedTickets = 'reference') {
  const words = plantWords();
  const category = words.plant('config.category');
  const world = await startWorld(endpoint, {
    postMortem: { tlp, categories: ['phishing', category] },
    verification: { steps: ['P7D'] },
    remediation: { restrictedTickets },
    reports: { settle: 'PT0S' },
  });
  const api = apiOf(world);
  const files: string[] = [];
  const called = new Set<string>();
  const person = (id: string): Person => Person.parse({ ...words.valuesOf(Person, id)[0], id });
  const [anna, ben] = [person('anna'), person('ben')];

  /** Calls an operation with everything that its body can hold; a body of several alternatives is sent once for each. */
  async function say(
    operation: string,
    who: Person,
    path: Record<string, string>,
    given: Body | ((body: Body) => Body) = {},
    only?: 'first',
  ) {
    const route = ROUTES.find(({ operationId }) => operationId === operation);
    if (route === undefined) throw new Error(`there is no operation ${operation}`);
    called.add(operation);
    const bodies: unknown[] = route.body === undefined ? [undefined] : words.valuesOf(route.body.schema, operation);
    const address = route.path.replaceAll(/\{(\w+)\}/g, (_, name: string) => path[name] ?? '');
    const made: { id: string; body: unknown; status: number }[] = [];
    for (const body of only === 'first' ? bodies.slice(0, 1) : bodies) {
      const sent =
        body === undefined || body === null
          ? body
          : { ...Object(body), ...(typeof given === 'function' ? given(Object(body)) : given) };
      const isFirst = /^(writeSection_|saveDraft$)/.test(operation) && made.length === 0;
      const version = { [isFirst ? 'if-none-match' : 'if-match']: '*' };
      const answer = await api.call(who, ['admin'], route.method, address, sent, version);
      if (answer.status >= 300) throw new Error(`${operation}: ${JSON.stringify(answer.body)}`);
      made.push({ id: answer.headers.location?.split('/').at(-1) ?? '', body: answer.body, status: answer.status });
    }
    return made;
  }
  const told = async () => (await world.outbox()).filter(({ type }) => type !== 'Signal Recorded');
  const wait = (time: string) => world.clock.advance(Duration.parse(time));
  const report = async (runId: string) => {
    const handler = publishReportHandler({
      ...world,
      bucket: 'reports',
      putNew: ({ key, body }) => Promise.resolve(void files.push(key, body)),
      remember: (kind, run, event) => storeReport(world.table, kind, run, event),
    });
    await handler({}, { awsRequestId: runId });
  };

  // The closure of the incident, and everything that is written about it.
  const incident = world.simulator.createIssue({
    project: 'SEC',
    issueType: 'Security Incident',
    summary: `${words.plant('incident.summary')} in the mail of the CFO`,
    description: `${words.plant('incident.description')} used T1566.002`,
  });
  world.simulator.transition(incident.key, 'Done', { by: 'Mia Okafor', comment: words.plant('incident.comment') });
  const ticket = { source: 'jira' as const, site: siteName(world.config), ticketId: incident.id, key: incident.key };
  await world.handOver(world.event({ type: 'Incident Ticket Closed', data: { ticket, closedAt: world.now() } }));
  const id = await world.store.postMortemOfTicket(ticket);
  if (id === undefined) throw new Error(`no record was opened: ${world.failures.join(', ')}`);
  await writeRecord(id);

  async function writeRecord(record: PostMortemId): Promise<void> {
    const path = { id: record };
    for (const { operationId } of ROUTES) {
      if (operationId.startsWith('writeSection_')) await say(operationId, anna, path, outcomesOfObjectives);
    }
    await say('classifyRecord', anna, path, { category, tlp, severity: 'medium', dueAt: '2026-12-31T00:00:00.000Z' });
    const causes = await say('addRootCause', anna, path, { worksWith: [] });
    await say('rewriteRootCause', anna, { ...path, part: causes[0]?.id ?? '' }, { worksWith: [] });
    await say('addContributingFactor', anna, path);
    await say('addObservation', anna, path);
    // Sets an entry of the ticket right: an invented one is refused.
    const told = (await world.store.wholeTimeline(record)).find(({ origin }) => origin === 'ticket');
    const corrects = told && { at: told.at, id: told.id };
    await say('addTimelineEntry', anna, path, { corrects });
    await say('addTimelineEntries', anna, path, ({ entries }) => ({
      entries: z
        .array(z.looseObject({}))
        .parse(entries)
        .map((entry) => ({ ...entry, corrects })),
    }));
    await say('addCorrection', anna, path, { of: 'incident.title' });
    // A draft may be anything: here, a recommendation that lacks the rest.
    await say('saveDraft', anna, { ...path, path: 'recommendations.new' }, { title: words.plant('saveDraft.title') });
    const comments = await say('addComment', anna, path, { inReplyTo: undefined });
    const comment = { ...path, comment: comments[0]?.id ?? '' };
    await say('changeComment', anna, comment);
    await say('changeComment', anna, comment, { isResolved: false });
  }
  const record = { id };
  const filledIn = await world.store.postMortem(id);
  const answers = filledIn?.rootCauses.map((one) => one.id) ?? [];
  // An invented procedure is refused, too.
  const procedures = filledIn?.sections.response?.procedures.map(({ name }) => name) ?? [];
  // Due by its priority: a planted date is not to come.
  const judged = { answers, procedures, impact: 3, feasibility: 3, status: 'proposed', dueAt: undefined };
  const proposal = { ...judged, existingWork: undefined };
  const url = `https://${words.plant('addRecommendation.existingWork.url')}.example/pull/1`;
  const done = { ...judged, existingWork: { kind: 'pull request', url } };
  const [fix] = await say('addRecommendation', anna, record, done, 'first');
  // An invented hint is refused, except of words that may stand in another record: its words are those of the title.
  const [{ id: named, title } = { id: '', title: '' }] = (await world.store.postMortem(id))?.recommendations ?? [];
  const sameWords = { path: `recommendations.${named}.title`, about: 'same words', excerpt: title };
  await say('dismissHints', anna, record, { hints: [sameWords] });
  await say('reopenHints', anna, record);
  await say('dismissHints', anna, record, { hints: [sameWords] });
  const [declined] = await say('addRecommendation', anna, record, proposal, 'first');
  const [putOff] = await say('addRecommendation', anna, record, proposal, 'first');
  const [later] = await say('addRecommendation', anna, record, proposal, 'first');
  const [lesson] = await say('addLesson', anna, record, { dueAt: '2026-11-22T00:00:00.000Z' }, 'first');
  const dueSoon = { dueAt: '2026-11-21T12:00:00.000Z', sentAt: undefined, reference: undefined, url: undefined };
  const [notification] = await say('addNotification', anna, record, dueSoon, 'first');
  await say('addNotification', anna, record, { ...dueSoon, dueAt: '2026-11-22T12:00:00.000Z' }, 'first');
  const forAWhile = { since: world.now(), until: '2026-11-24T00:00:00.000Z' };
  const [measure] = await say('addTemporaryMeasure', anna, record, forAWhile, 'first');
  const ofMeasure = { id, part: measure?.id ?? '' };
  await say('rewriteTemporaryMeasure', anna, ofMeasure, forAWhile, 'first');
  await evidence();

  async function evidence(): Promise<void> {
    const content = words.plant('evidence.content');
    const draft = { bytes: content.length, sha256: hashOf(content), mediaType: 'text/plain', tlp: undefined };
    for (const uploaded of [content, content.toUpperCase()]) {
      const [announced] = await say('announceEvidence', anna, record, draft, 'first');
      const { id: part, key } = Object(announced?.body).evidence;
      await receiveUpload(world, world.bucket.put(key, uploaded), aCause());
      if (uploaded === content) await say('openEvidence', ben, { ...record, part });
      else await say('removeEvidence', anna, { ...record, part });
    }
  }

  // The review: sent back once; of four recommendations two become tickets.
  await say('submitRecord', anna, record);
  await say('returnRecord', ben, record);
  await say('submitRecord', anna, record);
  await say('declineRecommendation', ben, { id, part: declined?.id ?? '' });
  await say('acceptRecommendationRisk', ben, { id, part: putOff?.id ?? '' }, { until: '2026-12-01T00:00:00.000Z' });
  const revision = (await world.store.head(id))?.revision ?? 0;
  await say('approveRecord', ben, record, { revision });
  await say('changeExistingWork', ben, { id, remediation: later?.id ?? '' });
  refusedOnce(world);
  await world.deliver();
  wait('PT10M');
  await world.sweep();
  await world.deliver();

  // The claim, evidence of each kind, and a fix that does not hold.
  const remediation = { id, remediation: fix?.id ?? '' };
  const { ticket: open } = Object(await world.store.remediation(id, Object(fix?.id)));
  world.simulator.assign(open.key, 'Jonas Berg');
  world.simulator.transition(open.key, 'Done', { by: 'Jonas Berg' });
  await world.sweep();
  wait('P6D');
  await signals();
  wait('P1D');
  const { checks: planned } = Object(await world.store.remediation(id, Object(fix?.id)));
  const check = planned.findIndex(({ kind }: { kind: string }) => kind === 'attestation');
  await say('attestFix', ben, remediation, { check, outcome: 'fail' });
  await report('claimed');
  wait('PT1M');
  await world.verify();
  await world.deliver();
  await report('failed');

  async function signals(): Promise<void> {
    const { checks } = Object(await world.store.remediation(id ?? Object(''), Object(fix?.id)));
    for (const { subject, sources, resources } of checks.filter(({ kind }: { kind: string }) => kind === 'signal')) {
      const [planted] = words.valuesOf(Signal, 'signal');
      const asked = { subject, source: sources?.[0] ?? planted?.source, resource: resources?.[0] ?? planted?.resource };
      const signal = Signal.parse({ ...planted, ...asked, outcome: 'fail', observedAt: world.now() });
      await storeSignal(world.table, signal, world.event({ type: 'Signal Recorded', data: { signal } }));
      // And a moment later it does not judge, which is told beside the fail.
      const observedAt = new Date(world.clock.date().getTime() + 1).toISOString();
      const unjudged = Signal.parse({ ...planted, ...asked, outcome: 'not judged', observedAt });
      await storeSignal(world.table, unjudged, world.event({ type: 'Signal Recorded', data: { signal: unjudged } }));
    }
  }

  // What falls due, what is decided about it, and how it ends.
  wait('P31D');
  await world.sweep();
  await world.deliver();
  await report('overdue');
  const until = world.clock.date().getTime() + 86_400_000;
  await say('acceptRisk', ben, remediation, { until: new Date(until).toISOString() });
  await report('accepted');
  wait('P2D');
  await world.sweep();
  const ofLesson = { id, part: lesson?.id ?? '' };
  // By what the lesson updates: the proof of other kinds of documents is refused here.
  const proof = { versionAt: world.now(), training: undefined, exercise: undefined, test: undefined };
  const inPlace = () => say('putLessonInPlace', anna, ofLesson, proof, 'first');
  await inPlace();
  await say('refuseLesson', ben, ofLesson);
  await inPlace();
  await say('confirmLesson', ben, ofLesson);
  await say('reopenLesson', ben, ofLesson, { dueAt: '2027-06-30T00:00:00.000Z' });
  await inPlace();
  await say('confirmLesson', ben, ofLesson);
  await say('extendMeasure', anna, ofMeasure, { until: '2027-06-30T00:00:00.000Z' });
  await say('reportMeasureRemoved', anna, ofMeasure, { undoneAt: world.now(), goesOn: undefined }, 'first');
  await say('reportNotificationSent', anna, { id, part: notification?.id ?? '' }, { sentAt: world.now() });
  await say('cancelRemediation', ben, { id, remediation: later?.id ?? '' });
  await world.deliver();
  await otherRecords();
  await report('at the end');
  for (const kind of ['overdue', 'validation']) await say('makeReport', ben, {}, { kind });
  await world.publishReports();

  /** One that needs no post-mortem, one that is merged into another, and one of another installation. */
  async function otherRecords(): Promise<void> {
    const byHand = {
      tlp,
      kind: 'incident',
      category: 'phishing',
      scope: undefined,
      beganAt: undefined,
      endedAt: undefined,
    };
    const opened = async () => Object((await say('openRecord', anna, {}, byHand, 'first'))[0]?.body).id;
    await say('waiveRecord', ben, { id: await opened() });
    await say('mergeRecord', ben, { id: await opened() }, { into: await opened() });
    const text = words.plant('importRecord.summary');
    const file = aFile({
      ...{ title: words.plant('importRecord.title'), description: words.plant('importRecord.description'), tlp },
      ...{ category: 'phishing', sections: { summary: { text } } },
    });
    await say('importRecord', ben, {}, { format: 'json', record: file, status: 'open', isRehearsal: false }, 'first');
  }

  const events = await told();
  const { Items = [] } = await world.table.client.send(new ScanCommand({ TableName: world.table.name }));
  const ofOurs = world.simulator.issues().filter(({ key }) => key !== incident.key);
  const places: Places = {
    bus: JSON.stringify(events.map(busDetail)),
    reports: [...files, ...world.reports.texts()].join('\n'),
    tickets: JSON.stringify(ofOurs.map(({ comments: _, ...rest }) => rest)),
    comments: JSON.stringify([ofOurs.map(({ comments }) => comments), written(world, incident.id)]),
    log: world.log.join('\n'),
    failures: JSON.stringify(Items.filter(({ failure }) => failure !== undefined)),
    metrics: JSON.stringify(world.counted()),
  };
  await world.close();
  return {
    words,
    places,
    called,
    unexpected: api.unexpected,
    /** Names of Jira's own people; Jira is where they come from. */
    jiraNamesIn: (text: string) => JIRA_NAMES.filter((name) => text.includes(name)),
  };
}

/** Writes of ours to the incident's own ticket, which has words of its own. */
const written = (world: World, incidentId: string) =>
  world.simulator
    .requests()
    .filter(({ method, path }) => method !== 'GET' && path.includes(`/issue/${incidentId}`))
    .map(({ requestBody }) => requestBody);

/** A Jira whose refusal quotes what it was sent, as a validator that an administrator wrote may do. */
function refusedOnce({ jira }: World): void {
  const { createTicket, createTickets } = jira;
  const refusal = ({ fields }: TicketFields) =>
    new JiraRefused('POST /rest/api/3/issue', 400, `summary: not "${fields.summary}"`);
  Object.assign(jira, {
    createTicket(fields: TicketFields) {
      Object.assign(jira, { createTicket });
      return Promise.reject(refusal(fields));
    },
    createTickets(all: TicketFields[]) {
      Object.assign(jira, { createTickets });
      return Promise.reject(all.map(refusal)[0]);
    },
  });
}

/** An invented objective is refused: each has its outcome. */
function outcomesOfObjectives(body: Record<string, unknown>): Record<string, unknown> {
  const { objectives, outcomes } = body;
  if (!Array.isArray(objectives) || !Array.isArray(outcomes)) return {};
  return {
    outcomes: objectives.map((objective, index) => ({ ...Object(outcomes[index % outcomes.length]), objective })),
  };
}
