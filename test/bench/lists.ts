import { startEmbeddedDynamoDb } from '../../local/dynamodb-engine.ts';
import type { Role } from '../../shared/domain/access/access.ts';
import { RecordStatus } from '../../shared/domain/record/post-mortem.ts';
import type { Person } from '../../shared/domain/words/person.ts';
import { apiOf } from '../support/api/api.ts';
import { consumedUnits } from '../support/machine/consumed-units.ts';
import { manyListed } from '../support/world/many-listed.ts';
import { ANNA } from '../support/world/people.ts';
import { startWorld } from '../support/world/world.ts';

export const WHOLE_SIZE = [10_000, 100_000] as const;

const ANY_STATUS = RecordStatus.options.map((status) => `&status=${encodeURIComponent(status)}`).join('');

/** Questions, and how many rows each shows: those of one page, or all that there are. */
const QUESTIONS: readonly [string, string][] = [
  ['approved and critical', '/post-mortems?status=approved&severity=critical'],
  ['a status that nobody has', '/post-mortems?status=merged'],
  ['a technique', '/post-mortems?technique=T1486'],
  ['a technique that nearly all have', '/post-mortems?technique=T1566'],
  ['records of mine', '/post-mortems?mine=true'],
  ['records, the newest first', '/post-mortems?sort=opened'],
  ['records, the last change first', '/post-mortems?sort=changed'],
  ['records of any status, the last change first', `/post-mortems?sort=changed${ANY_STATUS}`],
  ['records, the worst first', '/post-mortems?sort=severity'],
  ['records of a technique, the worst first', '/post-mortems?sort=severity&technique=T1486'],
  ['fixes that are not settled, of all teams', '/remediations'],
  ['fixes of a team', '/remediations?team=quince'],
  ['fixes, the most urgent first', '/remediations?sort=priority'],
  ['fixes of a team, the most urgent first', '/remediations?sort=priority&team=quince'],
  ['fixes by rank and age', '/remediations?sort=rank'],
  ['fixes of a team by rank and age', '/remediations?sort=rank&team=quince'],
  ['fixes, the last change first', '/remediations?sort=changed'],
  ['fixes of a team, the last change first', '/remediations?sort=changed&team=quince'],
  ['verified fixes that are proven', '/remediations?grade=proven'],
  ['lessons that are not in place', '/lessons'],
  ['lessons of a team', '/lessons?team=quince'],
  ['signals, the newest first', '/signals'],
  ['signals of a subject that few are of', '/signals?subjectType=technique&subject=T1486'],
  ['a word that few have', '/search?q=quince'],
  ['a word that few have with one that all have', '/search?q=quince%20filtering'],
  ['my work', '/my-work'],
  ['the summary', '/summary'],
];

/** Somebody who wrote nothing may decide; who wrote has records of their own. */
const CARL: Person = { kind: 'person', id: 'carl', name: 'Carl', email: 'carl@example.com' };
const asked = (path: string): [Person, Role[]] => (path.includes('mine') ? [ANNA, ['analyst']] : [CARL, ['approver']]);

export type ListUnits = { question: string; rows: number; units: number[]; ratio: number };

/** Read units of a page of each list, and of the search, with so many records. */
export async function measureLists(
  sizes: readonly [number, number] = WHOLE_SIZE,
): Promise<{ sizes: readonly number[]; lists: ListUnits[] }> {
  const engine = await startEmbeddedDynamoDb();
  const measured: { rows: number; units: number }[][] = [];
  try {
    for (const size of sizes) {
      const world = await startWorld(engine.endpoint);
      try {
        await manyListed(world, size);
        const { during } = consumedUnits(world.table.client);
        const api = apiOf(world);
        const answers = [];
        for (const [, path] of QUESTIONS) {
          let rows = 0;
          const { read } = await during(async () => {
            const { status, body } = await api.call(...asked(path), 'GET', path);
            if (status !== 200) throw new Error(`${path} answers ${status}: ${JSON.stringify(body)}`);
            rows = rowsIn(body);
          });
          answers.push({ rows, units: read });
        }
        measured.push(answers);
      } finally {
        await world.close();
      }
    }
  } finally {
    await engine.stop();
  }
  const lists = QUESTIONS.map(([question], index): ListUnits => {
    const each = measured.map((answers) => answers[index] ?? { rows: 0, units: 0 });
    const [few, many] = [each[0]?.units ?? 0, each[1]?.units ?? 0];
    return {
      question,
      rows: each[1]?.rows ?? 0,
      units: each.map(({ units }) => units),
      ratio: Math.round((many / few) * 100) / 100,
    };
  });
  return { sizes, lists };
}

/** Rows of a page, or of the groups of one. */
function rowsIn(body: unknown): number {
  return Object.values(Object(body)).reduce<number>((sum, part) => {
    if (Array.isArray(part)) return sum + part.length;
    return typeof part === 'object' && part !== null ? sum + rowsIn(part) : sum;
  }, 0);
}
