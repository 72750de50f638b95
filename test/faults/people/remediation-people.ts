import type { Issue } from '../../../local/jira-simulator/site/issue.ts';
import { remediationEtag } from '../../../shared/api/http/etags.ts';
import {
  isFailed,
  isTicketed,
  type Remediation,
  type RemediationState,
} from '../../../shared/domain/remediation/remediation.ts';
import { ownerOf } from '../jira/ticket-owner.ts';
import { ANALYST_ANNA, APPROVER_BEN, APPROVER_EVA, MINUTE, type PeopleWorld } from './people-world.ts';

/** Engineers work on tickets as they please: forth and back, into other projects, away, under labels of their own. */
export async function workOnTickets(world: PeopleWorld): Promise<void> {
  while (!world.isOver()) {
    await world.pause(10_000, 8 * MINUTE);
    await relabelSometimes(world);
    const tickets = world.jira.issues().filter((issue) => ownerOf(issue) !== undefined);
    if (tickets.length > 0) await touchSometimesOften(world, world.random.pick(tickets).id);
  }
}

/** Another integration, or a bulk edit, overwrites the labels of a ticket that a record knows. */
async function relabelSometimes({ random, records, seen, jira, site }: PeopleWorld): Promise<void> {
  if (!random.chance(0.05) || !site.hasLabels) return;
  const known = records();
  const fixes = known.length === 0 ? [] : await seen.remediations(random.pick(known));
  const issueIds = fixes.filter(isTicketed).map(({ ticket }) => ticket.issueId);
  const id = issueIds.length === 0 ? undefined : random.pick(issueIds);
  const ticket = id === undefined ? undefined : jira.issue(id);
  if (ticket === undefined) return;
  jira.editIssue(ticket.key, { labels: ['backlog-q4'] });
}

/** People often do several things in a row on a ticket: events that overtake one another. */
async function touchSometimesOften(world: PeopleWorld, id: string): Promise<void> {
  for (let turns = world.random.chance(0.35) ? world.random.integer(2, 4) : 1; turns > 0; turns -= 1) {
    const ticket = world.jira.issue(id);
    if (ticket === undefined) return;
    touch(world, ticket);
    await world.pause(0, 4_000);
  }
}

function touch(
  { jira, random, deleted, site, peopleAt }: PeopleWorld,
  { id, key, status, project, summary }: Issue,
): void {
  const by = { by: 'Mia Okafor' };
  const draw = random.fraction();
  if (draw < 0.5) {
    if (status.category === 'done') peopleAt.open(key, by, random.pick(site.opens));
    else peopleAt[random.chance(0.15) ? 'decline' : 'close'](key, by);
  } else if (draw < 0.6) jira.assign(key, random.pick(['Mia Okafor', 'Jonas Berg', 'Amara Silva']));
  else if (draw < 0.7) jira.addComment(key, 'On it.', { by: 'Jonas Berg' });
  else if (draw < 0.8) jira.editIssue(key, { summary: `${summary}!`.slice(0, 200) });
  else if (draw < 0.88) jira.moveIssue(key, site.projects[project.key === site.projects[0] ? 1 : 0]);
  else if (draw < 0.91) {
    deleted.add(id);
    jira.deleteIssue(key);
  }
}

/** A fix that failed is reopened within minutes: somebody who follows it closely puts it off before that. */
export async function putOffWhatFailed(world: PeopleWorld): Promise<void> {
  while (!world.isOver()) {
    await world.pause(20_000, 4 * MINUTE);
    for (const record of world.records()) {
      const failed = (await world.seen.remediations(record)).find(isFailed);
      if (failed !== undefined && world.random.chance(0.5)) await putOff(world, failed);
    }
  }
}

async function putOff({ ask, random, timeline }: PeopleWorld, remediation: Remediation): Promise<void> {
  const until = new Date(timeline.nowMs() + random.integer(10, 120) * MINUTE).toISOString();
  const words = { reason: 'The fix waits for the vendor.', compensatingControl: 'Mails are checked by hand.' };
  const approver = random.pick([APPROVER_BEN, APPROVER_EVA]);
  const asRead = { 'if-match': remediationEtag(remediation) };
  await ask(approver, 'POST', `${pathOf(remediation)}/risk-acceptance`, { until, ...words }, asRead);
}

const pathOf = ({ postMortemId, id }: Remediation): string => `/post-mortems/${postMortemId}/remediations/${id}`;

const JUDGED: ReadonlySet<RemediationState> = new Set(['verifying', 'verified', 'ineffective', 'regressed']);

/** People give their word on fixes, ask where they stand, accept risks for a while, and cancel what is no longer wanted. */
export async function decideOnRemediations(world: PeopleWorld): Promise<void> {
  const { random } = world;
  while (!world.isOver()) {
    await world.pause(5 * MINUTE, 30 * MINUTE);
    const records = world.records();
    if (records.length === 0) continue;
    const fixes = random.shuffled(await world.seen.remediations(random.pick(records)));
    // Claims that were judged are few, and failed ones short: who sees one often decides about it.
    const judged = fixes.find(({ state }) => JUDGED.has(state));
    const remediation = judged !== undefined && random.chance(0.7) ? judged : fixes[0];
    if (remediation === undefined) continue;
    const path = pathOf(remediation);
    const asRead = { 'if-match': remediationEtag(remediation) };
    const check = remediation.checks.findIndex(({ kind }) => kind === 'attestation');
    const draw = random.fraction();
    if (draw < 0.6 && check >= 0) {
      await world.ask(APPROVER_BEN, 'POST', `${path}/attestations`, {
        check,
        outcome: random.chance(0.9) ? 'pass' : 'fail',
        note: 'Tried it, and wrote down what happened.',
      });
    } else if (draw < 0.3) {
      await world.ask(ANALYST_ANNA, 'POST', `${path}/check`);
    } else if (draw < 0.8) {
      await putOff(world, remediation);
    } else if (draw < 0.85) {
      await world.ask(APPROVER_BEN, 'POST', `${path}/cancel`, { reason: 'The system was switched off.' }, asRead);
    }
  }
}
