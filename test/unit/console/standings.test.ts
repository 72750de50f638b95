import { readFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import { MARKS, type MarkName, markOf } from '../../../console/marks/standings.ts';
import { REPORT_STYLE } from '../../../shared/document/html/style.ts';
import { STANDING_WORDS } from '../../../shared/report/standing-words.ts';

const read = (path: string) => readFile(new URL(`../../../${path}`, import.meta.url), 'utf8');

/** The values that the description of the API gives a field of a line of the list of fixes. */
async function valuesOf(field: 'state' | 'grade'): Promise<string[]> {
  const Description = z.object({
    components: z.object({
      schemas: z.object({ FixLine: z.object({ properties: z.record(z.string(), z.unknown()) }) }),
    }),
  });
  const { components } = Description.parse(JSON.parse(await read('docs/openapi.json')));
  return z.object({ enum: z.array(z.string()) }).parse(components.schemas.FixLine.properties[field]).enum;
}

type Fix = Parameters<typeof markOf>[0];

/** What a line can say, whatever of it goes together. */
async function allLines(): Promise<Fix[]> {
  const [states, grades] = await Promise.all([valuesOf('state'), valuesOf('grade')]);
  const standings = [undefined, ...Object.keys(STANDING_WORDS), 'a standing of next year'];
  return states.flatMap((state) =>
    [undefined, ...grades].flatMap((grade) =>
      [undefined, false, true].flatMap((isUnproven) =>
        standings.map((standing) => ({ state, grade, isUnproven, standing }) as Fix),
      ),
    ),
  );
}

/** Colours of a style by name: those of light first, then those of dark. */
function coloursIn(style: string): Map<string, string[]> {
  const colours = new Map<string, string[]>();
  for (const [, name = '', value = ''] of style.matchAll(/--([\w-]+): (#[\da-f]{3,6})/g)) {
    colours.set(name, [...(colours.get(name) ?? []), value]);
  }
  return colours;
}

describe('the marks of the console', () => {
  it('say of every standing what the reports say, and mean it as they do', () => {
    const ofReports = Object.entries(STANDING_WORDS).map(([name, { title }]) => [name, title]);
    const ofConsole = Object.keys(STANDING_WORDS).map((name) => [name, MARKS[name as MarkName]?.words]);
    expect(ofConsole).toEqual(ofReports);
    const means = Object.entries(STANDING_WORDS).map(([name, { means: said }]) => [name, said]);
    expect(Object.keys(STANDING_WORDS).map((name) => [name, MARKS[name as MarkName].means])).toEqual(means);
  });

  it('have the colours of the reports, in light and in dark', async () => {
    const reports = coloursIn(REPORT_STYLE.markup);
    const tokens = new Map(
      [...(await read('console/look/tokens.css')).matchAll(/--([\w-]+): light-dark\((#[\da-f]+), (#[\da-f]+)\)/g)].map(
        ([, name = '', light = '', dark = '']) => [name, [light, dark]],
      ),
    );
    const tones = [...Object.values(STANDING_WORDS).map(({ tone }) => tone), 'critical', 'high', 'medium', 'low'];
    const wanted = [...new Set(tones)].map((tone) => [tone, reports.get(tone)?.slice(0, 2)]);
    expect(wanted.filter(([, colours]) => colours === undefined || colours.length !== 2)).toEqual([]);
    expect(wanted.map(([tone]) => [tone, tokens.get(String(tone))])).toEqual(wanted);
  });

  it('have the tone of the reports, but for a claim, which is more than nothing', () => {
    const differing = Object.entries(STANDING_WORDS).filter(
      ([name, { tone }]) => MARKS[name as MarkName].tone !== tone,
    );
    expect(differing.map(([name]) => name)).toEqual(['claimed']);
  });

  it('are told apart by their words and by their shapes, without a colour', () => {
    const marks = Object.values(MARKS);
    expect(new Set(marks.map(({ words }) => words)).size).toBe(marks.length);
    expect(new Set(marks.map(({ shape }) => shape)).size).toBe(marks.length);
  });

  it('have a drawing and a colour each', async () => {
    const [drawings, colours] = await Promise.all([
      read('console/marks/standing-mark.tsx'),
      read('console/look/marks.css'),
    ]);
    const drawn = [...drawings.matchAll(/^ {2}'?([a-z-]+)'?: (?:<|\()/gm)].map(([, name]) => name);
    expect(Object.values(MARKS).filter(({ shape }) => !drawn.includes(shape))).toEqual([]);
    expect(Object.values(MARKS).filter(({ tone }) => !colours.includes(`.tone-${tone} {`))).toEqual([]);
  });

  it('are there for all that the API can say of a fix', async () => {
    const lines = await allLines();
    expect(lines.length).toBeGreaterThan(1_000);
    expect(lines.filter((line) => MARKS[markOf(line)] === undefined)).toEqual([]);
    expect(new Set(lines.map(markOf))).toEqual(new Set(Object.keys(MARKS)));
  });

  it('never call proven what is not verified', async () => {
    const lines = await allLines();
    const good = lines.filter((line) => markOf(line) === 'proven');
    expect(good.some(({ standing }) => standing === 'proven')).toBe(true);
    expect(
      good.filter(({ state, grade, standing }) => state !== 'verified' || ![grade, standing].includes('proven')),
    ).toEqual([]);
  });
});
