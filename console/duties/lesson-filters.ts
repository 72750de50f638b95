import type { Filter } from '../lists/filter-spec.ts';

/** What the list of lessons is narrowed by. */
export const LESSON_FILTERS: readonly Filter[] = [
  { kind: 'many', name: 'status', label: 'Status', options: ['open', 'claimed', 'in place'] },
  {
    kind: 'many',
    name: 'updates',
    label: 'Kind',
    options: ['policy', 'procedure', 'response plan', 'training', 'detection'],
  },
  { kind: 'words', name: 'team', label: 'Team' },
  { kind: 'day', name: 'dueBefore', label: 'Due before' },
];
