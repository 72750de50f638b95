import { JiraError } from '../jira-error.ts';
import { type JqlToken, notUnderstood, readTokens, type TokenReader } from './jql-tokens.ts';
import { JqlUnknown } from './jql-unknown.ts';
import { reservedWords } from './reserved-words.ts';

/**
 * The subset of JQL that the simulator reads: comparisons joined by AND, then ORDER BY.
 * A query that it cannot read is refused, and never half understood.
 */
export type JqlQuery = { readonly clauses: readonly JqlClause[]; readonly order: readonly JqlOrder[] };

export type JqlClause = {
  readonly field: JqlField;
  readonly operator: JqlOperator;
  readonly values: readonly JqlValue[];
};

export type JqlValue = { readonly text: string; readonly isQuoted: boolean };
export type JqlOrder = {
  readonly name: string;
  /** Undefined when the site does not know the name. */
  readonly field: JqlOrderField | undefined;
  readonly isDescending: boolean;
};
export type JqlOperator = '=' | '!=' | 'in' | 'not in' | '>=' | '>' | '<=' | '<';

const fieldNames = {
  project: 'project',
  issuetype: 'issuetype',
  type: 'issuetype',
  labels: 'labels',
  status: 'status',
  statuscategory: 'statusCategory',
  key: 'key',
  issuekey: 'key',
  issue: 'key',
  id: 'key',
  updated: 'updated',
  updateddate: 'updated',
  created: 'created',
  createddate: 'created',
} as const;
export type JqlField = (typeof fieldNames)[keyof typeof fieldNames];

const orderFieldNames = { updated: 'updated', created: 'created', key: 'key', issuekey: 'key', id: 'key' } as const;
export type JqlOrderField = (typeof orderFieldNames)[keyof typeof orderFieldNames];

export function parseJql(jql: string): JqlQuery {
  const tokens = readTokens(jql);
  const clauses: JqlClause[] = [];
  const order: JqlOrder[] = [];
  while (tokens.peek() !== undefined && !tokens.isWord('order')) {
    if (clauses.length > 0) tokens.expectWord('and');
    clauses.push(clause(tokens));
  }
  if (tokens.skipWord('order')) {
    tokens.expectWord('by');
    do order.push(orderTerm(tokens));
    while (tokens.skipMark(','));
  }
  const rest = tokens.peek();
  if (rest !== undefined) throw notUnderstood(`Expecting the end of the query but got '${rest.text}'`);
  return { clauses, order };
}

function clause(tokens: TokenReader): JqlClause {
  const name = tokens.next('a field name').text;
  const field = lookUp(fieldNames, name);
  if (field === undefined) throw unknownField(name);
  const operator = operatorToken(tokens);
  const isList = operator === 'in' || operator === 'not in';
  return { field, operator, values: isList ? list(tokens) : [value(tokens)] };
}

/** Fields of every Jira that are not simulated: that the simulator lacks them must never look like nothing found. */
const notSimulated = new Set(
  ['sprint', 'assignee', 'reporter', 'creator', 'priority', 'resolution', 'resolved', 'due', 'duedate', 'component']
    .concat(['parent', 'fixversion', 'affectedversion', 'text', 'summary', 'description', 'comment', 'level'])
    .concat([
      'watcher',
      'voter',
      'attachments',
      'environment',
      'filter',
      'category',
      'lastviewed',
      'statuscategorychangeddate',
    ]),
);

function unknownField(name: string): JiraError {
  const problem = `Field '${name}' does not exist or is not simulated`;
  return notSimulated.has(name.toLowerCase())
    ? notUnderstood(problem)
    : new JqlUnknown(`Error in the JQL Query: ${problem}.`);
}

const operators: readonly JqlOperator[] = ['=', '!=', 'in', '>=', '>', '<=', '<'];

function operatorToken(tokens: TokenReader): JqlOperator {
  const { text } = tokens.next('an operator');
  const word = text.toLowerCase();
  if (word === 'not') {
    tokens.expectWord('in');
    return 'not in';
  }
  const operator = operators.find((each) => each === word);
  if (operator === undefined) throw notUnderstood(`Operator '${text}' is not simulated`);
  return operator;
}

function list(tokens: TokenReader): JqlValue[] {
  if (!tokens.skipMark('(')) throw notUnderstood("Expecting '(' after 'in'");
  const values = [value(tokens)];
  while (tokens.skipMark(',')) values.push(value(tokens));
  if (!tokens.skipMark(')')) throw notUnderstood("Expecting ')' at the end of the list");
  return values;
}

function value(tokens: TokenReader): JqlValue {
  const token = tokens.next('a value');
  if (token.kind !== 'word') throw notUnderstood(`Expecting a value but got '${token.text}'`);
  if (token.text === 'now' && tokens.skipMark('(')) {
    if (!tokens.skipMark(')')) throw notUnderstood('now() takes no arguments here');
    return { text: 'now()', isQuoted: false };
  }
  if (!token.isQuoted && reservedWords.has(token.text.toLowerCase())) throw reserved(token);
  if (tokens.peek()?.text === '(' && tokens.peek()?.kind === 'mark') {
    throw notUnderstood(`Function '${token.text}' is not simulated`);
  }
  return { text: token.text, isQuoted: token.isQuoted };
}

function reserved({ text, at }: JqlToken): JiraError {
  return new JiraError(400, [
    `Error in the JQL Query: '${text}' is a reserved JQL word. You must surround it in quotation marks to use it in a query. ` +
      `(line 1, character ${at})`,
  ]);
}

function orderTerm(tokens: TokenReader): JqlOrder {
  const name = tokens.next('a field to order by').text;
  const field = lookUp(orderFieldNames, name);
  const isDescending = tokens.skipWord('desc');
  if (!isDescending) tokens.skipWord('asc');
  return { name, field, isDescending };
}

function lookUp<Value>(names: Readonly<Record<string, Value>>, name: string): Value | undefined {
  const lower = name.toLowerCase();
  return Object.hasOwn(names, lower) ? names[lower] : undefined;
}
