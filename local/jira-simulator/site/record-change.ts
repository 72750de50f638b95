import type { SiteDescription } from '../sites/site-description.ts';
import type { SimulatedCatalogue, User } from './catalogue.ts';
import { changeItems } from './change-items.ts';
import type { History, Issue, SimulatedChangeItem } from './issue.ts';
import type { IssueStore } from './issue-store.ts';
import type { SiteEvent, UpdateTypeName } from './site-event.ts';
import type { SiteRules } from './site-rules.ts';

export type SiteParts = {
  readonly catalogue: SimulatedCatalogue;
  readonly description: SiteDescription;
  readonly rules: SiteRules;
  readonly store: IssueStore;
  readonly clock: () => Date;
  readonly onEvent: (event: SiteEvent) => void;
};

export type ChangeRecorder = ReturnType<typeof createChangeRecorder>;

/** Saves changes of issues with their history, and then tells of them. */
export function createChangeRecorder({ catalogue, store, clock, onEvent }: SiteParts) {
  return { change, newHistory };

  function change(
    actor: User,
    before: Issue,
    after: Issue,
    typeName: UpdateTypeName,
    moreItems: readonly SimulatedChangeItem[] = [],
  ): Issue {
    const at = clock();
    const items = [...changeItems(before, after, catalogue.customFields), ...moreItems];
    if (items.length === 0) return before;
    const history = newHistory(actor, items, at);
    const issue: Issue = { ...after, histories: [...after.histories, history], updatedAt: at };
    store.save(issue);
    onEvent({ kind: 'issue-updated', issue, actor, at, history, typeName });
    return issue;
  }

  function newHistory(author: User, items: readonly SimulatedChangeItem[], createdAt: Date): History {
    return { id: store.nextId('history'), author, createdAt, items };
  }
}
