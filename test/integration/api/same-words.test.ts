import { describe, expect, it } from 'vitest';
import type { PostMortem } from '../../../shared/domain/record/post-mortem.ts';
import type { Remediation } from '../../../shared/domain/remediation/remediation.ts';
import { ANYTHING, apiForEachTest } from '../../support/api/api-world.ts';
import { BEN } from '../../support/world/people.ts';
import { aCause, approvedRecord, submittedRecord } from '../../support/world/stories.ts';

const { world, ben, anna } = apiForEachTest();
const TITLE = 'Turn on mail filtering for look-alike domains';

/** A record whose fix has a ticket. */
async function withTicket(title = TITLE): Promise<{ record: PostMortem; fix: Remediation }> {
  const record = await approvedRecord(world(), { title });
  await world().deliver();
  const [fix] = await world().store.remediations(record.id);
  if (fix === undefined) throw new Error('the record has no fix');
  return { record, fix };
}

const cancelled = ({ postMortemId, id: remediationId }: Remediation) =>
  world().store.changeRemediation(
    postMortemId,
    remediationId,
    () => [
      {
        type: 'Remediation Cancelled',
        data: {
          postMortemId,
          remediationId,
          decision: { reason: 'The room was given up.', by: BEN, at: world().now() },
        },
      },
    ],
    aCause(BEN),
  );

/** What hints and the record say about doubles, to the approver. */
async function toldOf({ id }: PostMortem) {
  const [hints, record] = [await ben('GET', `/post-mortems/${id}/hints`), await ben('GET', `/post-mortems/${id}`)];
  const about = Object(hints.body).hints.filter((hint: { about: string }) => hint.about === 'same words');
  const recommendations: { sameWords?: unknown }[] = Object(record.body).recommendations;
  return {
    messages: about.map(({ message }: { message: string }) => message),
    sameWords: recommendations.flatMap(({ sameWords }) => sameWords ?? []),
  };
}

describe('a recommendation with the words of another', () => {
  it('is pointed out within its record, to its author when it is handed in and to the approver', async () => {
    const record = await submittedRecord(world(), { title: TITLE }, { title: `**${TITLE.toUpperCase()}**!` });
    const [first] = record.recommendations;
    await ben('POST', `/post-mortems/${record.id}/return`, { reason: 'Say what differs in the two.' }, ANYTHING);
    const handedIn = await anna('POST', `/post-mortems/${record.id}/submit`, undefined, ANYTHING);
    const same = { postMortemId: record.id, recommendationId: first?.id };
    expect(Object(handedIn.body).recommendations.map((one: { sameWords?: unknown }) => one.sameWords)).toEqual([
      undefined,
      [same],
    ]);
    expect(await toldOf(record)).toEqual({
      messages: [`The recommendation ${first?.id} of this record has the same words.`],
      sameWords: [same],
    });
  });

  it('is pointed out with the ticket of an open fix that the same team has in another record, and is approved all the same', async () => {
    const { record: other, fix } = await withTicket();
    const record = await submittedRecord(world(), { title: 'turn on mail filtering for look alike domains.' });
    expect(await toldOf(record)).toEqual({
      messages: [`PLAT-1, a fix of another record, has the same words.`],
      sameWords: [{ postMortemId: other.id, recommendationId: fix.id, ticket: 'PLAT-1' }],
    });
    const approved = await ben('POST', `/post-mortems/${record.id}/approve`, { revision: record.revision }, ANYTHING);
    expect([approved.status, (await toldOf(record)).sameWords]).toEqual([200, []]);
  });

  it('is pointed out though there are many newer fixes of the same words that are over', async () => {
    const { record: other, fix } = await withTicket();
    const drafts = Array.from({ length: 30 }, () => ({ title: TITLE }));
    const { id } = await approvedRecord(world(), ...drafts);
    await world().deliver();
    for (const over of await world().store.remediations(id)) await cancelled(over);
    const record = await submittedRecord(world(), { title: TITLE });
    expect((await toldOf(record)).sameWords).toEqual([
      { postMortemId: other.id, recommendationId: fix.id, ticket: 'PLAT-1' },
    ]);
  });

  it('is not pointed out where the team is another, the fix is over, or its record is restricted', async () => {
    await withTicket();
    const elsewhere = await submittedRecord(world(), { title: TITLE, ownerTeam: 'network' });
    const { record: restricted } = await withTicket('Rotate the keys of the gateway');
    await world().store.changePostMortem(
      restricted.id,
      () => [{ type: 'Record Classified', data: { postMortemId: restricted.id, tlp: 'AMBER+STRICT', by: BEN } }],
      aCause(BEN),
    );
    const { fix } = await withTicket('Lock the door of the server room');
    await cancelled(fix);
    const others = [
      elsewhere,
      await submittedRecord(world(), { title: 'Rotate the keys of the gateway' }),
      await submittedRecord(world(), { title: 'Lock the door of the server room' }),
    ];
    const none = { messages: [], sameWords: [] };
    expect(await Promise.all(others.map(toldOf))).toEqual([none, none, none]);
  });
});
