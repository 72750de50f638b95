import { describe, expect, it } from 'vitest';
import { PART_SHAPES } from '../../../shared/api/routes/part-shapes.ts';
import { SECTION_EXAMPLES } from '../../../shared/api/routes/section-examples.ts';
import { ANYTHING, apiForEachTest, type CallAs } from '../../support/api/api-world.ts';
import { consumedUnits, type Units } from '../../support/machine/consumed-units.ts';
import { fullRecord } from '../../support/world/full-record.ts';
import { approvedRecord, submittedRecord } from '../../support/world/stories.ts';
import { type PathUnits, verdictUnits } from '../../support/world/verdict-units.ts';

const { world, api, as, anna, ben } = apiForEachTest();

const entryAt = (index: number) => ({
  at: new Date(Date.parse('2026-11-20T08:00:00.000Z') + index * 60_000).toISOString(),
  what: `What somebody saw in the log, in about as many words as people use, number ${index}`,
  kind: 'action',
});

const INTRO = `# What a call costs in DynamoDB

Request units as the embedded engine tells them (\`ReturnConsumedCapacity\`), for warm calls of the API on a typical record: ten
sections, a part of each kind and 200 entries in its timeline. Writes include their indexes. A transaction costs two units a
kilobyte, a consistent read one unit for 4 KB. This page is written and held by \`test/integration/store/dynamodb-units.test.ts\`
(\`vitest -u\` writes it anew); a change that makes a call dearer shows here.

No call grows with the history of the record or with the length of its timeline. The list of comments grows with their number, up to 500. The count of what a caller may call is left out: at the full share one write for 20 points of a program, or for 40 of a person, and some more at the beginning of a minute
([decision 0052](decisions/0052-a-share-for-each-caller.md)).
`;

const VERDICTS = `## What signals and verdicts cost

Each path from the arrival of a signal, or from a message of the schedule, to its last consequence in the table: intake, take-up and
judgement together. In brackets the numbers that the paths were designed for; the last column compares both by their price, at which
a write unit costs five read units. A refused write is counted as one unit, of which the engine tells nothing.

A pass after a pass, which is what nearly all signals are, costs half a read more than designed: whoever takes it up looks whether
the last words have it, in case the intake ended between its two writes. Each signal costs two writes more: its lines in the lists of
all signals and of its subject ([decision 0051](decisions/0051-signals-and-reports-for-people.md)). What changes a fix costs more than designed, for two reasons
that we keep: every change is an event in the log of its record, with the head of the chain, the entry for the anchors and the entry
for the report beside it; and each change reads the record and the fix together, as of one moment.
`;

const priceOf = ({ read, write }: Units): number => read / 5 + write;

const page = (rows: readonly [string, Units][], paths: readonly PathUnits[]): string =>
  `${INTRO}\n| call | read units | write units |\n| --- | ---: | ---: |\n${rows
    .map(([call, { read, write }]) => `| ${call} | ${read} | ${write} |`)
    .join('\n')}\n\n${VERDICTS}\n| path | read units | write units | by price |\n| --- | ---: | ---: | ---: |\n${paths
    .map(
      ({ path, units, aim }) =>
        `| ${path} | ${units.read} (${aim.read}) | ${units.write} (${aim.write}) | × ${(priceOf(units) / priceOf(aim)).toFixed(2)} |`,
    )
    .join('\n')}\n`;

describe('the units that calls consume', () => {
  it('are those of docs/dynamodb-units.md', { timeout: 600_000 }, async () => {
    const record = await fullRecord(api());
    const path = `/post-mortems/${record.id}`;
    for (let batch = 0; batch < 4; batch += 1) {
      const entries = Array.from({ length: 50 }, (_, index) => entryAt(batch * 50 + index));
      await anna('POST', `${path}/timeline/batch`, { entries });
    }
    for (let others = 0; others < 20; others += 1) {
      await anna('POST', '/post-mortems', { kind: 'incident', title: 'Told by phone', severity: 'high' });
    }
    const restricted = await fullRecord(api(), 'RED');
    const cause = PART_SHAPES[0]?.example;
    const review = await submittedRecord(world(), {}, {}, {});
    const approved = await approvedRecord(world(), {}, {}, {});
    const { during } = consumedUnits(world().table.client);

    const rows: [string, Units][] = [];
    async function measure(name: string, ...[caller, ...call]: [CallAs, ...Parameters<CallAs>]): Promise<void> {
      rows.push([
        name,
        await during(async () => {
          const answer = await caller(...call);
          expect(answer.status, JSON.stringify(answer.body)).toBeLessThan(300);
        }),
      ]);
    }
    const key = { 'idempotency-key': 'once' };
    await measure('`GET` the record', anna, 'GET', path);
    await measure('`GET` an approved record with three remediations', anna, 'GET', `/post-mortems/${approved.id}`);
    await measure('`GET` a section', anna, 'GET', `${path}/sections/summary`);
    await measure('`GET` 50 entries of the timeline', anna, 'GET', `${path}/timeline?limit=50`);
    await measure('`GET` 50 events', anna, 'GET', `${path}/events?limit=50`);
    await measure('`GET` 20 open records, by due date', anna, 'GET', '/post-mortems?limit=20');
    await measure(
      '`GET` 20 records of any other status',
      anna,
      'GET',
      '/post-mortems?limit=20&status=open&status=closed',
    );
    await measure('`GET` the id by ticket', anna, 'GET', `/incident-tickets/holdfast/${record.key}/post-mortem`);
    await measure('`GET` a TLP:RED record, with its note in the log', ben, 'GET', `/post-mortems/${restricted.id}`);
    await measure('open a record', anna, 'POST', '/post-mortems', {
      kind: 'near miss',
      title: 'Told by phone',
      severity: 'low',
    });
    await measure('write a section', anna, 'PUT', `${path}/sections/summary`, SECTION_EXAMPLES.summary, ANYTHING);
    await measure('add a root cause', anna, 'POST', `${path}/root-causes`, cause);
    await measure('add a root cause with an `Idempotency-Key`', anna, 'POST', `${path}/root-causes`, cause, key);
    await measure('the same again: nothing is written', anna, 'POST', `${path}/root-causes`, cause, key);
    await measure(
      'remove an observation',
      anna,
      'DELETE',
      `${path}/observations/${record.parts.observations}`,
      undefined,
      ANYTHING,
    );
    await measure('add an entry to the timeline', anna, 'POST', `${path}/timeline`, entryAt(500));
    await measure('add 50 entries together', anna, 'POST', `${path}/timeline/batch`, {
      entries: Array.from({ length: 50 }, (_, index) => entryAt(600 + index)),
    });
    await measure('classify', anna, 'PATCH', path, { category: 'phishing' }, ANYTHING);
    await measure(
      'approve, with three remediations',
      as({ kind: 'person', id: 'carl', name: 'Carl' }, 'approver'),
      'POST',
      `/post-mortems/${review.id}/approve`,
      { revision: review.revision },
      ANYTHING,
    );

    await measure('add a comment', anna, 'POST', `${path}/comments`, {
      path: 'sections.impact',
      text: 'Is this all of it?',
    });
    await measure(
      'settle its thread',
      ben,
      'PATCH',
      `${path}/comments/${record.comment}`,
      { isResolved: true },
      ANYTHING,
    );
    for (let count = 0; count < 48; count += 1) {
      await anna('POST', `${path}/comments`, {
        path: 'sections.summary',
        text: `What somebody asks of it, number ${count}`,
      });
    }
    await measure('`GET` 50 comments of 50', anna, 'GET', `${path}/comments?limit=50`);

    await expect(page(rows, await verdictUnits(world(), during))).toMatchFileSnapshot(
      '../../../docs/dynamodb-units.md',
    );
  });
});
