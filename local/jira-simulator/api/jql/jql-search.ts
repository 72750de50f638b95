import type { User } from '../../site/catalogue.ts';
import type { Issue } from '../../site/issue.ts';
import type { Site } from '../../site/site.ts';
import { JiraError } from '../jira-error.ts';
import { type JqlExpression, type JqlOrder, parseJql } from './jql.ts';
import { clauseTest, type JqlTest } from './jql-clause-test.ts';
import type { JqlOrderField } from './jql-fields.ts';
import { JqlUnknown } from './jql-unknown.ts';

/**
 * Searches the given issues. One thing in the query that the site does not know, such as one deleted key in `key in (…)`,
 * spoils the whole of it: the answer is an error or, where the manners of the site say so, nothing found.
 *
 * @throws JqlUnknown, JiraError
 */
export function searchByJql(jql: string, issues: readonly Issue[], site: Site, caller: User): Issue[] {
  const { manners } = site.description;
  const { where, order } = parseJql(jql, manners.jql);
  if (where === undefined) {
    throw new JiraError(400, [
      'Unbounded JQL queries are not allowed here. Please add a search restriction to your query.',
    ]);
  }
  const isSilent = manners.unknownInSearch === 'nothing found';
  const strange = order.find(({ field }) => field === undefined);
  if (strange !== undefined && !isSilent) {
    throw new JqlUnknown(`Error in the JQL Query: Ordering by '${strange.name}' is not simulated.`);
  }
  return issues.filter(expressionTest(where, site, caller)).sort(comparison(order));
}

function expressionTest(expression: JqlExpression, site: Site, caller: User): JqlTest {
  if (expression.kind === 'clause') return clauseTest(expression, site, caller);
  if (expression.kind === 'not') {
    const test = expressionTest(expression.part, site, caller);
    return (issue) => !test(issue);
  }
  const tests = expression.parts.map((part) => expressionTest(part, site, caller));
  return expression.kind === 'all'
    ? (issue) => tests.every((test) => test(issue))
    : (issue) => tests.some((test) => test(issue));
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
