import type { BackfilledScope, BackfillPortion } from '../../shared/domain/ticket/backfill.ts';

type Looked = Extract<BackfillPortion, { outcome: 'looked' }>;
type Counts = Pick<BackfilledScope, 'looked' | 'told' | 'waiting' | 'recorded' | 'opensNone'>;

/** What the portions of one run did together in a scope, and how often it could not be asked at the end. */
export type ScopeSoFar = BackfilledScope & { readonly tries: number };
export type BackfillSum = Counts & { readonly isDone: boolean; readonly scopes: readonly ScopeSoFar[] };

const NOTHING: Counts = { looked: 0, told: 0, waiting: 0, recorded: 0, opensNone: 0 };
export const emptySum = (): BackfillSum => ({ ...NOTHING, isDone: false, scopes: [] });

/** Adds what one more portion did. */
export function withPortion(sum: BackfillSum, { scopes: portions, isDone }: Looked): BackfillSum {
  const before = new Map(sum.scopes.map((scope) => [scope.name, scope]));
  const scopes = portions.map((scope) => both(before.get(scope.name), scope));
  return { ...scopes.reduce(added, NOTHING), isDone, scopes };
}

const added = (a: Counts, b: Counts): Counts => ({
  looked: a.looked + b.looked,
  told: a.told + b.told,
  waiting: a.waiting + b.waiting,
  recorded: a.recorded + b.recorded,
  opensNone: a.opensNone + b.opensNone,
});

function both(before: ScopeSoFar | undefined, now: BackfilledScope): ScopeSoFar {
  const tries = now.because === undefined ? 0 : (before?.tries ?? 0) + 1;
  if (before === undefined) return { ...now, tries };
  // A page that is read twice tells twice what it could not read.
  const once = new Map([...before.unread, ...now.unread].map((one) => [one.id, one]));
  return {
    ...now,
    ...added(before, now),
    failed: [...before.failed, ...now.failed],
    unread: [...once.values()],
    tries,
  };
}
