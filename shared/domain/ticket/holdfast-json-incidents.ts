import * as z from 'zod';
import { Duration, durationMs } from '../words/duration.ts';
import { withoutRepeats } from '../words/settings.ts';
import { SiteName, SOURCE_SETTINGS } from './source-settings.ts';
import { stateSets } from './state-sets.ts';

const AccountId = z.string().regex(/^\d{12}$/, { error: 'expected the id of an AWS account: 12 digits' });

/** The `source` of an event: those of AWS begin with `aws.`, and no other may. */
const EventSourceName = z.string().regex(/^(?!aws\.)[\w.\-/]{1,256}$/, {
  error: 'expected the source of the events, such as com.example.tickets, which does not begin with aws.',
});

const NOTHING_TO_REVIEW = ['Duplicate', 'False Positive', 'Canceled', 'Cancelled', 'Merged'];

/** The chapter of the JSON that any system can post: docs/sources/holdfast-json.md. */
export const HoldfastJsonIncidents = z
  .strictObject({
    sites: z.array(SiteName).max(100).prefault([]),
    replayWindow: Duration.refine((window) => durationMs(window) >= 1_000 && durationMs(window) <= 3_600_000, {
      error: 'expected a duration from a second to an hour',
    }).prefault('PT5M'),
    takesStaticSecret: z.boolean().prefault(false),
    bus: z
      .strictObject({
        source: EventSourceName,
        accounts: z.array(AccountId).max(100).check(withoutRepeats()).prefault([]),
      })
      .optional(),
    states: stateSets(['state', 'reason'], {
      opens: [{ state: ['Resolved', 'Closed', 'Done', 'Completed'] }],
      nothingToReview: [{ state: NOTHING_TO_REVIEW }, { reason: NOTHING_TO_REVIEW }],
    }),
    severityBy: SOURCE_SETTINGS.severityBy,
    severityOtherwise: SOURCE_SETTINGS.severityOtherwise,
  })
  .prefault({});
