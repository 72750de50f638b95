import * as z from 'zod';
import { Duration, durationMs } from './duration.ts';
import { identifier } from './marks.ts';

export const duration = (fallback: string) => Duration.prefault(fallback);

/** A duration for each severity, or for each priority of a recommendation. */
export const perLevel = (critical: string, high: string, medium: string, low: string) =>
  z
    .strictObject({ critical: duration(critical), high: duration(high), medium: duration(medium), low: duration(low) })
    .prefault({});

export const ProjectKey = identifier(
  z.string().regex(/^[A-Z][A-Z0-9_]{1,9}$/, {
    error: 'expected a Jira project key: 2 to 10 capitals, digits or underscores, a capital first',
  }),
);

export const HttpUrl = z.url({ protocol: /^https?$/, error: 'expected a URL that starts with https://' });

/** How long a link works. It is signed with a function's credentials, which last for hours, and whoever has it may use it. */
export const linkTime = (fallback: string) =>
  Duration.refine((time) => durationMs(time) >= 60_000 && durationMs(time) <= 3_600_000, {
    error: 'expected a duration from a minute to an hour',
  }).prefault(fallback);
