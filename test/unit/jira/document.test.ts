import { readFileSync } from 'node:fs';
import { Ajv, type ValidateFunction } from 'ajv';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import { adfProblem } from '../../../local/jira-simulator/api/documents/adf-problem.ts';
import { AdfDocument } from '../../../shared/jira/document/document.ts';
import { adfOf } from '../../../shared/tickets/jira/adf-of.ts';
import { proseBlocks } from '../../../shared/tickets/prose.ts';
import { referenceData } from '../../support/samples/reference-data.ts';
import { markdownTexts } from '../../support/texts/markdown-texts.ts';
import { mustHold } from '../../support/texts/must-hold.ts';

const text = (words: string, ...marks: unknown[]) => ({
  type: 'text',
  text: words,
  ...(marks.length > 0 && { marks }),
});
const node = (type: string, ...content: unknown[]) => ({ type, content });
const doc = (...content: unknown[]) => ({ type: 'doc', version: 1, content });
const isSound = (document: unknown): boolean => AdfDocument.safeParse(document).success;
const href = { type: 'link', attrs: { href: 'https://a.test' } };

/** The published schema, `dist/json-schema/v1/full.json` of @atlaskit/adf-schema, where it is at hand. */
function publishedRules(): ValidateFunction | undefined {
  const file = referenceData('contract/adf-schema.json');
  if (file === undefined) return undefined;
  const { $schema: _, ...schema } = z.record(z.string(), z.unknown()).parse(JSON.parse(readFileSync(file, 'utf8')));
  return new Ajv({ strict: false, validateSchema: false }).compile(schema);
}

type Grown = { type: string; content?: Grown[] | undefined };
const Grown: z.ZodType<Grown> = z.looseObject({
  type: z.string(),
  get content() {
    return z.array(Grown).optional();
  },
});

/** Sound documents into which a node of another place was put, as a fault in our writer would. */
const almostSound = fc
  .tuple(fc.array(markdownTexts(), { minLength: 1, maxLength: 3 }), fc.nat(), fc.nat(), fc.nat())
  .map(([texts, what, where, at]) => {
    const document = Grown.parse(structuredClone(adfOf(texts.flatMap(proseBlocks))));
    const nodes = [document];
    for (const one of nodes) nodes.push(...(one.content ?? []));
    const planted = structuredClone(nodes[what % nodes.length]);
    const parents = nodes.filter(({ content }) => content !== undefined);
    const siblings = parents[where % parents.length]?.content;
    if (planted !== undefined) siblings?.splice(at % (siblings.length + 1), 1, planted);
    return document;
  });

describe('the rules for documents', () => {
  it.each([
    ['nothing', doc()],
    ['an empty paragraph', doc(node('paragraph'))],
    ['a strong link', doc(node('paragraph', text('a', { type: 'strong' }, href)))],
    ['code that is a link', doc(node('paragraph', text('a', { type: 'code' }, href)))],
    ['code of two lines', doc(node('codeBlock', text('a\nb')))],
  ])('take %s', (_, document) => {
    expect([isSound(document), adfProblem(document, { lineBreaksInText: 'refused' })]).toEqual([true, undefined]);
  });

  it.each([
    ['an empty text', doc(node('paragraph', text('')))],
    ['a line break in a text', doc(node('paragraph', text('a\nb')))],
    ['no version', { type: 'doc', content: [] }],
    ['an unknown node', doc({ type: 'banner' })],
    ['a text at the top', doc(text('a'))],
    ['a line break at the top', doc({ type: 'hardBreak' })],
    ['an empty list', doc(node('bulletList'))],
    ['a bare item', doc(node('listItem', node('paragraph')))],
    ['an item of bare text', doc(node('bulletList', node('listItem', text('a'))))],
    ['an item of nothing', doc(node('bulletList', node('listItem')))],
    ['strong code', doc(node('paragraph', text('a', { type: 'code' }, { type: 'strong' })))],
    ['no marks', doc(node('paragraph', { type: 'text', text: 'a', marks: [] }))],
    ['a mark twice', doc(node('paragraph', text('a', { type: 'em' }, { type: 'em' })))],
    ['a link to nowhere', doc(node('paragraph', text('a', { type: 'link' })))],
    ['a heading of level 7', doc({ ...node('heading'), attrs: { level: 7 } })],
    ['marked code', doc(node('codeBlock', text('a', { type: 'em' })))],
    ['an unknown attribute', doc({ ...node('paragraph'), attrs: { colour: 'red' } })],
    ['a heading in a quote', doc(node('blockquote', { ...node('heading'), attrs: { level: 1 } }))],
    ['a table in an item', doc(node('bulletList', node('listItem', node('paragraph'), node('table'))))],
    ['content that is null', { type: 'doc', version: 1, content: null }],
  ])('refuse %s', (_, document) => {
    expect(isSound(document)).toBe(false);
  });

  it('take nothing that the strict sites refuse, nor the published schema where it is at hand', () => {
    const isPublished = publishedRules();
    const counts = { taken: 0, refused: 0 };
    mustHold(
      fc.property(almostSound, (document) => {
        const isTaken = isSound(document);
        counts[isTaken ? 'taken' : 'refused'] += 1;
        if (!isTaken) return;
        expect(adfProblem(document, { lineBreaksInText: 'refused' })).toBeUndefined();
        expect(isPublished?.(document) ?? true).toBe(true);
      }),
      { runs: 500 },
    );
    expect(Math.min(counts.taken, counts.refused)).toBeGreaterThan(20);
  });
});
