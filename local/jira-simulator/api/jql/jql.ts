import { JiraError } from '../jira-error.ts';
import { type JqlField, type JqlOrderField, jqlField, jqlOrderField, unknownField } from './jql-fields.ts';
import { type JqlToken, notUnderstood, readTokens, type TokenReader } from './jql-tokens.ts';
import { reservedWords } from './reserved-words.ts';

/** What the simulator reads of JQL. A query that it cannot read is refused, and never half understood. */
export type JqlQuery = { readonly where: JqlExpression | undefined; readonly order: readonly JqlOrder[] };

export type JqlGrammar = 'comparisons' | 'whole';

export type JqlExpression =
  | { readonly kind: 'all' | 'any'; readonly parts: readonly JqlExpression[] }
  | { readonly kind: 'not'; readonly part: JqlExpression }
  | ({ readonly kind: 'clause' } & JqlClause);

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
export type JqlOperator = '=' | '!=' | 'is' | 'is not' | 'in' | 'not in' | '>=' | '>' | '<=' | '<';

/** @param grammar what the simulator reads: comparisons joined by AND, or also OR, NOT and parentheses */
export function parseJql(jql: string, grammar: JqlGrammar): JqlQuery {
  const tokens = readTokens(jql);
  const unknownNames: string[] = [];
  const isBounded = tokens.peek() !== undefined && !tokens.isWord('order');
  const where = isBounded ? joined(tokens, grammar, unknownNames) : undefined;
  const order: JqlOrder[] = [];
  if (tokens.skipWord('order')) {
    tokens.expectWord('by');
    do order.push(orderTerm(tokens));
    while (tokens.skipMark(','));
  }
  const rest = tokens.peek();
  if (rest !== undefined && order.length === 0) throw notUnderstood(`Expecting 'AND' but got '${rest.text}'`);
  if (rest !== undefined) throw notUnderstood(`Expecting the end of the query but got '${rest.text}'`);
  // What cannot be read is refused before what is not known.
  const [unknownName] = unknownNames;
  if (unknownName !== undefined) throw unknownField(unknownName);
  return { where, order };
}

/** Alternatives of conjunctions, as AND binds closer than OR. */
function joined(tokens: TokenReader, grammar: JqlGrammar, unknownNames: string[]): JqlExpression {
  const conjunction = (): JqlExpression => {
    const parts = [term()];
    while (tokens.skipWord('and')) parts.push(term());
    return { kind: 'all', parts };
  };
  const term = (): JqlExpression => {
    if (grammar === 'whole' && tokens.skipWord('not')) return { kind: 'not', part: term() };
    if (grammar === 'whole' && tokens.skipMark('(')) {
      const inner = joined(tokens, grammar, unknownNames);
      if (!tokens.skipMark(')')) throw notUnderstood("Expecting ')' at the end of the group");
      return inner;
    }
    return { kind: 'clause', ...clause(tokens, unknownNames) };
  };
  const parts = [conjunction()];
  while (grammar === 'whole' && tokens.skipWord('or')) parts.push(conjunction());
  return { kind: 'any', parts };
}

/** A field that is not known counts as `key` until the whole query is read, and then as nothing. */
function clause(tokens: TokenReader, unknownNames: string[]): JqlClause {
  const name = tokens.next('a field name').text;
  const field = jqlField(name);
  if (field === undefined) unknownNames.push(name);
  const operator = operatorToken(tokens);
  const isList = operator === 'in' || operator === 'not in';
  return { field: field ?? 'key', operator, values: isList ? list(tokens) : [value(tokens)] };
}

const operators: readonly JqlOperator[] = ['=', '!=', 'is', 'in', '>=', '>', '<=', '<'];

function operatorToken(tokens: TokenReader): JqlOperator {
  const { text } = tokens.next('an operator');
  const word = text.toLowerCase();
  if (word === 'not') {
    tokens.expectWord('in');
    return 'not in';
  }
  const operator = operators.find((each) => each === word);
  if (operator === 'is' && tokens.skipWord('not')) return 'is not';
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
  if (functions.has(token.text) && tokens.skipMark('(')) {
    if (!tokens.skipMark(')')) throw notUnderstood(`${token.text}() takes no arguments here`);
    return { text: `${token.text}()`, isQuoted: false };
  }
  if (!isNothing(token) && !token.isQuoted && reservedWords.has(token.text.toLowerCase())) throw reserved(token);
  if (tokens.peek()?.text === '(' && tokens.peek()?.kind === 'mark') {
    throw notUnderstood(`Function '${token.text}' is not simulated`);
  }
  return { text: token.text, isQuoted: token.isQuoted };
}

const functions = new Set(['now', 'currentUser']);
const nothingWords = new Set(['empty', 'null']);

/** The keyword for a field without a value, which is no value itself. */
export function isNothing({ text, isQuoted }: JqlValue): boolean {
  return !isQuoted && nothingWords.has(text.toLowerCase());
}

function reserved({ text, at }: JqlToken): JiraError {
  return new JiraError(400, [
    `Error in the JQL Query: '${text}' is a reserved JQL word. You must surround it in quotation marks to use it in a query. ` +
      `(line 1, character ${at})`,
  ]);
}

function orderTerm(tokens: TokenReader): JqlOrder {
  const name = tokens.next('a field to order by').text;
  const field = jqlOrderField(name);
  const isDescending = tokens.skipWord('desc');
  if (!isDescending) tokens.skipWord('asc');
  return { name, field, isDescending };
}
