import type { ApiClient } from '../../../local/api-client.ts';
import { mustExist } from '../../../local/demo/expect.ts';
import type { LocalStack } from '../../../local/local-stack.ts';
import { waitUntil } from '../../../local/wait-until.ts';
import { isTicketed } from '../../../shared/domain/remediation/remediation.ts';
import { bounded } from '../storm/bounded.ts';
import { evidenceOf } from './evidence.ts';

const TICKETS_AFTER_MS = 120_000;

type Opened = { records: number; fixesEach: number };

/**
 * Closes incidents, reviews their records and approves them.
 *
 * @returns the ids of the records. All of their fixes have tickets.
 */
export async function openRecords(
  { jira }: Pick<LocalStack, 'jira'>,
  { author, approver }: { author: ApiClient; approver: ApiClient },
  { records, fixesEach }: Opened,
): Promise<string[]> {
  const ids: string[] = [];
  await bounded([...Array(records).keys()], 3, async (record) => {
    const summary = `Incident ${record + 1} of a busy week`;
    const { key } = jira.createIssue({ project: 'SEC', issueType: 'Security Incident', summary, priority: 'High' });
    jira.transition(key, 'Done', { by: 'Jonas Berg' });
    const id = mustExist(key, await waitUntil(`a record for ${key}`, () => author.postMortemIdOf(key)));
    await author.change(id, 'PATCH', '', { category: 'phishing' });
    await author.change(id, 'PUT', '/sections/summary', { text: `${summary}: mails with a false sign-in page.` });
    const cause = {
      kind: 'human',
      statement: 'Nobody had looked at it for years.',
      whys: ['No list says whose it is.'],
    };
    const { rootCauses } = await author.change(id, 'POST', '/root-causes', cause);
    for (let fix = 0; fix < fixesEach; fix += 1) {
      const number = record * fixesEach + fix;
      await author.change(
        id,
        'POST',
        '/recommendations',
        draft(
          number,
          rootCauses.map((one) => one.id),
        ),
      );
    }
    const { revision } = await author.change(id, 'POST', '/submit');
    await approver.change(id, 'POST', '/approve', { revision });
    ids.push(id);
  });
  for (const id of ids) {
    const areThere = (fixes: Awaited<ReturnType<ApiClient['remediations']>>) =>
      fixes.length === fixesEach && fixes.every(isTicketed);
    await waitUntil(`tickets of ${id}`, () => author.remediations(id), areThere, TICKETS_AFTER_MS);
  }
  return ids;
}

const draft = (number: number, answers: string[]) => ({
  title: `Close gap ${number + 1} in the mail system`,
  why: 'It let the mail in.',
  kind: 'prevent',
  answers,
  impact: 2 + (number % 4),
  feasibility: 3,
  ownerTeam: number % 3 === 0 ? 'identity' : 'messaging',
  successCriterion: 'A test mail is quarantined within a minute.',
  verification: { checks: [{ kind: 'signal', ...evidenceOf(number) }] },
});
