export const EVENT_PREFIX = 'EVENT#';

/**
 * Names of what is stored of a record: the table has them in its keys, and findings tell them to people. Stored keys
 * contain them: never change one.
 */
export const itemNames = {
  record: (id: string) => `PM#${id}`,
  head: 'RECORD',
  /** Ten digits: sorted as text is sorted by number. */
  event: (sequence: number) => `${EVENT_PREFIX}${String(sequence).padStart(10, '0')}`,
  remediation: (id: string) => `REMEDIATION#${id}`,
  timeline: 'TIMELINE',
  comments: 'COMMENT',
  /** Heads of the records that changed on a day. */
  changed: (day: string) => `CHANGED#${day}`,
} as const;
