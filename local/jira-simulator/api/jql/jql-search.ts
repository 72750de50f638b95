import { byIdOrName, type Project, sameText, statusCategories, type User } from '../../site/catalogue.ts';
import type { Issue } from '../../site/issue.ts';
import { instantOfWallClock } from '../../site/jira-time.ts';
import type { Site } from '../../site/site.ts';
import { JiraError } from '../jira-error.ts';
import { type JqlClause, type JqlOrder, type JqlOrderField, type JqlValue, parseJql } from './jql.ts';
import { JqlUnknown } from './jql-unknown.ts';

type Test = (issue: Issue) => boolean;

/**
 * Searches the given issues. One thing in the query that the site does not know, such as one deleted key in `key in (…)`,
 * spoils the whole of it: the answer is an error or, where the manners of the site say so, nothing found.
 *
 * @throws JqlUnknown, JiraError
 */
export function searchByJql(jql: string, issues: readonly Issue[], site: Site, caller: User): Issue[] {
  const { clauses, order } = parseJql(jql);
  if (clauses.length === 0) {
    throw new JiraError(400, [
      'Unbounded JQL queries are not allowed here. Please add a search restriction to your query.',
    ]);
  }
  const isSilent = site.description.manners.unknownInSearch === 'nothing found';
  const strange = order.find(({ field }) => field === undefined);
  if (strange !== undefined && !isSilent) {
    throw new JqlUnknown(`Error in the JQL Query: Ordering by '${strange.name}' is not simulated.`);
  }
  const tests = clauses.map((clause) => testOf(clause, site, caller));
  return issues.filter((issue) => tests.every((test) => test(issue))).sort(comparison(order));
}

function testOf(clause: JqlClause, site: Site, caller: User): Test {
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
          const issue = store.find(text);
          return issue === undefined || !site.isVisible(issue) ? undefined : issue.id;
        },
      );
    case 'updated':
      return timeComparison(clause, ({ updatedAt }) => updatedAt, site, caller);
    case 'created':
      return timeComparison(clause, ({ createdAt }) => createdAt, site, caller);
  }
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
): Test {
  const isNegated = operator === '!=' || operator === 'not in';
  if (!isNegated && operator !== '=' && operator !== 'in') throw operatorProblem(field, operator);
  const wanted = values.map((value) => {
    const resolved = resolve(value);
    if (resolved === undefined) throw missingValue(field, value.text);
    return resolved;
  });
  return (issue) => have(issue).some((each) => wanted.includes(each)) !== isNegated;
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
): Test {
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

/** Without ORDER BY the newest issue comes first, and so do the issues that an order leaves equal. */
function comparison(order: readonly JqlOrder[]): (left: Issue, right: Issue) => number {
  return (left, right) => {
    for (const { field, isDescending } of order) {
      // An order by what the site does not know is passed over.
      if (field === undefined) continue;
      const difference = rank(left, field) - rank(right, field);
      if (difference !== 0) return isDescending ? -difference : difference;
    }
    return Number(right.id) - Number(left.id);
  };
}

function rank(issue: Issue, field: JqlOrderField): number {
  switch (field) {
    case 'updated':
      return issue.updatedAt.getTime();
    case 'created':
      return issue.createdAt.getTime();
    case 'key':
      return Number(issue.project.id) * 1e6 + Number(issue.key.split('-').at(-1));
  }
}

function operatorProblem(field: string, operator: string): JiraError {
  return new JqlUnknown(`The operator '${operator}' is not supported by the '${field}' field.`);
}
