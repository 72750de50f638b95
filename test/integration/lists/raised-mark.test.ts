import { expect, it } from 'vitest';
import { ANYTHING, apiForEachTest } from '../../support/api/api-world.ts';
import { ticketedRemediation } from '../../support/world/stories.ts';

const { world, as, ben } = apiForEachTest();
const eve = as({ kind: 'person', id: 'eve', name: 'Eve', email: 'eve@example.com' }, 'analyst');

it('shows nothing any more of a record of which the mark was raised', async () => {
  const fix = await ticketedRemediation(world());
  const marked = await ben('PATCH', `/post-mortems/${fix.postMortemId}`, { tlp: 'RED' }, ANYTHING);
  expect(marked.status).toBe(200);
  await world().deliver();
  const paths = [
    ...['due', 'priority', 'rank', 'changed'].map((sort) => `/remediations?sort=${sort}`),
    ...['opened', 'severity', 'changed'].map((sort) => `/post-mortems?status=approved&sort=${sort}`),
    '/post-mortems?status=approved',
  ];
  const seen: unknown[] = [];
  for (const path of paths) seen.push((await eve('GET', path)).body);
  expect(seen).toEqual(paths.map((path) => (path.startsWith('/rem') ? { remediations: [] } : { postMortems: [] })));
  expect(world().failures).toEqual([]);
});
