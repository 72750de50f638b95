import * as z from 'zod';
import { ForeignName, type Problem, wholeRule } from '../words/settings.ts';
import { Severity } from '../words/severity.ts';
import { isNamed, type TicketOutcome } from './ticket-outcome.ts';

const Ending = z
  .strictObject({
    statuses: z.array(ForeignName).min(1).optional(),
    /** null: none. */
    resolutions: z
      .array(z.union([ForeignName, z.null()]))
      .min(1)
      .optional(),
  })
  .check(
    wholeRule((ending): Problem[] =>
      Object.keys(Object(ending)).length > 0
        ? []
        : [{ path: [], expected: 'expected statuses, resolutions or both; an empty one would be every closure' }],
    ),
  );

/**
 * Ways in which a ticket is closed that say that there is nothing to learn from: of each, all that is named has to hold, by name or
 * by id.
 */
export const Endings = z.array(Ending).max(100);
type Endings = z.infer<typeof Endings>;

export const isOneOf = ({ status, resolution }: TicketOutcome, endings: Endings): boolean =>
  endings.some(
    ({ statuses, resolutions }) =>
      (statuses === undefined || statuses.some((one) => isNamed(status, one))) &&
      (resolutions === undefined ||
        resolutions.some((one) =>
          one === null ? resolution === undefined : resolution !== undefined && isNamed(resolution, one),
        )),
  );

/** Says why an incident opens no record; undefined where it does. @param closedAs how it ended, where that says that there is nothing to learn from */
export function whyNoRecord(
  { severity }: { readonly severity: Severity },
  closedAs: string | undefined,
  { minimumSeverity }: { readonly minimumSeverity: Severity },
): string | undefined {
  if (closedAs !== undefined) return `it was closed as no incident to learn from: ${closedAs}`;
  const isLess = Severity.options.indexOf(severity) > Severity.options.indexOf(minimumSeverity);
  return isLess ? `its severity, ${severity}, is less than incidents.minimumSeverity, ${minimumSeverity}` : undefined;
}
