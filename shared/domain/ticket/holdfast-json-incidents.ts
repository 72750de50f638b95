import * as z from 'zod';
import { Duration, durationMs } from '../words/duration.ts';

/** A host name. It stands in keys of the table, which take no `#` and hold 2,048 bytes. */
export const SiteName = z
  .string()
  .regex(/^(?=.{1,253}$)[a-z0-9]([a-z0-9-]*[a-z0-9])?(\.[a-z0-9]([a-z0-9-]*[a-z0-9])?)*$/, {
    error: 'expected a host name in lower case, such as tickets.example.com',
  });

/** The chapter of the signed JSON that any system can post: docs/sources/holdfast-json.md. */
export const HoldfastJsonIncidents = z
  .strictObject({
    sites: z.array(SiteName).max(100).prefault([]),
    replayWindow: Duration.refine((window) => durationMs(window) >= 1_000 && durationMs(window) <= 3_600_000, {
      error: 'expected a duration from a second to an hour',
    }).prefault('PT5M'),
  })
  .prefault({});
