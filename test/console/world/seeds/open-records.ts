import { recommendationOf } from '../recommendations.ts';
import { closedTicket, fromNow, type WorldSoFar } from '../world-so-far.ts';
import { writeIncident } from '../write-incident.ts';
import { seedEvidence } from './evidence.ts';

/** A record that nobody has written in yet, of a critical ticket that was closed just now. */
export async function seedFreshRecord(world: WorldSoFar): Promise<void> {
  world.records.fresh = await closedTicket(world, {
    summary: 'Build server ran a foreign job: deployment key copied',
    description:
      'A pull request from outside ran a job on the build server (T1195.002). It printed a deployment key into its log, ' +
      'and the key was used from an address that is none of ours (T1552.001).',
    priority: 'Highest',
    comments: ['The deployment key is revoked, all jobs are stopped.', 'Three other repositories use the same runner.'],
  });
}

const KINDS = ['attacker', 'detection', 'decision', 'action', 'communication'] as const;
const WHAT = {
  attacker: 'A request from the foreign address read another page of the invoice list',
  detection: 'The monitoring counted more reads of invoices than on any day of the quarter',
  decision: 'The incident commander decided to keep the portal up, and to watch it closely',
  action: 'The on-call engineer added the address to the block list of the gateway',
  communication: 'The customer whose account it was got a call from the account team',
} as const;

/** Half written, with forty entries in its timeline and a discussion under way. */
export async function seedHalfFilledRecord(world: WorldSoFar): Promise<void> {
  const { nina, max, ben } = world.people;
  const id = await closedTicket(world, {
    summary: 'Customer portal: invoices of others could be read by counting up',
    description: 'The address of an invoice ends in its number, and nobody asked whose invoice it is (T1190).',
    priority: 'High',
    comments: ['The page asks for the customer now.', 'Logs of the gateway are kept for 30 days.'],
  });
  world.records.halfFilled = id;
  const record = `/post-mortems/${id}`;
  await nina.decide('PATCH', record, { category: 'accidental disclosure', tlp: 'AMBER' });
  await nina.sections(id, {
    summary: { text: 'By counting up the number in an address, a customer read 214 invoices of other customers.' },
    framework: {
      objectives: ['Find out how long the invoices could be read', 'Find out why no test noticed'],
      team: [
        { role: 'facilitator', name: 'Nina Analyst', email: 'nina@example.com' },
        { role: 'incident commander', name: 'Max Analyst', email: 'max@example.com' },
      ],
    },
    detection: {
      how: 'A customer told support that an invoice of somebody else had opened.',
      by: { kind: 'customer', who: 'a customer with many invoices' },
      whyNotSooner: 'Reads of invoices were counted, and nobody looked at the count.',
    },
  });
  const entries = Array.from({ length: 40 }, (_, index) => {
    const kind = KINDS[index % KINDS.length] ?? 'action';
    return { at: fromNow(-30 * 60 + index * 37, 'minutes'), kind, what: `${WHAT[kind]} (${index + 1}).` };
  });
  await nina.must('POST', `${record}/timeline/batch`, { entries });
  const cause = await nina.add(`${record}/root-causes`, {
    kind: 'technical',
    statement: 'The page of an invoice checks that somebody is signed in, and not whose invoice it is.',
    whys: ['The check was part of the list page alone.', 'Both pages were once one.'],
  });
  await max.add(`${record}/root-causes`, {
    kind: 'procedural',
    statement: 'No test signs in as a second customer.',
    whys: ['The test data have one customer.'],
  });
  await nina.add(`${record}/recommendations`, recommendationOf('proven', [cause]));
  const thread = await max.add(`${record}/comments`, {
    path: 'sections.summary',
    text: 'Are the 214 invoices those of the logs of 30 days, or all there were?',
    mentions: ['nina@example.com'],
  });
  await nina.add(`${record}/comments`, { path: 'sections.summary', text: 'Those of the logs.', inReplyTo: thread });
  const settled = await ben.add(`${record}/comments`, {
    path: `rootCauses.${cause}`,
    text: 'Who owns the page today?',
  });
  await ben.decide('PATCH', `${record}/comments/${settled}`, { isResolved: true });
  await nina.must('PUT', `${record}/drafts/sections.impact`, { description: 'Two hundred and fourteen invoices of' });
  await max.must('PUT', `${record}/drafts/recommendations.new`, { title: 'Test every page as', ownerTeam: '' });
  await seedDuties(world, record);
  await seedEvidence(world, id);
}

/** Who has to be told, and what was done for a while: some in time, some past it, some done. */
async function seedDuties({ people: { nina } }: WorldSoFar, record: string): Promise<void> {
  await nina.add(`${record}/notifications`, {
    ...{ regime: 'GDPR', stage: 'notification', recipient: 'The data protection authority' },
    clockStartedAt: fromNow(-70, 'hours'),
  });
  await nina.add(`${record}/notifications`, {
    ...{ regime: 'NIS2', stage: 'early warning', recipient: 'The national CSIRT' },
    clockStartedAt: fromNow(-30, 'hours'),
  });
  const sent = await nina.add(`${record}/notifications`, {
    ...{ regime: 'customers', stage: 'disclosure', recipient: 'The 38 customers whose invoices were read' },
    dueAt: fromNow(2, 'days'),
  });
  await nina.must('POST', `${record}/notifications/${sent}/sent`, {
    sentAt: fromNow(-3, 'hours'),
    reference: 'MAIL-2026-77',
  });
  const measure = { ownerTeam: 'platform', since: fromNow(-29, 'hours') };
  await nina.add(`${record}/temporary-measures`, {
    ...{ ...measure, kind: 'block', what: 'The foreign address, at the gateway' },
    until: fromNow(-2, 'hours'),
  });
  await nina.add(`${record}/temporary-measures`, {
    ...{ ...measure, kind: 'exception', what: 'Invoices are sent by mail, without the portal' },
    until: fromNow(12, 'days'),
  });
  const undone = await nina.add(`${record}/temporary-measures`, {
    ...{ ...measure, kind: 'disabled account', what: 'The account of the customer who counted up' },
    until: fromNow(5, 'days'),
  });
  await nina.must('POST', `${record}/temporary-measures/${undone}/removed`, {
    note: 'The account signs in again, and sees its own 12 invoices alone.',
  });
}

/** Complete, sent back once with remarks, changed since, and in its second round. */
export async function seedRecordInReview(world: WorldSoFar): Promise<void> {
  const { nina, anna, ben } = world.people;
  const id = await closedTicket(world, {
    summary: 'Payroll team phished: false sign-in page took two passwords',
    description: 'Eleven people in payroll got a mail that looked like our sign-in service (T1566.002).',
    priority: 'Highest',
    comments: ['Both passwords reset, all sessions revoked.'],
  });
  world.records.inReview = id;
  const record = `/post-mortems/${id}`;
  const { technical, human } = await writeIncident(nina, id, { isCritical: true });
  const first = await nina.add(`${record}/recommendations`, recommendationOf('passing', [technical]));
  await nina.add(`${record}/recommendations`, recommendationOf('reopened', [human]));
  await nina.add(`${record}/recommendations`, recommendationOf('attested', [human]));
  await nina.submit(id);
  await anna.add(`${record}/comments`, {
    path: `recommendations.${first}`,
    text: 'Why 20 mails? Ten of them looked alike in the last test.',
    mentions: ['nina@example.com'],
  });
  await ben.decide('POST', `${record}/return`, {
    reason: 'Say how the nine copies were found, and by when the filter looks at the age of a domain.',
  });
  await nina.decide('PUT', `${record}/sections/response`, {
    procedures: [{ name: 'Phishing', wasFollowed: 'partly', wasAdequate: 'yes', policy: 'IRP-7' }],
    firstAction: 'Security operations reset both passwords and revoked all sessions.',
    tools: 'Sessions were revoked 14 minutes after the report. The nine copies were found by a search for the sender.',
    containment: { description: 'Passwords reset, sessions revoked, sender and its domain blocked.' },
  });
  await nina.decide('PATCH', record, { tlp: 'GREEN' });
  await nina.submit(id);
}

/** For named people alone: an analyst who did not write in it does not see it. */
export async function seedRestrictedRecord(world: WorldSoFar): Promise<void> {
  const { nina } = world.people;
  const id = await nina.add('/post-mortems', {
    ...{ kind: 'incident', title: 'An employee took the list of salaries along', severity: 'critical', tlp: 'RED' },
    ...{ category: 'insider', beganAt: fromNow(-9, 'days'), endedAt: fromNow(-2, 'days') },
  });
  world.records.restricted = id;
  await writeIncident(nina, id);
}
