import { isRemediationEvent, type RemediationEvent } from '../../remediation/remediation-events.ts';
import type { Catalogue } from '../../words/event-definition.ts';
import { COMMENT_EVENTS, type CommentEvent } from './comment-events.ts';
import { CONTENT_EVENTS, type ContentEvent } from './content-events.ts';
import { HINT_EVENTS, type HintEvent } from './hint-events.ts';
import { LOOK_EVENTS, type LookEvent } from './look-events.ts';
import { REVIEW_EVENTS, type ReviewEvent } from './review-events.ts';

/** Every fact that a record states. */
export const RECORD_EVENTS = {
  ...REVIEW_EVENTS,
  ...CONTENT_EVENTS,
  ...COMMENT_EVENTS,
  ...HINT_EVENTS,
  ...LOOK_EVENTS,
} as const satisfies Catalogue;

/** Facts of a record. An approved recommendation is one as well: the same fact begins its remediation. */
export type RecordEvent =
  | ReviewEvent
  | ContentEvent
  | CommentEvent
  | HintEvent
  | LookEvent
  | Extract<RemediationEvent, { type: 'Recommendation Approved' }>;

export const isRecordEvent = (event: { type: string; data: unknown }): event is RecordEvent =>
  Object.hasOwn(RECORD_EVENTS, event.type) || (isRemediationEvent(event) && event.type === 'Recommendation Approved');
