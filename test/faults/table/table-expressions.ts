import { isDeepStrictEqual } from 'node:util';

export type StoredItem = Record<string, unknown> & { pk: string; sk: string };
export type Substitutes = {
  readonly names: Readonly<Record<string, string>>;
  readonly values: Readonly<Record<string, unknown>>;
};

type Fields = Readonly<Record<string, unknown>>;
type Test = (item: Fields | undefined, substitutes: Substitutes) => boolean;

/**
 * True when a condition holds for what stands in the table. It knows the expressions that the record store uses, joined
 * by AND or by OR, and throws on any other: a new one is to be written here before a simulation may rely on it.
 *
 * https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/Expressions.OperatorsAndFunctions.html
 */
export function holds(expression: string | undefined, item: Fields | undefined, substitutes: Substitutes): boolean {
  if (expression === undefined) return true;
  return expression.split(' OR ').some((all) => testsOf(all).every((test) => test(item, substitutes)));
}

const known = new Map<string, Test[]>();

function testsOf(expression: string): Test[] {
  const parsed = known.get(expression) ?? clausesOf(expression).map(testOf);
  known.set(expression, parsed);
  return parsed;
}

/** `a BETWEEN :b AND :c` is one clause, for all its AND. */
function clausesOf(expression: string): string[] {
  return expression.split(/\s+AND\s+(?!:\w+\s*(?:AND|$))/);
}

const OPERAND = '([#:]?\\w+)';
const EXISTENCE = new RegExp(`^attribute_(not_)?exists\\(${OPERAND}\\)$`);
const PREFIX = new RegExp(`^begins_with\\(${OPERAND}, ?${OPERAND}\\)$`);
const RANGE = new RegExp(`^${OPERAND} BETWEEN ${OPERAND} AND ${OPERAND}$`);
const COMPARISON = new RegExp(`^${OPERAND} (=|<=|<|>=|>) ${OPERAND}$`);

function testOf(clause: string): Test {
  const [, negated, existing] = EXISTENCE.exec(clause) ?? [];
  if (existing !== undefined) {
    return (item, by) => (operandValue(existing, item, by) === undefined) === (negated !== undefined);
  }
  const [, started, prefix] = PREFIX.exec(clause) ?? [];
  if (started !== undefined && prefix !== undefined) {
    return (item, by) => {
      const [value, wanted] = [operandValue(started, item, by), operandValue(prefix, item, by)];
      return typeof value === 'string' && typeof wanted === 'string' && value.startsWith(wanted);
    };
  }
  const [, within, from, to] = RANGE.exec(clause) ?? [];
  if (within !== undefined && from !== undefined && to !== undefined) {
    return (item, by) => compares(item, by, within, '>=', from) && compares(item, by, within, '<=', to);
  }
  const [, left, operator, right] = COMPARISON.exec(clause) ?? [];
  if (left !== undefined && operator !== undefined && right !== undefined) {
    return (item, by) => compares(item, by, left, operator, right);
  }
  throw new Error(`the table of the simulation does not know the condition "${clause}"`);
}

function compares(item: Fields | undefined, by: Substitutes, left: string, operator: string, right: string): boolean {
  const [a, b] = [operandValue(left, item, by), operandValue(right, item, by)];
  // Documents are equal or not, and nothing else.
  if (operator === '=' && isDocument(a) && isDocument(b)) return isDeepStrictEqual(a, b);
  const isComparable =
    (typeof a === 'string' && typeof b === 'string') || (typeof a === 'number' && typeof b === 'number');
  if (!isComparable) return false;
  switch (operator) {
    case '=':
      return a === b;
    case '<':
      return a < b;
    case '<=':
      return a <= b;
    case '>':
      return a > b;
    default:
      return a >= b;
  }
}

const isDocument = (value: unknown): boolean => typeof value === 'object' && value !== null;

function operandValue(operand: string, item: Fields | undefined, { values, names }: Substitutes): unknown {
  if (operand.startsWith(':')) {
    if (!Object.hasOwn(values, operand)) throw new Error(`the value ${operand} is not given`);
    return values[operand];
  }
  return item?.[attributeOf(operand, names)];
}

function attributeOf(operand: string, names: Substitutes['names']): string {
  if (!operand.startsWith('#')) return operand;
  const name = names[operand];
  if (name === undefined) throw new Error(`the name ${operand} is not given`);
  return name;
}

const SET = /^SET (.+?)(?: REMOVE (.+))?$/;
const ASSIGNMENT = /^(#?\w+(?:\.\w+)?) = (:\w+)$/;

const ADD = /^ADD (#\w+) (:\w+)$/;

/** The item after `SET … REMOVE …`, or after `ADD …` of a number. */
export function updated(expression: string, before: StoredItem, by: Substitutes): StoredItem {
  const [, counted, amount] = ADD.exec(expression) ?? [];
  if (counted !== undefined && amount !== undefined) {
    const name = attributeOf(counted, by.names);
    return { ...before, [name]: Number(before[name] ?? 0) + Number(operandValue(amount, before, by)) };
  }
  const [, assignments, removals] = SET.exec(expression) ?? [];
  if (assignments === undefined)
    throw new Error(`the table of the simulation does not know the update "${expression}"`);
  const after: StoredItem = { ...before };
  for (const assignment of assignments.split(', ')) {
    const [, attribute, value] = ASSIGNMENT.exec(assignment) ?? [];
    if (attribute === undefined || value === undefined) throw new Error(`unknown assignment "${assignment}"`);
    setAt(after, attribute, operandValue(value, before, by), by.names);
  }
  for (const attribute of removals?.split(', ') ?? []) setAt(after, attribute, undefined, by.names);
  return after;
}

/** Sets an attribute, or a field of one that is a document; `undefined` removes it. */
function setAt(item: StoredItem, path: string, value: unknown, names: Substitutes['names']): void {
  const [attribute = '', field] = path.split('.');
  const name = attributeOf(attribute, names);
  if (field === undefined) {
    if (value === undefined) delete item[name];
    else item[name] = value;
    return;
  }
  const { [field]: _, ...rest } = Object(item[name]);
  item[name] = value === undefined ? rest : { ...rest, [field]: value };
}
