import { readFileSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { hintsOf } from '../../../shared/domain/hints/hints-of.ts';
import { firstBrokenLink } from '../../../shared/domain/history/audit-chain.ts';
import { completenessOf } from '../../../shared/domain/record/completeness.ts';
import type { PostMortem } from '../../../shared/domain/record/post-mortem.ts';
import { templateFor } from '../../../shared/domain/record/template.ts';
import { plainText } from '../../../shared/jira/adf.ts';
import { sha256 } from '../../../shared/sha256.ts';
import { examplePage } from '../../../tools/example-page.ts';
import { DATA_EXFILTRATION } from '../../../tools/examples/data-exfiltration.ts';
import { EXAMPLES } from '../../../tools/examples/examples.ts';
import { engineForThisFile } from '../../support/machine/engine.ts';
import { advanceTo, playExample } from '../../support/world/play-example.ts';
import { startWorld, type World } from '../../support/world/world.ts';

const endpoint = engineForThisFile();
let world: World;
beforeEach(async () => {
  world = await startWorld(endpoint());
});
afterEach(() => world.close());

const completeness = (record: PostMortem) =>
  completenessOf(record, templateFor(record, world.config.postMortem.templates), world.config);

describe.each(EXAMPLES)('$title', (example) => {
  it('goes from the closed ticket to verified fixes and a closed record', async () => {
    const { submitted, approved, states, closed, fixes } = await playExample(world, example);
    const isCritical = example.ticket.priority === 'Highest';
    const judged = example.recommendations.filter(({ judged: word }) => word !== undefined).length;

    expect(completeness(submitted)).toMatchObject({
      score: 100,
      template: isCritical ? 'critical incident' : 'incident',
    });
    expect(hintsOf(submitted, await world.store.wholeTimeline(submitted.id))).toEqual([]);
    expect(new Set(submitted.rootCauses.map(({ kind }) => kind))).toEqual(
      new Set(['technical', 'procedural', 'human']),
    );
    expect([approved.status, approved.approvals.length]).toEqual(['approved', isCritical ? 2 : 1]);

    expect(states.length).toBeGreaterThan(2 * example.recommendations.length);
    expect(states.map(({ found }) => found)).toEqual(states.map(({ wanted }) => wanted));
    expect(fixes.map(({ state }) => state)).toEqual(Array(example.recommendations.length - judged).fill('verified'));
    expect(fixes.filter(({ reopenCount }) => reopenCount > 0)).toHaveLength(1);

    expect([closed.status, closed.lessons.every(({ inPlace }) => inPlace !== undefined)]).toEqual(['closed', true]);
    expect(closed.notifications.filter(({ sentAt }) => sentAt === undefined)).toEqual([]);
    expect(firstBrokenLink(await world.store.events(closed.id), sha256)).toBeUndefined();
  });

  it('tells in the ticket that came back what was seen', async () => {
    const { fixes } = await playExample(world, example);
    const failed = example.course.filter((act) => act.does === 'signal' && act.outcome === 'fail');
    const reopened = fixes.find(({ reopenCount }) => reopenCount > 0);
    const key = reopened !== undefined && 'ticket' in reopened ? (reopened.ticket?.key ?? '') : '';
    const comments = (world.simulator.issue(key)?.comments ?? []).map(({ body }) => plainText(body)).join('\n');
    const details = failed.flatMap((act) => (act.does === 'signal' ? [act.detail ?? ''] : []));
    expect([details.length, details.filter((detail) => !comments.includes(detail))]).toEqual([1, []]);
  });

  it('has its page in docs/examples: run `npm run docs`', () => {
    const page = new URL(`../../../docs/examples/${example.file}.md`, import.meta.url);
    expect(readFileSync(page, 'utf8')).toBe(examplePage(example));
  });
});

it('takes the record of the data exfiltration up again when the time of the accepted risk is over', async () => {
  const { closed } = await playExample(world, DATA_EXFILTRATION);
  const tapes = closed.recommendations.find(({ status }) => status === 'risk accepted');
  advanceTo(world, tapes?.acceptance?.until ?? '');
  await world.sweep();
  await world.deliver();
  const record = await world.store.postMortem(closed.id);
  const fixes = await world.store.remediations(closed.id);
  expect([closed.status, record?.status, fixes.find(({ id }) => id === tapes?.id)?.state]).toEqual([
    'closed',
    'approved',
    'open',
  ]);
});
