import { expect, it } from 'vitest';
import * as z from 'zod';
import { classicEnglish } from '../../../local/jira-simulator/sites/classic-english.ts';
import { onDataCenter } from '../../../local/jira-simulator/sites/data-center.ts';
import { sixSites } from '../../../local/jira-simulator/sites/six-sites.ts';
import { plainText } from '../../../shared/jira/adf.ts';
import { wikiOfDocument } from '../../../shared/jira/data-center/wiki-of-document.ts';
import { checkedDocuments } from '../../../shared/jira/document/checked-documents.ts';
import { jiraGateway } from '../../../shared/jira/gateway.ts';
import { jiraTransport } from '../../../shared/jira/transport.ts';
import { adfOf } from '../../../shared/tickets/jira/adf-of.ts';
import { proseBlocks } from '../../../shared/tickets/prose.ts';
import { heading, paragraph, strong, type TicketText, text, wholeTextAt } from '../../../shared/tickets/ticket-text.ts';
import { problemsWithJira } from '../../support/jira/jira-contract.ts';
import { startSite } from '../../support/jira/simulated-site.ts';

/** Everything that Jira refuses somewhere when it is handed on as people write it, and more than Jira takes. */
const WRITTEN = `# Scope

Mails of *look-alike* domains, see [the **playbook**](https://wiki.test/playbook).
Not [this](javascript:alert(1)) and no <script>.

3. Turn on the filter
   - > # for \`example.test\`
   - | a | b |
     |---|---|
     | c | **\`d\`** |
4.

> ## They said
> - - it works

\`\`\`powershell
Set-Rule \\
  -Block $true
\`\`\`

---
${'All of them, one after another. '.repeat(1_500)}`;
const RICH: TicketText = [
  heading('Why'),
  ...proseBlocks(WRITTEN),
  paragraph(strong('Reason: '), text('one\ntwo\r\n')),
  wholeTextAt('https://records.test/1'),
];
const BEGINNING = `Why
Scope
Mails of look-alike domains, see the playbook (https://wiki.test/playbook).
Not [this](javascript:alert(1)) and no <script>.
3. Turn on the filter
  - for example.test
  - a | b
    c | d
4.
They said
- - it works
Set-Rule \\
  -Block $true`;
const LAST_LINE = '\n… the rest stands in the record (https://records.test/1).';

/** Fields that a work ticket needs on each site beside its text. */
const FIELDS: Record<string, Record<string, unknown>> = {
  'classic English': { project: { key: 'PLAT' }, issuetype: { name: 'Task' } },
  'team-managed': { project: { key: 'APP' }, issuetype: { id: '10122' } },
  'German classic': { project: { key: 'NET' }, issuetype: { name: 'Aufgabe' } },
  'service management': { project: { key: 'ENG' }, issuetype: { name: 'Task' } },
  'locked-down enterprise': {
    ...{ project: { key: 'SEC' }, issuetype: { name: 'Remediation' }, components: [{ id: '10040' }] },
    ...{ customfield_10050: { value: 'Public' }, customfield_10051: 12 },
  },
  'workflow without resolution': {
    ...{ project: { key: 'WEB' }, issuetype: { name: 'Task' }, assignee: { accountId: '712020:mia' } },
  },
};
/** This site has no description on its screen. */
const hasDescription = (name: string): boolean => name !== 'workflow without resolution';

it.each(sixSites)('a ticket and a comment of rich words land on the site "$name"', async (site) => {
  const { jira: simulator } = await startSite(site);
  const unfit: string[] = [];
  const transport = jiraTransport({
    site: simulator.apiUrl,
    timeoutMs: 2_000,
    timeLeftMs: () => 1,
    credentials: () => Promise.resolve(simulator.credentials),
  });
  const jira = jiraGateway(checkedDocuments(transport, (problem) => void unfit.push(problem)));
  const description = adfOf(RICH);
  const { key } = await jira.createTicket(
    z.custom<Parameters<typeof jira.createTicket>[0]>().parse({
      fields: {
        ...FIELDS[site.name],
        summary: 'Turn on the filter',
        ...(hasDescription(site.name) && { description }),
      },
      properties: [],
    }),
  );
  await jira.commentOnce(key, 'rich', description);

  const issue = simulator.issue(key);
  const found = issue?.comments
    .map(({ body }) => body)
    .concat(hasDescription(site.name) ? (issue.description ?? []) : []);
  expect(found).toEqual(found?.map(() => description));
  expect(found).not.toEqual([]);
  for (const words of found?.map(plainText) ?? []) {
    expect([words.slice(0, BEGINNING.length), words.slice(-LAST_LINE.length)]).toEqual([BEGINNING, LAST_LINE]);
  }
  expect([unfit, problemsWithJira(simulator.requests())]).toEqual([[], []]);
});

it('the same words land in the wiki markup of Data Center', async () => {
  const { call, jira } = await startSite(onDataCenter(classicEnglish));
  const fields = { ...FIELDS['classic English'], summary: 'Turn on the filter' };
  const short = proseBlocks(WRITTEN.slice(0, WRITTEN.indexOf('---\nAll')));
  const { status, body } = await call('POST', '/rest/api/2/issue', {
    fields: { ...fields, description: wikiOfDocument(adfOf(short)) },
  });
  expect(status).toBe(201);
  const { key } = z.object({ key: z.string() }).parse(body);
  const read = await call('GET', `/rest/api/2/issue/${key}`);
  const words = plainText(
    z.object({ fields: z.object({ description: z.string() }) }).parse(read.body).fields.description,
  );
  expect(jira.issue(key)?.key).toBe(key);
  for (const one of [
    'Scope',
    'see the playbook (https://wiki.test/playbook)',
    '1. Turn on the filter',
    'a | b',
    '  -Block $true',
  ]) {
    expect(words).toContain(one);
  }
});
