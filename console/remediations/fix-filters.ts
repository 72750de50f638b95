import type { Filter } from '../lists/filter-spec.ts';

/** States of fixes in the API's words, in the order of a fix's life. */
export const FIX_STATES = [
  'requested',
  'ambiguous',
  'open',
  'claimed',
  'verifying',
  'verified',
  'ineffective',
  'regressed',
  'accepted',
  'cancelled',
] as const;

/** What the list of remediations is narrowed by. */
export const FIX_FILTERS: readonly Filter[] = [
  { kind: 'many', name: 'state', label: 'State', options: FIX_STATES },
  { kind: 'many', name: 'grade', label: 'Proof', options: ['proven', 'attested', 'done, not tested'] },
  { kind: 'words', name: 'team', label: 'Team' },
  { kind: 'many', name: 'priority', label: 'Priority', options: ['critical', 'high', 'medium', 'low'] },
  { kind: 'flag', name: 'mine', label: 'My teams' },
  { kind: 'flag', name: 'overdue', label: 'Late' },
  { kind: 'flag', name: 'cameBack', label: 'Came back' },
  { kind: 'day', name: 'dueBefore', label: 'Due before' },
  { kind: 'one', name: 'sort', label: 'Order', none: 'Earliest due first', options: ['priority', 'rank', 'changed'] },
];
