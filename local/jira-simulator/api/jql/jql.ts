import { notUnderstood, readTokens, type TokenReader } from './jql-tokens.ts';

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
export type JqlOrder = { readonly field: JqlOrderField; readonly isDescending: boolean };
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
  if (field === undefined) throw notUnderstood(`Field '${name}' does not exist or is not simulated`);
  const operator = operatorToken(tokens);
  const isList = operator === 'in' || operator === 'not in';
  return { field, operator, values: isList ? list(tokens) : [value(tokens)] };
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
  if (tokens.peek()?.text === '(' && tokens.peek()?.kind === 'mark') {
    throw notUnderstood(`Function '${token.text}' is not simulated`);
  }
  return { text: token.text, isQuoted: token.isQuoted };
}

function orderTerm(tokens: TokenReader): JqlOrder {
  const name = tokens.next('a field to order by').text;
  const field = lookUp(orderFieldNames, name);
  if (field === undefined) throw notUnderstood(`Ordering by '${name}' is not simulated`);
  const isDescending = tokens.skipWord('desc');
  if (!isDescending) tokens.skipWord('asc');
  return { field, isDescending };
}

function lookUp<Value>(names: Readonly<Record<string, Value>>, name: string): Value | undefined {
  const lower = name.toLowerCase();
  return Object.hasOwn(names, lower) ? names[lower] : undefined;
}
