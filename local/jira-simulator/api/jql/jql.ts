import { JiraError } from '../jira-error.ts';

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

type Token = JqlValue & { readonly kind: 'word' | 'operator' | 'mark' };

const tokenPattern = /\s*(?:"((?:[^"\\]|\\.)*)"|'((?:[^'\\]|\\.)*)'|(>=|<=|!=|=|>|<)|([(),])|([^\s"'(),=<>!]+))/y;

export function parseJql(jql: string): JqlQuery {
  const tokens = tokenize(jql);
  let position = 0;
  const peek = () => tokens[position];
  const isWord = (word: string) => peek()?.isQuoted === false && peek()?.text.toLowerCase() === word;

  const clauses: JqlClause[] = [];
  const order: JqlOrder[] = [];
  while (peek() !== undefined && !isWord('order')) {
    if (clauses.length > 0) expectWord('and');
    clauses.push(clause());
  }
  if (isWord('order')) {
    position += 1;
    expectWord('by');
    do order.push(orderTerm());
    while (skipMark(','));
  }
  if (peek() !== undefined) throw notUnderstood(`Expecting the end of the query but got '${peek()?.text}'`);
  return { clauses, order };

  function clause(): JqlClause {
    const name = next('a field name').text;
    const field = lookUp(fieldNames, name);
    if (field === undefined) throw notUnderstood(`Field '${name}' does not exist or is not simulated`);
    const operator = operatorToken();
    const isList = operator === 'in' || operator === 'not in';
    return { field, operator, values: isList ? list() : [value()] };
  }

  function operatorToken(): JqlOperator {
    const { text } = next('an operator');
    const word = text.toLowerCase();
    if (word === 'not') {
      expectWord('in');
      return 'not in';
    }
    const operator = operators.find((each) => each === word);
    if (operator === undefined) throw notUnderstood(`Operator '${text}' is not simulated`);
    return operator;
  }

  function list(): JqlValue[] {
    if (!skipMark('(')) throw notUnderstood("Expecting '(' after 'in'");
    const values = [value()];
    while (skipMark(',')) values.push(value());
    if (!skipMark(')')) throw notUnderstood("Expecting ')' at the end of the list");
    return values;
  }

  function value(): JqlValue {
    const token = next('a value');
    if (token.kind !== 'word') throw notUnderstood(`Expecting a value but got '${token.text}'`);
    if (token.text === 'now' && skipMark('(')) {
      if (!skipMark(')')) throw notUnderstood('now() takes no arguments here');
      return { text: 'now()', isQuoted: false };
    }
    if (peek()?.text === '(' && peek()?.kind === 'mark') {
      throw notUnderstood(`Function '${token.text}' is not simulated`);
    }
    return { text: token.text, isQuoted: token.isQuoted };
  }

  function orderTerm(): JqlOrder {
    const name = next('a field to order by').text;
    const field = lookUp(orderFieldNames, name);
    if (field === undefined) throw notUnderstood(`Ordering by '${name}' is not simulated`);
    const isDescending = isWord('desc');
    if (isDescending || isWord('asc')) position += 1;
    return { field, isDescending };
  }

  function next(what: string): Token {
    const token = peek();
    if (token === undefined) throw notUnderstood(`Expecting ${what} but got the end of the query`);
    position += 1;
    return token;
  }

  function expectWord(word: string): void {
    const got = peek()?.text ?? 'the end of the query';
    if (!isWord(word)) throw notUnderstood(`Expecting '${word.toUpperCase()}' but got '${got}'`);
    position += 1;
  }

  function skipMark(mark: string): boolean {
    const token = peek();
    if (token?.kind !== 'mark' || token.text !== mark) return false;
    position += 1;
    return true;
  }
}

const operators: readonly JqlOperator[] = ['=', '!=', 'in', '>=', '>', '<=', '<'];

function tokenize(jql: string): Token[] {
  const tokens: Token[] = [];
  const text = jql.trimEnd();
  tokenPattern.lastIndex = 0;
  while (tokenPattern.lastIndex < text.length) {
    const start = tokenPattern.lastIndex;
    const match = tokenPattern.exec(text);
    if (match === null) throw notUnderstood(`Cannot read the query from character ${start + 1}`);
    const [, doubleQuoted, singleQuoted, operator, mark, word = ''] = match;
    const quoted = doubleQuoted ?? singleQuoted;
    if (quoted !== undefined) tokens.push({ kind: 'word', text: quoted.replace(/\\(.)/g, '$1'), isQuoted: true });
    else if (operator !== undefined) tokens.push({ kind: 'operator', text: operator, isQuoted: false });
    else if (mark !== undefined) tokens.push({ kind: 'mark', text: mark, isQuoted: false });
    else tokens.push({ kind: 'word', text: word, isQuoted: false });
  }
  return tokens;
}

function lookUp<Value>(names: Readonly<Record<string, Value>>, name: string): Value | undefined {
  const lower = name.toLowerCase();
  return Object.hasOwn(names, lower) ? names[lower] : undefined;
}

function notUnderstood(problem: string): JiraError {
  return new JiraError(400, [`Error in the JQL Query: ${problem}.`]);
}
