import type { LinkType, Priority, Resolution, Status } from '../site/catalogue.ts';

/** What a fresh English site has, until an administrator changes it. */

export const shippedPriorities: readonly Priority[] = [
  { id: '1', name: 'Highest', color: '#cd1317' },
  { id: '2', name: 'High', color: '#e9494a' },
  { id: '3', name: 'Medium', color: '#e97f33' },
  { id: '4', name: 'Low', color: '#2d8738' },
  { id: '5', name: 'Lowest', color: '#57a55a' },
];

export const shippedResolutions: readonly Resolution[] = [
  { id: '10000', name: 'Done' },
  { id: '10001', name: "Won't Do" },
  { id: '10002', name: 'Duplicate' },
  { id: '10003', name: 'Cannot Reproduce' },
];

const blocks: LinkType = { id: '10000', name: 'Blocks', inward: 'is blocked by', outward: 'blocks' };
const cloners: LinkType = { id: '10001', name: 'Cloners', inward: 'is cloned by', outward: 'clones' };
export const duplicateLink: LinkType = {
  id: '10002',
  name: 'Duplicate',
  inward: 'is duplicated by',
  outward: 'duplicates',
};
export const relatesLink: LinkType = { id: '10003', name: 'Relates', inward: 'relates to', outward: 'relates to' };

export const shippedLinkTypes: readonly LinkType[] = [blocks, cloners, duplicateLink, relatesLink];

export const inProgress: Status = { id: '3', name: 'In Progress', category: 'indeterminate' };
