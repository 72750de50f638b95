import { openPostMortem } from '../../../shared/domain/record/decide/open-record.ts';
import { approve, submit } from '../../../shared/domain/record/decide/review-record.ts';
import {
  addRootCause,
  classify,
  proposeRecommendation,
  writeSection,
} from '../../../shared/domain/record/decide/write-record.ts';
import type { RecordEvent } from '../../../shared/domain/record/events/record-events.ts';
import type { PostMortem } from '../../../shared/domain/record/post-mortem.ts';
import type { Check } from '../../../shared/domain/verification/plan.ts';
import { PartId, PostMortemId, type RecommendationId } from '../../../shared/domain/words/identifiers.ts';
import type { Person } from '../../../shared/domain/words/person.ts';
import { ANNA, BEN } from '../../support/world/people.ts';
import { aDraft, anIncident } from '../../support/world/records.ts';
import { aCause } from '../../support/world/stories.ts';
import type { Holdfast } from './holdfast.ts';
import { checkOf, type FixPlan } from './plan.ts';
import type { DrawnIncident } from './statistics.ts';

export type NewFix = {
  readonly id: RecommendationId;
  readonly plan: FixPlan;
  readonly team: string;
  readonly impact: number;
};

/** An incident becomes a record, and a second person approves it with its recommendations, in that order. */
export async function approveIncident(
  { store, config, newId, now }: Holdfast,
  number: number,
  { severity, category }: DrawnIncident,
  fixes: readonly NewFix[],
  weaken: (check: Check) => Check,
): Promise<void> {
  const id = PostMortemId.parse(newId());
  const key = `SEC-${number}`;
  const incident = anIncident({
    ticketId: `${number}`,
    key,
    severity,
    title: `A case of ${category}`,
    closedAt: now(),
  });
  const ticket = { source: 'jira', site: 'jira.test', ticketId: `${number}`, key } as const;
  await store.open(id, ticket, openPostMortem(id, incident, [], now(), config), aCause());
  const change = (decide: (record: PostMortem) => RecordEvent[], by: Person): Promise<PostMortem> =>
    store.changePostMortem(id, decide, aCause(by));
  const summary = { section: 'summary', content: { text: `It began with ${category}.` } } as const;
  const cause = PartId.parse(newId());
  const known = config.postMortem.categories.includes(category) ? category : 'other';
  await change((record) => classify(record, { category: known }, ANNA, config), ANNA);
  await change((record) => writeSection(record, summary, ANNA), ANNA);
  const rootCause = { id: cause, kind: 'human', statement: 'Nobody was trained', whys: [] } as const;
  await change((record) => addRootCause(record, { ...rootCause, whys: [] }, ANNA), ANNA);
  for (const { id: fixId, plan, team, impact } of fixes) {
    const verification = { checks: [weaken(checkOf(plan))] };
    const draft = aDraft({ answers: [cause], ownerTeam: team, impact, verification });
    await change((record) => proposeRecommendation(record, fixId, draft, ANNA), ANNA);
  }
  const { revision } = await change((record) => submit(record, ANNA, config), ANNA);
  await change((record) => approve(record, revision, BEN, now(), config), BEN);
}
