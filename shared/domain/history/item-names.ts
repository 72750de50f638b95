export const EVENT_PREFIX = 'EVENT#';
export const LOOK_PREFIX = 'LOOK#';

/** Sorted as text is sorted by number. */
const tenDigits = (sequence: number): string => String(sequence).padStart(10, '0');

/**
 * Names of what is stored of a record: the table has them in its keys, and findings tell them to people. Stored keys
 * contain them: never change one.
 */
export const itemNames = {
  record: (id: string) => `PM#${id}`,
  head: 'RECORD',
  event: (sequence: number) => `${EVENT_PREFIX}${tenDigits(sequence)}`,
  /** Head of the chain of looks. */
  looks: 'LOOKS',
  look: (sequence: number) => `${LOOK_PREFIX}${tenDigits(sequence)}`,
  remediation: (id: string) => `REMEDIATION#${id}`,
  timeline: 'TIMELINE',
  comments: 'COMMENT',
  /** Heads of the records that changed on a day. */
  changed: (day: string) => `CHANGED#${day}`,
  /** Heads of the looks at the records that were looked at on a day. */
  looked: (day: string) => `LOOKED#${day}`,
} as const;
