import type { Issue } from './issue.ts';

/** Ids are unique within a kind only: an issue and a comment may share a number, as they do in Jira. */
type IdKind = 'issue' | 'comment' | 'history' | 'remote link' | 'issue link';

type IndexEntry = { readonly recordedAt: Date; readonly issue: Issue | undefined };

/**
 * The issues of the site, and what the search index knew of each of them at any time.
 *
 * ```
 *   written ──┬────────── lag ─────────▶ found by search
 *             └─▶ read by key at once
 * ```
 */
export function createIssueStore(clock: () => Date) {
  const issues = new Map<string, Issue>();
  const indexEntries = new Map<string, IndexEntry[]>();
  const idByKey = new Map<string, string>();
  const hiddenIds = new Set<string>();
  const lastIds = new Map<IdKind, number>();
  const lastNumberInProject = new Map<string, number>();

  return {
    nextId(kind: IdKind): string {
      const next = (lastIds.get(kind) ?? 9_999) + 1;
      lastIds.set(kind, next);
      return String(next);
    },

    nextKey(projectKey: string): string {
      const next = (lastNumberInProject.get(projectKey) ?? 0) + 1;
      lastNumberInProject.set(projectKey, next);
      return `${projectKey}-${next}`;
    },

    save(issue: Issue): void {
      issues.set(issue.id, issue);
      // The key of before a move stays known, as Jira keeps finding a moved issue by its old key.
      idByKey.set(issue.key.toUpperCase(), issue.id);
      record(issue.id, issue);
    },

    remove(id: string): void {
      issues.delete(id);
      record(id, undefined);
    },

    find(idOrKey: string): Issue | undefined {
      return issues.get(idOrKey) ?? issues.get(idByKey.get(idOrKey.toUpperCase()) ?? '');
    },

    all(): Issue[] {
      return [...issues.values()];
    },

    setHidden(id: string, isHidden: boolean): void {
      if (isHidden) hiddenIds.add(id);
      else hiddenIds.delete(id);
    },

    isHidden(id: string): boolean {
      return hiddenIds.has(id);
    },

    /** The issues as the index has them: nothing of the last `lagMs`, save the ids that the caller asks to reconcile. */
    indexed(lagMs: number, reconciledIds: ReadonlySet<string>): Issue[] {
      const knownUntil = clock().getTime() - lagMs;
      const found: Issue[] = [];
      for (const [id, entries] of indexEntries) {
        const issue = reconciledIds.has(id)
          ? issues.get(id)
          : entries.findLast(({ recordedAt }) => recordedAt.getTime() <= knownUntil)?.issue;
        if (issue !== undefined) found.push(issue);
      }
      return found;
    },
  };

  function record(id: string, issue: Issue | undefined): void {
    const entries = indexEntries.get(id) ?? [];
    entries.push({ recordedAt: clock(), issue });
    indexEntries.set(id, entries);
  }
}

export type IssueStore = ReturnType<typeof createIssueStore>;
