import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { LIST_OF } from '../../../shared/domain/record/content/parts.ts';
import { SECTION_NAMES } from '../../../shared/domain/record/content/sections.ts';
import { BEHAVIOURS } from '../../../tools/standards/standard.ts';
import { OURS, STANDARDS } from '../../../tools/standards/standards.ts';
import { standardsPage } from '../../../tools/standards-page.ts';
import { fieldsBelow, isInRecord } from './record-schema.ts';

const inProject = (path: string) => new URL(`../../../${path}`, import.meta.url);
const demands = STANDARDS.flatMap((standard) => standard.demands);
const paths = [...demands.flatMap(({ fields }) => fields), ...Object.keys(OURS)];

describe('the page of the standards', () => {
  it('is what its data say: run `npm run docs`', () => {
    expect(readFileSync(inProject('docs/standards.md'), 'utf8')).toBe(standardsPage());
  });

  it('names only fields that a record has', () => {
    expect([paths.filter((path) => !isInRecord(path)), isInRecord('sections.response.proceedings')]).toEqual([
      [],
      false,
    ]);
  });

  it('names only code that is there', () => {
    expect(Object.values(BEHAVIOURS).filter(({ where }) => !existsSync(inProject(where)))).toEqual([]);
  });

  it('names for each behaviour a test that there is, and that is run', () => {
    const missing = Object.entries(BEHAVIOURS).flatMap(
      ([
        behaviour,
        {
          shownBy: [file, says],
        },
      ]) => {
        const text = existsSync(inProject(file)) ? readFileSync(inProject(file), 'utf8') : '';
        return text.includes(`  it('${says}'`) || text.includes(`  it("${says}"`)
          ? []
          : [`${behaviour}: ${file}: ${says}`];
      },
    );
    expect(missing).toEqual([]);
  });

  it('has an answer to every demand', () => {
    expect(demands.filter(({ fields, does = [] }) => fields.length + does.length === 0)).toEqual([]);
  });

  it('numbers each demand of a standard once', () => {
    const twice = STANDARDS.filter(({ demands: own }) => new Set(own.map(({ id }) => id)).size < own.length);
    expect(twice).toEqual([]);
  });

  it('names every section and every kind of part, and every behaviour', () => {
    const isNamed = (place: string) => paths.some((path) => path === place || path.startsWith(`${place}.`));
    const places = [...SECTION_NAMES.map((name) => `sections.${name}`), ...Object.values(LIST_OF), 'timeline'];
    const used = new Set<string>(demands.flatMap(({ does = [] }) => does));
    expect([
      places.filter((place) => !isNamed(place)),
      Object.keys(BEHAVIOURS).filter((behaviour) => !used.has(behaviour)),
    ]).toEqual([[], []]);
  });

  it('names every question of a response, and every field of a recommendation that a person writes', () => {
    const isNamed = (place: string) => paths.some((path) => path === place || path.startsWith(`${place}.`));
    const written = ['response', 'detection', 'analysis'].flatMap((section) =>
      fieldsBelow(`sections.${section}`).map((field) => `sections.${section}.${field}`),
    );
    const draft = ['kind', 'answers', 'impact', 'feasibility', 'ownerTeam', 'successCriterion', 'verification'];
    const wanted = [...written, ...draft.map((field) => `recommendations.${field}`)];
    expect([written.length > 10, wanted.filter((place) => !isNamed(place))]).toEqual([true, []]);
  });
});
