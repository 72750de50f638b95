import { byIdOrName, type Project, sameText, statusCategories, type User } from '../../site/catalogue.ts';
import type { Issue } from '../../site/issue.ts';
import { instantOfWallClock } from '../../site/jira-time.ts';
import type { Site } from '../../site/site.ts';
import type { JiraError } from '../jira-error.ts';
import { isNothing, type JqlClause, type JqlValue } from './jql.ts';
import { JqlUnknown } from './jql-unknown.ts';

export type JqlTest = (issue: Issue) => boolean;

/** @throws JqlUnknown when it names what the site does not know */
export function clauseTest(clause: JqlClause, site: Site, caller: User): JqlTest {
  const { catalogue, store } = site;
  switch (clause.field) {
    case 'project':
      return membership(
        clause,
        ({ project }) => [project.id],
        ({ text }) => readableProject(text, site)?.id,
      );
    case 'issuetype':
      return membership(
        clause,
        ({ issueType }) => [issueType.id, issueType.name.toLowerCase()],
        ({ text }) => idOrCommonName(catalogue.issueTypes, text),
      );
    case 'status':
      return membership(
        clause,
        ({ status }) => [status.id, status.name.toLowerCase()],
        ({ text }) => idOrCommonName(catalogue.statuses, text),
      );
    case 'statusCategory':
      return membership(
        clause,
        ({ status }) => [status.category],
        ({ text }) =>
          Object.values(statusCategories).find(
            ({ id, key, name }) => String(id) === text || sameText(key, text) || sameText(name, text),
          )?.key,
      );
    case 'labels':
      return membership(
        clause,
        ({ labels }) => labels,
        ({ text }) => text,
      );
    case 'key':
      return membership(
        clause,
        ({ id }) => [id],
        ({ text }) => {
          const issue = site.findIssue(text);
          return issue === undefined || !site.isVisible(issue) ? undefined : issue.id;
        },
      );
    case 'assignee':
      return membership(clause, ({ assignee }) => idsOf(assignee), person);
    case 'reporter':
      return membership(clause, ({ reporter }) => idsOf(reporter), person);
    case 'creator':
      return membership(clause, ({ creator }) => idsOf(creator), person);
    case 'priority':
      return membership(clause, ({ priority }) => idsOf(priority), named(catalogue.priorities));
    case 'resolution':
      return membership(clause, ({ resolution }) => idsOf(resolution), named(catalogue.resolutions));
    case 'component':
      return membership(
        clause,
        ({ components }) => components.map(({ id }) => id),
        named(site.description.projects.flatMap(({ components }) => components)),
      );
    case 'parent':
      return membership(
        clause,
        ({ parentId }) => (parentId === null ? [] : [parentId]),
        ({ text }) => store.find(text)?.id,
      );
    case 'due':
      return emptiness(clause, ({ dueDate }) => dueDate === null);
    case 'updated':
      return timeComparison(clause, ({ updatedAt }) => updatedAt, site, caller);
    case 'created':
      return timeComparison(clause, ({ createdAt }) => createdAt, site, caller);
  }

  function person({ text }: JqlValue): string | undefined {
    if (text === 'currentUser()') return caller.accountId;
    return catalogue.users.find(({ accountId, displayName, emailAddress }) =>
      [accountId, displayName, emailAddress].some((each) => sameText(each, text)),
    )?.accountId;
  }
}

function idsOf(entry: { readonly id: string } | { readonly accountId: string } | null): string[] {
  if (entry === null) return [];
  return ['id' in entry ? entry.id : entry.accountId];
}

function named(entries: readonly { readonly id: string; readonly name: string }[]) {
  return ({ text }: JqlValue) => byIdOrName(entries, text)?.id;
}

/** Only whether there is a due date is simulated. */
function emptiness({ field, operator, values }: JqlClause, isEmpty: (issue: Issue) => boolean): JqlTest {
  const isAsked = (operator === 'is' || operator === 'is not') && values.every(isNothing);
  if (!isAsked) throw operatorProblem(field, operator);
  return (issue) => isEmpty(issue) === (operator === 'is');
}

/** In team-managed projects several types and statuses bear one name, and the query means them all. */
function idOrCommonName(entries: readonly { id: string; name: string }[], text: string): string | undefined {
  const found = byIdOrName(entries, text);
  return found?.id === text ? text : found?.name.toLowerCase();
}

/** A project that the caller may not browse is as unknown as one that there is not. */
function readableProject(text: string, { catalogue, rules }: Site): Project | undefined {
  const project = rules.projectCalled(text) ?? byIdOrName(catalogue.projects, text);
  return project !== undefined && rules.may('BROWSE_PROJECTS', project) ? project : undefined;
}

function membership(
  { field, operator, values }: JqlClause,
  have: (issue: Issue) => readonly string[],
  resolve: (value: JqlValue) => string | undefined,
): JqlTest {
  if (values.length === 1 && values.every(isNothing)) {
    const isEmpty = operator === 'is' || operator === '=';
    return (issue) => (have(issue).length === 0) === isEmpty;
  }
  const isNegated = operator === '!=' || operator === 'not in';
  if (!isNegated && operator !== '=' && operator !== 'in') throw operatorProblem(field, operator);
  const wanted = values.map((value) => {
    const resolved = resolve(value);
    if (resolved === undefined) throw missingValue(field, value.text);
    return resolved;
  });
  // An issue without a value is in neither answer: https://support.atlassian.com/jira-software-cloud/docs/jql-operators/
  return (issue) => {
    const own = have(issue);
    return own.length > 0 && own.some((each) => wanted.includes(each)) !== isNegated;
  };
}

function missingValue(field: string, text: string): JiraError {
  return field === 'key'
    ? new JqlUnknown(`An issue with key '${text}' does not exist for field 'key'.`)
    : new JqlUnknown(`The value '${text}' does not exist for the field '${field}'.`);
}

function timeComparison(
  { field, operator, values }: JqlClause,
  timeOf: (issue: Issue) => Date,
  { clock }: Site,
  caller: User,
): JqlTest {
  const [value] = values;
  if (value === undefined) throw operatorProblem(field, operator);
  const limit = readTime(value, clock(), caller.timeZone ?? 'Etc/UTC').getTime();
  switch (operator) {
    case '>=':
      return (issue) => timeOf(issue).getTime() >= limit;
    case '>':
      return (issue) => timeOf(issue).getTime() > limit;
    case '<=':
      return (issue) => timeOf(issue).getTime() <= limit;
    case '<':
      return (issue) => timeOf(issue).getTime() < limit;
    default:
      throw operatorProblem(field, operator);
  }
}

const unitMs = { m: 60_000, h: 3_600_000, d: 86_400_000, w: 604_800_000 };
const relativePattern = /^([+-]?)(\d+)([mhdw])$/;
const absolutePattern = /^(\d{4})[/-](\d{1,2})[/-](\d{1,2})(?: (\d{1,2}):(\d{2}))?$/;

/** `-5m`, `"2026/11/21 10:00"` (the caller's own time zone, whole minutes only), milliseconds since 1970, `now()`. */
function readTime({ text, isQuoted }: JqlValue, now: Date, timeZone: string): Date {
  if (text === 'now()') return now;
  const relative = relativePattern.exec(text);
  const unit = Object.entries(unitMs).find(([letter]) => letter === relative?.[3])?.[1];
  if (relative !== null && unit !== undefined) {
    const distance = Number(relative[2]) * unit;
    return new Date(now.getTime() + (relative[1] === '-' ? -distance : distance));
  }
  const absolute = absolutePattern.exec(text);
  if (absolute !== null) {
    const [year = 0, month = 1, day = 1, hour = 0, minute = 0] = absolute.slice(1).map((part) => Number(part ?? 0));
    return instantOfWallClock(new Date(Date.UTC(year, month - 1, day, hour, minute)), timeZone);
  }
  if (!isQuoted && /^\d+$/.test(text)) return new Date(Number(text));
  throw new JqlUnknown(
    `Date value '${text}' is invalid. Valid formats include: 'yyyy/MM/dd HH:mm', 'yyyy-MM-dd HH:mm', 'yyyy/MM/dd', ` +
      `'yyyy-MM-dd', or a period format e.g. '-5d', '4w 2d'.`,
  );
}

function operatorProblem(field: string, operator: string): JiraError {
  return new JqlUnknown(`The operator '${operator}' is not supported by the '${field}' field.`);
}
