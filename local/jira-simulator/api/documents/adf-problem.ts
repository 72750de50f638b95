import * as z from 'zod';
import { type AttributeRule, type AttributeRules, adfMarks, adfNodes } from './adf-rules.ts';

type JsonObject = Readonly<Record<string, unknown>>;

const jsonObject = z.record(z.string(), z.unknown());
const nodeMembers = new Set(['type', 'attrs', 'content', 'marks', 'text', 'version']);

/**
 * First thing in a document that the schema of Atlassian's editor does not have, with its place; undefined when all is well.
 * Every object is closed there: a member or attribute more is refused as much as one too few.
 */
export function adfProblem(
  document: unknown,
  { lineBreaksInText }: { readonly lineBreaksInText: 'kept' | 'refused' },
): string | undefined {
  const root = jsonObject.safeParse(document).data;
  if (root?.type !== 'doc') return 'the document is no doc';
  if (root.version !== 1) return 'the document has no version 1';
  return nodeProblem(root, 'doc');

  function nodeProblem(node: JsonObject, path: string, parent?: unknown): string | undefined {
    const { type, attrs = {}, content, marks = [], text } = node;
    const rule = typeof type === 'string' ? adfNodes[type] : undefined;
    if (rule === undefined) return `${path}: no node is called ${String(type)}`;
    const extra = Object.keys(node).find((name) => !nodeMembers.has(name) || (name === 'version' && type !== 'doc'));
    if (extra !== undefined) return `${path}: ${extra} does not belong here`;
    if ((type === 'text') !== (text !== undefined)) return `${path}: text belongs to text nodes alone`;
    if (type === 'text') return textProblem(text, marks, path, parent === 'codeBlock');
    // The alignment and width of a block are marks too; nothing that writes to this site has a use for them.
    return attributesProblem(attrs, rule.attrs, path) ?? marksProblem(marks, [], path) ?? contentProblem(content, path);

    function contentProblem(children: unknown, at: string): string | undefined {
      const allowed = rule?.content;
      if (allowed === undefined) return children === undefined ? undefined : `${at}: it has no content`;
      if (children === undefined)
        return allowed.least === 0 && type !== 'doc' ? undefined : `${at}: content is missing`;
      const list = z.array(jsonObject).safeParse(children).data;
      if (list === undefined) return `${at}: content is no list of nodes`;
      if (list.length < allowed.least) return `${at}: it is empty`;
      for (const [index, child] of list.entries()) {
        const kinds = index === 0 ? (allowed.first ?? allowed.of) : allowed.of;
        const place = `${at}/${index}`;
        if (!kinds.includes(String(child.type)))
          return `${place}: no ${String(child.type)} may stand in ${String(type)}`;
        if (type === 'codeBlock' && child.marks !== undefined) return `${place}: code has no marks`;
        const problem = nodeProblem(child, `${place}:${String(child.type)}`, type);
        if (problem !== undefined) return problem;
      }
      return undefined;
    }
  }

  /** Code has its lines in its text: a block of it takes no other node, so nothing else could break them. */
  function textProblem(text: unknown, marks: unknown, path: string, isCode: boolean): string | undefined {
    if (typeof text !== 'string' || text === '') return `${path}: a text has at least one letter`;
    if (lineBreaksInText === 'refused' && !isCode && /[\r\n]/.test(text)) return `${path}: a text has no line break`;
    return marksProblem(marks, Object.keys(adfMarks), path);
  }
}

function marksProblem(marks: unknown, allowed: readonly string[], path: string): string | undefined {
  const list = z.array(jsonObject).safeParse(marks).data;
  if (list === undefined) return `${path}: marks are no list`;
  const names = list.map(({ type }) => String(type));
  const stranger = names.find((name) => !allowed.includes(name));
  if (stranger !== undefined) return `${path}: no mark ${stranger} here`;
  if (names.includes('code') && names.some((name) => !['code', 'link', 'annotation'].includes(name))) {
    return `${path}: code goes with link and annotation only`;
  }
  for (const { type, attrs = {}, ...more } of list) {
    if (Object.keys(more).length > 0) return `${path}: a mark has a type and attributes only`;
    const problem = attributesProblem(attrs, adfMarks[String(type)], path);
    if (problem !== undefined) return problem;
  }
  return undefined;
}

function attributesProblem(attrs: unknown, rules: AttributeRules = {}, path: string): string | undefined {
  const given = jsonObject.safeParse(attrs).data;
  if (given === undefined) return `${path}: attributes are no object`;
  const stranger = Object.keys(given).find((name) => !Object.hasOwn(rules, name));
  if (stranger !== undefined) return `${path}: no attribute ${stranger} here`;
  const wrong = Object.entries(rules).find(([name, rule]) => !fits(given[name], rule));
  return wrong === undefined ? undefined : `${path}: the attribute ${wrong[0]} is missing or wrong`;
}

function fits(value: unknown, { kind, isRequired }: AttributeRule): boolean {
  if (value === undefined) return !isRequired;
  if (kind === 'anything') return true;
  if (kind === 'words') return typeof value === 'string';
  if (kind === 'some words') return typeof value === 'string' && value !== '';
  if (kind === 'colour') return typeof value === 'string' && /^#[\da-f]{6}$/i.test(value);
  if (kind === 'number') return typeof value === 'number';
  if (kind === 'yes or no') return typeof value === 'boolean';
  return kind.some((each) => each === value);
}
