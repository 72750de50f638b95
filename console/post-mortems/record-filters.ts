import type { Filter } from '../lists/filter-spec.ts';

/** What the list of post-mortems is narrowed by. Words are looked for in all of them, whatever their status. */
export const RECORD_FILTERS: readonly Filter[] = [
  { kind: 'words', name: 'q', label: 'Words in records' },
  {
    kind: 'many',
    name: 'status',
    label: 'Status',
    options: ['open', 'in review', 'approved', 'closed', 'waived', 'merged'],
  },
  { kind: 'many', name: 'severity', label: 'Severity', options: ['critical', 'high', 'medium', 'low'] },
  {
    kind: 'many',
    name: 'kind',
    label: 'Kind',
    options: ['incident', 'near miss', 'exercise', 'false positive', 'periodic review'],
  },
  { kind: 'words', name: 'category', label: 'Category' },
  { kind: 'words', name: 'technique', label: 'Technique, as T1566', whole: /^T\d{4}(\.\d{3})?$/ },
  { kind: 'flag', name: 'mine', label: 'Mine' },
  { kind: 'day', name: 'dueBefore', label: 'Due before' },
  { kind: 'one', name: 'sort', label: 'Order', none: 'Earliest due first', options: ['opened', 'changed', 'severity'] },
];
