import * as z from 'zod';
import { SiteKey } from '../ticket/jira-site.ts';
import { ForeignName, oneOrMore, ProjectKey } from '../words/settings.ts';
import { Severity } from '../words/severity.ts';
import { FieldSetting } from './route-field.ts';
import { TicketLabel } from './ticket-label.ts';

/** Route as a record keeps it: where the ticket of a fix was made, or is to be made. Read also from earlier configurations. */
export const TicketRoute = z.strictObject({
  project: ProjectKey,
  issueType: z.string().min(1),
  component: z.string().min(1).optional(),
});
export type TicketRoute = z.infer<typeof TicketRoute>;

/**
 * The same with what stands beside it, because earlier releases refuse more in it: its name in the configuration, and the name there
 * of its site, where it is one of `jira.sites`.
 */
export type NamedRoute = TicketRoute & { readonly name?: string | undefined; readonly site?: string | undefined };

/** Field of an issue that only some sites have: `customfield_10050`. */
const FieldId = z.string().regex(/^customfield_\d{1,18}$/, {
  error: 'expected the id of a custom field, such as customfield_10050; other fields have settings of their own here',
});

const Fields = z.record(FieldId, FieldSetting);

/** How a ticket is moved: the transition by name or id, and what its screen is to be filled with. */
const MoveSetting = z.strictObject({
  transition: ForeignName.optional(),
  resolution: ForeignName.optional(),
  fields: Fields.optional(),
});
export type MoveSetting = z.infer<typeof MoveSetting>;

/** The same for a decision about the fix: no ticket is moved for one unless the route names the transition. */
const DecisionMove = MoveSetting.extend({ transition: ForeignName });

/** Decisions after which the ticket of a fix may be moved, as a route names them. */
export const MOVING_DECISIONS = ['onCancelled', 'onAccepted', 'onVerified'] as const;
export type MovingDecision = (typeof MOVING_DECISIONS)[number];

const IssueKey = z
  .string()
  .regex(/^[A-Z][A-Z0-9_]{1,9}-\d{1,18}$/, { error: 'expected the key of an issue, such as NET-12' });
const AccountId = z
  .string()
  .max(128)
  .regex(/^[\w:-]+$/, { error: 'expected a Jira account id, such as 712020:5b10ac8d, and no name or e-mail address' });

const priorities = z.partialRecord(Severity, ForeignName);

/** Where tickets go, and how they are made, moved and linked there. Names are the site's own, or ids. */
export const RouteSetting = z.strictObject({
  /** One of `jira.sites`; without it the site of `jira`. */
  site: SiteKey.optional(),
  project: ProjectKey,
  issueType: ForeignName,
  parent: IssueKey.optional(),
  component: oneOrMore(ForeignName).optional(),
  assignee: AccountId.optional(),
  priority: z
    .union([z.literal('none'), priorities], { error: "expected 'none', or a priority for each level" })
    .optional(),
  labels: z.array(TicketLabel).optional(),
  securityLevel: ForeignName.optional(),
  fields: Fields.optional(),
  due: z.enum(['calendar day', 'business day', 'none']).optional(),
  reopen: MoveSetting.optional(),
  close: MoveSetting.optional(),
  onCancelled: DecisionMove.optional(),
  onAccepted: DecisionMove.optional(),
  onVerified: DecisionMove.optional(),
  duplicateLink: ForeignName.optional(),
  incidentLink: ForeignName.optional(),
  followUpLink: ForeignName.optional(),
});
export type RouteSetting = z.infer<typeof RouteSetting>;
