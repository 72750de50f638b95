import { readFile } from 'node:fs/promises';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { apiServer } from '../../support/api/api-server.ts';
import { apiForEachTest } from '../../support/api/api-world.ts';
import { filledIn } from '../../support/samples/filled-in.ts';
import { ticketedRemediation } from '../../support/world/stories.ts';

const { world, anna, ben } = apiForEachTest();
let server: Awaited<ReturnType<typeof apiServer>>;
beforeEach(async () => {
  server = await apiServer({ anna, ben });
});
afterEach(async () => {
  await server.close();
});

const opened = async () =>
  JSON.parse(
    (await server.as('anna', 'record', 'new', '--severity', 'high', '--title', 'False sign-in page', '--json')).out,
  );
/** Everything that its template asks for, in one file. */
async function written(id: string) {
  const template = await server.as('anna', 'record', 'template', id);
  const path = await server.file('record.json', filledIn(template.out));
  return { path, ...(await server.as('anna', 'record', 'write', id, '--file', path)) };
}
const recordOf = async (id: string) => JSON.parse((await server.as('anna', 'record', 'show', id, '--json')).out);
const revisionOf = async (id: string) => String((await recordOf(id)).revision);

describe('holdfast record', () => {
  it('brings a record from opening to approval', async () => {
    const { id } = await opened();
    const write = await written(id);
    const submit = await server.as('anna', 'record', 'submit', id);
    const list = await server.as('ben', 'record', 'list', '--status', 'in review');
    const approve = await server.as('ben', 'record', 'approve', id, '--revision', await revisionOf(id));
    expect([write.err, write.exitCode, submit.exitCode, list.exitCode, approve.exitCode, approve.err]).toEqual([
      '',
      0,
      0,
      0,
      0,
      '',
    ]);
    expect(list.out).toMatch(new RegExp(`^ID .+TITLE\n${id} .+ in review +high .+ False sign-in page\n$`));
    expect([write.out, approve.out]).toEqual([
      expect.stringContaining('nothing is missing for its submission\n'),
      `${id} is approved.\n`,
    ]);
  });

  it('opens a review of a period, with the records that it looks at', async () => {
    const { id, incident } = await opened();
    const review = ['record', 'new', '--kind', 'periodic review', '--severity', 'medium', '--title', 'Third quarter'];
    const period = ['--from', '2026-07-01', '--to', '2026-10-01'];
    const made = await server.as('anna', ...review, ...period, '--covers', id, '--json');
    const without = await server.as('anna', ...review);
    const stray = await server.as('anna', ...review.with(3, 'incident'), ...period);
    expect([made.err, JSON.parse(made.out)]).toMatchObject([
      '',
      {
        kind: 'periodic review',
        scope: { from: '2026-07-01T00:00:00.000Z', to: '2026-10-01T00:00:00.000Z', covers: [id] },
      },
    ]);
    expect([incident.source, without.exitCode, stray.exitCode, without.err]).toEqual([
      ...['holdfast', 2, 2],
      expect.stringContaining('goes with --from and --to'),
    ]);
  });

  it('ties a recommendation to the cause that stands beside it in the file', async () => {
    const { id } = await opened();
    await written(id);
    const { rootCauses, recommendations } = await recordOf(id);
    expect(recommendations[0].answers).toEqual([rootCauses[0].id]);
  });

  it('adds nothing twice when the same file is written again, and what was taken out since', async () => {
    const { id } = await opened();
    const { path } = await written(id);
    await server.as('anna', 'record', 'write', id, '--file', path);
    const again = await recordOf(id);
    const cause = again.rootCauses[0].id;
    const factor = await server.file('factor.json', {
      contributingFactors: [{ kind: 'process gap', statement: 'There is no agreed way to report a mail.' }],
    });
    await server.as('anna', 'record', 'write', id, '--file', factor);
    const [{ id: taken }] = (await recordOf(id)).contributingFactors;
    await anna('DELETE', `/post-mortems/${id}/contributing-factors/${taken}`, undefined, { 'if-match': '*' });
    await server.as('anna', 'record', 'write', id, '--file', factor);
    const { contributingFactors } = await recordOf(id);
    expect([
      again.rootCauses.length,
      again.recommendations.length,
      cause === undefined,
      contributingFactors.length,
    ]).toEqual([1, 1, false, 1]);
  });

  it('rewrites the part of the same name when a file is written again with other words in it', async () => {
    const { id } = await opened();
    const { path } = await written(id);
    const before = await recordOf(id);
    const content = JSON.parse(await readFile(path, 'utf8'));
    const [recommendation] = content.recommendations;
    const title = ` ${recommendation.title.toUpperCase()}`;
    const edited = { ...content, recommendations: [{ ...recommendation, title, impact: 3 }] };
    const editedPath = await server.file('edited.json', edited);
    const rewrite = await server.as('anna', 'record', 'write', id, '--file', editedPath);
    const after = await recordOf(id);
    const again = await server.as('anna', 'record', 'write', id, '--file', editedPath);
    expect(rewrite.out).toMatch(/^rewrote the recommendation \w{26}\n\d* ?\w/);
    expect(after.recommendations).toEqual([
      expect.objectContaining({ id: before.recommendations[0].id, impact: 3, answers: [before.rootCauses[0].id] }),
    ]);
    expect([after.rootCauses, after.etags.parts[after.rootCauses[0].id]]).toEqual([
      before.rootCauses,
      before.etags.parts[before.rootCauses[0].id],
    ]);
    expect(again.out).toMatch(/^nothing: it is there as the file says\n/);
    expect((await recordOf(id)).revision).toBe(after.revision);
  });

  it('adds only the entries to a timeline that it does not have', async () => {
    const { id } = await opened();
    const entry = (minute: number, what: string) => ({ at: `2026-11-19T08:${minute}:00Z`, what, kind: 'attacker' });
    const write = async (...timeline: object[]) =>
      await server.as('anna', 'record', 'write', id, '--file', await server.file('timeline.json', { timeline }));
    const first = await write(entry(12, 'The mail came'), entry(14, 'The link was opened'));
    const second = await write(
      entry(12, 'The mail came'),
      entry(15, 'The form was sent'),
      entry(14, 'The link was opened'),
    );
    const again = await write(entry(12, 'The mail came'), entry(15, 'The form was sent'));
    const { body } = await anna('GET', `/post-mortems/${id}/timeline`);
    expect([first.out, second.out, again.out]).toEqual([
      expect.stringMatching(/^added 2 entries to the timeline\n/),
      expect.stringMatching(/^added 1 entry to the timeline\n/),
      expect.stringMatching(/^nothing: /),
    ]);
    const mine = Object(body).entries.filter(({ origin }: { origin: string }) => origin === 'person');
    expect(mine.map(({ what }: { what: string }) => what)).toEqual([
      'The mail came',
      'The link was opened',
      'The form was sent',
    ]);
  });

  it('says which fields it did not take, since only a command of their own sets them', async () => {
    const { id } = await opened();
    const lesson = {
      ...{ statement: 'Reports by phone reach the analyst on call.', updates: 'procedure', document: 'On call' },
      ...{ ownerTeam: 'messaging', dueAt: new Date(Date.parse(world().now()) + 30 * 86_400_000).toISOString() },
    };
    const inPlace = { reference: { version: '3' }, at: '2026-11-20T08:00:00.000Z' };
    const path = await server.file('lesson.json', { lessons: [{ ...lesson, status: 'in place', inPlace }] });
    const write = await server.as('anna', 'record', 'write', id, '--file', path);
    const json = JSON.parse((await server.as('anna', 'record', 'write', id, '--file', path, '--json')).out);
    const asRead = await server.file('read.json', { lessons: (await recordOf(id)).lessons });
    const again = await server.as('anna', 'record', 'write', id, '--file', asRead);
    const instead = 'holdfast lesson in-place, confirm, refuse or no-longer-holds';
    expect([write.err, write.out, json.notTaken, json.lessons[0].status, again.out.includes('not taken')]).toEqual([
      '',
      expect.stringContaining(
        `not taken: lessons.0.status, which only ${instead} sets\nnot taken: lessons.0.inPlace, which only ${instead} sets\n`,
      ),
      ['status', 'inPlace'].map((field) => ({ path: `lessons.0.${field}`, instead })),
      'open',
      false,
    ]);
  });

  it('does not choose between two parts of one name: an id decides', async () => {
    const { id } = await opened();
    const observed = (kind: string) => ({ kind, statement: 'The mail was reported by phone.' });
    const both = await server.file('both.json', { observations: [observed('went well'), observed('got lucky')] });
    await server.as('anna', 'record', 'write', id, '--file', both);
    const again = await server.as('anna', 'record', 'write', id, '--file', both);
    const [one, other] = (await recordOf(id)).observations;
    const third = { sections: { summary: { text: 'Two people did.' } }, observations: [observed('went badly')] };
    const refused = await server.as('anna', 'record', 'write', id, '--file', await server.file('third.json', third));
    const { sections, revision } = await recordOf(id);
    const named = { observations: [{ ...observed('went badly'), id: other.id }] };
    const decided = await server.as('anna', 'record', 'write', id, '--file', await server.file('named.json', named));
    const stray = { observations: [{ ...observed('went badly'), id: '01KA0000000000000000000099' }] };
    const unknown = await server.as('anna', 'record', 'write', id, '--file', await server.file('stray.json', stray));
    expect([again.exitCode, again.out]).toEqual([0, expect.stringMatching(/^nothing: /)]);
    expect([refused.exitCode, refused.err, sections]).toEqual([
      1,
      expect.stringMatching(
        new RegExp(`/observations/0: give it the \`id\`[^\n]+${one.id} or ${other.id}[\\s\\S]+nothing was written`),
      ),
      {},
    ]);
    expect([decided.exitCode, revision < (await recordOf(id)).revision]).toEqual([0, true]);
    expect((await recordOf(id)).observations.map(({ kind }: { kind: string }) => kind)).toEqual([
      'went well',
      'went badly',
    ]);
    expect([unknown.exitCode, unknown.err]).toEqual([
      1,
      expect.stringContaining('/observations/0: there is no observation 01KA0000000000000000000099 in this record'),
    ]);
  });

  it('gives the parts of a list with their ids, and overwrites none that somebody wrote since', async () => {
    const { id } = await opened();
    await written(id);
    const template = await server.as('anna', 'record', 'template', id, 'recommendations');
    const [{ id: recommendationId }] = (await recordOf(id)).recommendations;
    const as = async (impact: number) => {
      const content = JSON.parse(template.out);
      content.recommendations[0] = { ...content.recommendations[0], title: 'Quarantine such mails', impact };
      return await server.file(`impact-${impact}.json`, content);
    };
    const same = await server.as('anna', 'record', 'write', id, '--file', await server.file('same.json', template.out));
    const rewrite = await server.as('anna', 'record', 'write', id, '--file', await as(3));
    const stale = await server.as('anna', 'record', 'write', id, '--file', await as(2));
    const { recommendations } = await recordOf(id);
    expect([same.err, same.out]).toEqual(['', expect.stringMatching(/^nothing: /)]);
    expect([rewrite.err, recommendations]).toEqual([
      '',
      [expect.objectContaining({ id: recommendationId, title: 'Quarantine such mails', impact: 3 })],
    ]);
    expect([stale.exitCode, stale.err]).toEqual([
      1,
      expect.stringMatching(/written by somebody since[\s\S]+template <record> recommendations/),
    ]);
  });

  it('sends nothing of a file that is wrong in it, and says all that is', async () => {
    const { id } = await opened();
    const path = await server.file('record.json', {
      sections: { summary: { text: '<for example: Two people>' }, detection: { how: 'A call.' } },
    });
    const unfilled = await server.as('anna', 'record', 'write', id, '--file', path);
    const wrong = await server.file('wrong.json', {
      sections: { summary: { txt: 'Two people entered their passwords.' } },
      recommendations: [{ title: 'x', answers: ['rootCauses/3'] }],
    });
    const { calls } = server;
    const before = calls.length;
    const refused = await server.as('anna', 'record', 'write', id, '--file', wrong);
    expect([unfilled.exitCode, refused.exitCode, calls.length - before]).toEqual([1, 1, 0]);
    expect(unfilled.err).toContain('/sections/summary/text: it is still to be filled in');
    expect(refused.err).toMatch(
      /\/sections\/summary\/txt: nothing here has this name; known here: text[\s\S]+nothing was written/,
    );
  });

  it('overwrites nothing that somebody wrote since the file was made, and says what it is', async () => {
    const { id } = await opened();
    const summary = await server.file('summary.json', { text: 'Two people entered their passwords.' });
    await server.as('anna', 'record', 'write', id, 'summary', '--file', summary);
    const mine = await server.as('anna', 'record', 'template', id, 'summary');
    const path = await server.file('mine.json', mine.out.replace('Two people', 'Three people'));
    await ben('PUT', `/post-mortems/${id}/sections/summary`, { text: 'Four people did.' }, { 'if-match': '*' });
    const { exitCode, err } = await server.as('anna', 'record', 'write', id, '--file', path);
    expect([exitCode, err]).toEqual([
      1,
      expect.stringMatching(
        /written by somebody since[\s\S]+\/sections\/summary\/text: it is "Four people did." now[\s\S]+take over/,
      ),
    ]);
  });

  it('says what a record was found to be, and wants to know what to set', async () => {
    const { id } = await opened();
    const found = await server.as('anna', 'record', 'classify', id, '--kind', 'false positive', '--severity', 'low');
    const nothing = await server.as('anna', 'record', 'classify', id);
    const period = await server.as('anna', 'record', 'classify', id, '--kind', 'periodic review');
    expect([found.exitCode, nothing.exitCode, nothing.err, period.exitCode]).toEqual([
      0,
      2,
      expect.stringContaining('--kind, --category, --severity, --tlp or --due'),
      2,
    ]);
    expect(await recordOf(id)).toMatchObject({
      ...{ kind: 'false positive', severity: 'low' },
      completeness: {
        template: 'false positive',
        missing: [{ path: 'sections.summary' }, { path: expect.anything() }],
      },
    });
    const listed = await server.as('anna', 'record', 'list', '--kind', 'false positive');
    expect(listed.out).toContain(id);
  });

  it('prints a refusal whole, for people and for programs', async () => {
    const { id } = await opened();
    const people = await server.as('anna', 'record', 'submit', id);
    const programs = await server.as('anna', 'record', 'submit', id, '--json');
    expect([people.exitCode, people.err]).toEqual([
      1,
      expect.stringMatching(/Not possible \(422\): [\s\S]+\n {2}\/sections\/summary: write the section "summary"\n/),
    ]);
    expect(JSON.parse(programs.err)).toMatchObject({
      error: expect.stringContaining('422'),
      problem: { status: 422, reason: 'incomplete' },
    });
  });

  it('shows what is missing and what one may do, and why not the rest', async () => {
    const { id } = await opened();
    const { out } = await server.as('anna', 'record', 'show', id);
    expect(out).toMatch(/missing for submission: \d+ [\s\S]+sections\.summary +write the section "summary"\n/);
    expect(out).toMatch(
      /you may: write, comment, classify, dismiss hints\n[\s\S]+ approve +your role may not judge records/,
    );
  });

  it('does not approve another revision than the one that was read', async () => {
    const { id } = await opened();
    const before = await revisionOf(id);
    await written(id);
    await server.as('anna', 'record', 'submit', id);
    const { exitCode, err } = await server.as('ben', 'record', 'approve', id, '--revision', before);
    expect([exitCode, err]).toEqual([1, expect.stringContaining('(412)')]);
  });

  it('sends a record back to its authors', async () => {
    const { id } = await opened();
    await written(id);
    await server.as('anna', 'record', 'submit', id);
    const { exitCode } = await server.as('ben', 'record', 'return', id, '--reason', 'Say more about the response.');
    expect([exitCode, (await recordOf(id)).status]).toEqual([0, 'open']);
  });

  it('says what to look for when there is no such record', async () => {
    const { exitCode, err } = await server.as('anna', 'record', 'show', 'SEC-404');
    expect([exitCode, err]).toEqual([1, expect.stringMatching(/\(404\)[\s\S]+look for a wrong character/)]);
  });
});

describe('holdfast remediation', () => {
  it('lists the fixes of a record once it is approved, and shows where one stands', async () => {
    const { id } = await opened();
    const none = await server.as('anna', 'remediation', 'list', id);
    await written(id);
    await server.as('anna', 'record', 'submit', id);
    await server.as('ben', 'record', 'approve', id, '--revision', await revisionOf(id));
    const list = await server.as('anna', 'remediation', 'list', id);
    const [fix] = JSON.parse((await server.as('anna', 'remediation', 'list', id, '--json')).out).remediations;
    const show = await server.as('anna', 'remediation', 'show', id, fix.id);
    expect([none.out, show.exitCode, show.out]).toEqual([
      'no fixes: a recommendation has one once it is approved\n',
      0,
      expect.stringMatching(/^requested\n/),
    ]);
    expect(list.out).toMatch(new RegExp(`^ID .+TITLE\n${fix.id} +requested .+ ${fix.title}\n$`));
  });

  it('takes words on a fix: that it works, that one lives without it for a time, that it is given up', async () => {
    const { postMortemId, id, ticket } = await ticketedRemediation(world(), {
      verification: { checks: [{ kind: 'attestation', statement: 'The test mail was quarantined' }] },
    });
    world().simulator.transition(ticket.key, 'Done');
    await world().sweep();
    const about = [postMortemId, id];
    const now = async () => Object(await world().store.remediation(postMortemId, id));
    const seen = ['--check', '0', '--outcome', 'pass', '--note', 'I saw it happen'];
    const attest = await server.as('ben', 'remediation', 'attest', ...about, ...seen);
    const { attestations } = await now();
    const risk = ['--reason', 'The vendor delivers in May.', '--compensating-control', 'The log is read daily.'];
    const until = new Date(Date.parse(world().now()) + 30 * 86_400_000).toISOString();
    const accept = await server.as('ben', 'remediation', 'accept-risk', ...about, '--until', until, ...risk);
    const accepted = await now();
    const cancel = await server.as('ben', 'remediation', 'cancel', ...about, '--reason', 'The system is gone.');
    expect([attest.err, accept.err, cancel.err]).toEqual(['', '', '']);
    expect([attest.out, accept.out, cancel.out]).toEqual([
      `Your word is taken. ${id} is claimed.\n`,
      `Your word is taken. ${id} is accepted.\n`,
      `Your word is taken. ${id} is cancelled.\n`,
    ]);
    expect([attestations, accepted.acceptance?.until, (await now()).state]).toEqual([
      [expect.objectContaining({ check: 0, outcome: 'pass', note: 'I saw it happen' })],
      until,
      'cancelled',
    ]);
  });

  it('does not let an author give up a fix of their record', async () => {
    const { postMortemId, id } = await ticketedRemediation(world());
    const refused = await server.as('anna', 'remediation', 'cancel', postMortemId, id, '--reason', 'It is too much.');
    expect([refused.exitCode, refused.err]).toEqual([1, expect.stringContaining('(403)')]);
  });
});
