import type { CreateMetadata } from '../../jira/create-metadata.ts';
import { TICKET_PROPERTY } from '../../jira/create-request.ts';
import type { JiraGateway } from '../../jira/gateway.ts';
import { JiraRefused, JiraUnsure } from '../../jira/jira-errors.ts';
import { runAll } from '../../run-all.ts';
import {
  type CreatedTicket,
  type MadeTicket,
  type NewTicket,
  type TicketDraft,
  TicketsOutOfSight,
} from '../ticket-system.ts';
import { type CreateFields, createFields, INDISPENSABLE } from './create-fields.ts';
import type { CreateScreens } from './create-screens.ts';
import { markIn } from './mark.ts';
import { refusedCreation } from './refused-creation.ts';

type Creator = {
  readonly jira: Pick<JiraGateway, 'createTicket' | 'createTickets' | 'whoAmI' | 'propertiesOf'>;
  readonly screens: CreateScreens;
  /** True for what `incidents.jira` calls an incident: the ticket of a fix that is one would open a record of its own. */
  readonly isIncident: (place: { project: string; issueType: { id: string; name: string } }) => boolean;
};

/** What is sent for a draft, and by which screen. */
type Attempt = {
  readonly draft: TicketDraft;
  readonly metadata: CreateMetadata | undefined;
  readonly fields: CreateFields;
};

/**
 * Creates an issue. Fields that Jira refuses, though its screen has them, are left out in a second try; what they say goes
 * into the description.
 *
 * @throws JiraRefused with the line of the configuration that mends it
 */
export async function createIssue(creator: Creator, draft: TicketDraft): Promise<MadeTicket> {
  const first = await attemptOf(creator, draft);
  try {
    return { ...(await creator.jira.createTicket(first.fields.request)), ...first.fields.made };
  } catch (error) {
    const next = error instanceof JiraRefused ? await withoutRefused(creator, first, error) : undefined;
    if (next === undefined) throw explained(creator, first, error);
    try {
      return { ...(await creator.jira.createTicket(next.fields.request)), ...next.fields.made };
    } catch (again) {
      throw explained(creator, next, again);
    }
  }
}

/**
 * Creates issues in one call, and those in a second that were refused for fields which can be left out. The answer gives the
 * issues without saying which is whose, so each is told by the property that it was created with; the last one left is whose
 * is left. What cannot be told apart is in doubt.
 */
export async function createIssues(
  creator: Creator,
  drafts: readonly TicketDraft[],
): Promise<(CreatedTicket | Error)[]> {
  const attempts = await attemptsOf(creator, drafts);
  const sent = attempts.filter((attempt): attempt is Attempt => !(attempt instanceof Error));
  const outcomes = await createAll(creator, sent);
  const repeats = new Map<Attempt, Attempt>();
  const asker = { ...creator, jira: { ...creator.jira, whoAmI: once(creator.jira.whoAmI) } };
  for (const [attempt, outcome] of outcomes) {
    const next =
      outcome instanceof JiraRefused ? await withoutRefused(asker, attempt, outcome).catch(nothing) : undefined;
    if (next !== undefined) repeats.set(attempt, next);
  }
  const repeated = await createAll(creator, [...repeats.values()]).catch((error: unknown) => asAnswers(repeats, error));
  return attempts.map((attempt) => {
    if (attempt instanceof Error) return attempt;
    const last = repeats.get(attempt) ?? attempt;
    const outcome = (last === attempt ? outcomes : repeated).get(last) ?? unsure();
    return outcome instanceof Error ? explained(creator, last, outcome) : { ...outcome, ...last.fields.made };
  });
}

type Outcomes = ReadonlyMap<Attempt, CreatedTicket | Error>;

const BULK_ENDPOINT = 'POST /rest/api/3/issue/bulk';
const unsure = () => new JiraUnsure(BULK_ENDPOINT, 'which of the new issues is ours is not told');

/** One answer for all that was refused in one call. */
function once<Answer>(ask: () => Promise<Answer>): () => Promise<Answer> {
  let asked: Promise<Answer> | undefined;
  return () => {
    asked ??= ask();
    return asked;
  };
}

/** The first refusal stands where nothing more can be learnt. */
const nothing = (): undefined => undefined;

/** The first call made its tickets, whatever becomes of the second. */
function asAnswers(repeats: ReadonlyMap<Attempt, Attempt>, error: unknown): Outcomes {
  return new Map([...repeats.values()].map((attempt) => [attempt, asError(error)]));
}

const asError = (error: unknown): Error => (error instanceof Error ? error : new Error(String(error)));

/** Create screens that are asked for side by side. */
const SCREENS_AT_ONCE = 5;

/** @returns for each draft what is sent, or why nothing is: a project that cannot be asked holds up no other */
async function attemptsOf(creator: Creator, drafts: readonly TicketDraft[]): Promise<(Attempt | Error)[]> {
  const attempts = new Map<TicketDraft, Attempt | Error>();
  await runAll(
    drafts.map((draft) => ({
      name: draft.mark.remediationId,
      run: async () => void attempts.set(draft, await attemptOf(creator, draft).catch(asError)),
    })),
    SCREENS_AT_ONCE,
  );
  return drafts.map((draft) => attempts.get(draft) ?? unsure());
}

async function attemptOf({ screens, isIncident }: Creator, draft: TicketDraft): Promise<Attempt> {
  const metadata = await screens.of(draft.route);
  const { project, path } = draft.route;
  if (metadata !== undefined && isIncident({ project, issueType: metadata.issueType })) {
    throw new JiraRefused('POST /rest/api/3/issue', 400, 'not sent: the type is one of incidents.jira', {
      fields: ['issuetype'],
      advice: `set ${path}.issueType to a type that is no incident`,
    });
  }
  return { draft, metadata, fields: createFields(draft, metadata) };
}

/** @returns undefined when nothing of what Jira refuses can be left out */
async function withoutRefused(
  { jira, screens }: Creator,
  { draft, metadata, fields }: Attempt,
  { status, fields: refused }: JiraRefused,
): Promise<Attempt | undefined> {
  const isToBeLeftOut = (id: string) =>
    fields.sent.includes(id) && !INDISPENSABLE.has(id) && metadata?.fields.get(id)?.required !== true;
  const leftOut = refused.filter(isToBeLeftOut);
  if (status !== 400 || leftOut.length === 0 || leftOut.length < refused.length) return undefined;
  // To a dead login every field is on no screen: it answers here, and says what is wrong.
  await jira.whoAmI();
  screens.forget(draft.route);
  return { draft, metadata, fields: createFields(draft, metadata, new Set(leftOut)) };
}

function explained({ screens }: Creator, { draft, metadata, fields }: Attempt, error: unknown): Error {
  if (!(error instanceof JiraRefused)) return asError(error);
  screens.forget(draft.route);
  return error.advice === undefined ? refusedCreation(error, draft.route, { metadata, sent: fields.sent }) : error;
}

async function createAll({ jira }: Creator, attempts: readonly Attempt[]): Promise<Outcomes> {
  if (attempts.length === 0) return new Map();
  const { created, refused } = await jira.createTickets(attempts.map(({ fields }) => fields.request));
  const { whose, hidden } = await ownersOf(jira, created);
  const found = attempts.map(({ draft }, index) => refused.get(index) ?? whose.get(draft.mark.remediationId));
  const known = new Set([...whose.values()].map(({ issueId }) => issueId));
  const [last, ...others] = created.filter(({ issueId }) => !known.has(issueId));
  const isOneLeft = others.length === 0 && found.filter((outcome) => outcome === undefined).length === 1;
  return new Map(
    attempts.map((attempt, index) => [
      attempt,
      found[index] ??
        (isOneLeft ? last : undefined) ??
        (hidden === undefined ? unsure() : new TicketsOutOfSight(hidden)),
    ]),
  );
}

/**
 * Once issues are created, whatever goes wrong is a doubt and never a refusal: they are there.
 *
 * @returns the issue of each remediation, and one of those that Jira does not show
 */
async function ownersOf(
  jira: Pick<JiraGateway, 'propertiesOf'>,
  created: readonly NewTicket[],
): Promise<{ whose: ReadonlyMap<string, CreatedTicket>; hidden?: NewTicket | undefined }> {
  if (created.length === 0) return { whose: new Map() };
  try {
    const properties = await jira.propertiesOf(created.map(({ issueId }) => issueId));
    const whose = created.flatMap((ticket) => {
      const mark = markIn(properties.get(ticket.issueId)?.[TICKET_PROPERTY]);
      return mark === undefined ? [] : [[mark.remediationId, { ...ticket, isShown: true as const }] as const];
    });
    return { whose: new Map(whose), hidden: created.find(({ issueId }) => !properties.has(issueId)) };
  } catch {
    return { whose: new Map() };
  }
}
