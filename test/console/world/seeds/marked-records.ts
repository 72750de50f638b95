import { waitUntil } from '../../../../local/wait-until.ts';
import { isTicketed } from '../../../../shared/domain/remediation/remediation.ts';
import type { Tlp } from '../../../../shared/domain/words/tlp.ts';
import { recommendationOf } from '../recommendations.ts';
import { fromNow, type WorldSoFar } from '../world-so-far.ts';
import { writeIncident } from '../write-incident.ts';
import { heldEvidence } from './evidence.ts';

/** A record of that mark, by its status; and fixes of the approved one, by their standing. */
export type MarkedRecords = {
  open: string;
  inReview: string;
  approved: string;
  openFix: string;
  claimedFix: string;
};

/** A word that each text of the records of that mark has, and no other. */
export const wordOfMark = (tlp: Tlp): string => WORDS[tlp];

const WORDS = { CLEAR: 'Albatross', GREEN: 'Bittern', AMBER: 'Cormorant', 'AMBER+STRICT': 'Dunlin', RED: 'Egret' };

/** Records of that mark with something to do for everybody. Nina and Anna wrote in them; Ben approved; nobody else has a hand in them. */
export async function seedMarkedRecords(world: WorldSoFar, tlp: Tlp): Promise<MarkedRecords> {
  const [open, inReview, approved] = await Promise.all([
    openRecord(world, tlp),
    submittedRecord(world, tlp),
    approvedRecord(world, tlp),
  ]);
  return { open, inReview, ...approved };
}

async function written({ people: { nina, anna } }: WorldSoFar, tlp: Tlp) {
  const word = wordOfMark(tlp);
  const id = await nina.add('/post-mortems', {
    ...{ kind: 'incident', title: `${word} was down for an hour`, severity: 'medium', tlp },
    ...{ beganAt: fromNow(-3, 'days'), endedAt: fromNow(-2, 'days') },
  });
  const causes = await writeIncident(nina, id);
  await anna.add(`/post-mortems/${id}/contributing-factors`, {
    ...{ kind: 'process gap', statement: `Nobody is on call for ${word} at night.` },
  });
  await nina.add(`/post-mortems/${id}/comments`, { path: 'sections.summary', text: `Who owns ${word} today?` });
  return { id, causes: [causes.technical, causes.human] };
}

async function openRecord(world: WorldSoFar, tlp: Tlp): Promise<string> {
  const { nina, anna } = world.people;
  const { id } = await written(world, tlp);
  await nina.decide('PUT', `/post-mortems/${id}/sections/detection`, {
    how: `The engineer should have noticed that ${wordOfMark(tlp)} was down.`,
    whyNotSooner: 'Nothing was watched.',
  });
  await heldEvidence(nina, id, { name: 'gateway.log', text: 'GET / 503\n' });
  await heldEvidence(anna, id, { name: 'names.txt', text: 'Mia Okafor\n', tlp: 'RED' });
  return id;
}

async function submittedRecord(world: WorldSoFar, tlp: Tlp): Promise<string> {
  const { id, causes } = await written(world, tlp);
  await addRecommendation(world, id, { tlp, standing: 'open', causes });
  await world.people.nina.submit(id);
  return id;
}

async function approvedRecord(world: WorldSoFar, tlp: Tlp): Promise<Omit<MarkedRecords, 'open' | 'inReview'>> {
  const { stack, people } = world;
  const { nina, ben, ada } = people;
  const word = wordOfMark(tlp);
  const { id, causes } = await written(world, tlp);
  const record = `/post-mortems/${id}`;
  const openFix = await addRecommendation(world, id, { tlp, standing: 'open', causes });
  const claimedFix = await addRecommendation(world, id, { tlp, standing: 'claimed', causes });
  const lesson = { updates: 'procedure', document: 'Restart of services', ownerTeam: 'platform' };
  await nina.add(`${record}/lessons`, {
    ...{ ...lesson, statement: `${word} is started after its database.`, dueAt: fromNow(20, 'days') },
  });
  const claimed = await nina.add(`${record}/lessons`, {
    ...{ ...lesson, statement: `${word} is stopped before its database.`, dueAt: fromNow(20, 'days') },
  });
  await nina.add(`${record}/temporary-measures`, {
    ...{ kind: 'block', what: `The old port of ${word}`, ownerTeam: 'platform', since: fromNow(-2, 'days') },
    until: fromNow(4, 'days'),
  });
  await nina.add(`${record}/notifications`, {
    ...{ regime: 'contract', stage: 'disclosure', recipient: `The users of ${word}`, dueAt: fromNow(4, 'days') },
  });
  await nina.submit(id);
  await ben.approve(id);
  await nina.must('POST', `${record}/lessons/${claimed}/in-place`, {
    ...{ version: '2.0', url: 'https://wiki.example.com/restart', versionAt: fromNow(-1, 'hours') },
  });
  const fixes = await waitUntil(
    `tickets of the record at TLP:${tlp}`,
    () => ada.client.remediations(id),
    (all) => all.length > 0 && all.every(isTicketed),
  );
  const done = fixes.filter(isTicketed).find((one) => one.id === claimedFix);
  stack.jira.transition(done?.ticket.key ?? '', 'Done', { by: 'Mia Okafor' });
  await waitUntil(
    `the claim at TLP:${tlp}`,
    () => ada.client.remediations(id),
    (all) => all.some(({ state }) => state === 'claimed'),
  );
  return { approved: id, openFix, claimedFix };
}

type Wanted = { tlp: Tlp; standing: 'open' | 'claimed'; causes: readonly string[] };

async function addRecommendation({ people }: WorldSoFar, id: string, { tlp, standing, causes }: Wanted) {
  const title = `Watch ${wordOfMark(tlp)} at night (${standing})`;
  return people.nina.add(`/post-mortems/${id}/recommendations`, { ...recommendationOf(standing, causes), title });
}
