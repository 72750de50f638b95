import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { eventInWords } from '../../../console/audit/event-words.ts';
import { barParts } from '../../../console/reports/bar-parts.ts';
import { webLink } from '../../../console/reports/web-link.ts';
import { chaptersOf, settingInWords, settingValueInWords } from '../../../console/settings/setting-words.ts';
import { EVENTS } from '../../../shared/domain/events/events.ts';
import { HoldfastConfig } from '../../../shared/domain/policy/policy.ts';
import { settingsOf } from '../../../shared/domain/policy/settings-of.ts';
import { mustHold } from '../../support/texts/must-hold.ts';

const legend = [
  { name: 'Proven', tone: 'good' },
  { name: 'Did not hold', tone: 'bad' },
];

describe('the bars of a report in the console', () => {
  it('show every number, none outside of the picture, and none over another', () => {
    const rows = fc.array(
      fc.record({ label: fc.string(), values: fc.tuple(fc.nat({ max: 9_999 }), fc.nat({ max: 9_999 })) }),
    );
    mustHold(
      fc.property(rows, (all) => {
        for (const [at, { parts, total, words }] of barParts(legend, all).entries()) {
          const wanted = all[at]?.values.filter((value) => value > 0) ?? [];
          expect(parts.map(({ value }) => value)).toEqual(wanted);
          expect(total).toBe(wanted.reduce((sum, value) => sum + value, 0));
          for (const value of wanted) expect(words).toContain(`${value} `);
          for (const [part, { x, width }] of parts.entries()) {
            expect(x + width).toBeLessThanOrEqual(1_001);
            expect(width).toBeGreaterThan(0);
            if (part > 0) expect(x).toBeGreaterThanOrEqual(parts[part - 1]?.x ?? 0);
          }
        }
      }),
    );
  });
});

describe('links of a report in the console', () => {
  const id = '01KAH2M9Q4X7R3T5V8W1Y6ZC0D';

  it('lead to the record in the console, wherever the report would lead', () => {
    for (const url of [`https://portal.example/post-mortems/${id}`, `https://portal.example/?record=${id}`]) {
      expect(webLink({ text: 'Record', url })).toBe(`/console/post-mortems/${id}`);
    }
  });

  it('lead to the web otherwise, or nowhere', () => {
    expect(webLink({ text: 'ENG-1', url: 'https://acme.atlassian.net/browse/ENG-1' })).toMatch(/^https:/);
    for (const url of ['javascript:alert(1)', 'data:text/html,x', '//evil.example', 'https://', '']) {
      expect(webLink({ text: 'ENG-1', url })).toBeUndefined();
    }
  });
});

describe('settings in words', () => {
  const settings = settingsOf(
    HoldfastConfig.parse({ jira: { sites: { 'our-other': { site: 'https://a.example' } } } }),
  );

  it('each stand in a chapter that has a title, and in one alone', () => {
    const chapters = chaptersOf(settings);
    expect(chapters.flatMap((chapter) => chapter.settings)).toHaveLength(settings.length);
    expect(chapters.filter(({ name, title }) => name === title.toLowerCase()).map(({ name }) => name)).toEqual([
      ...['teams', 'jira', 'schedules', 'reports', 'programs'],
    ]);
  });

  it.each([
    ['postMortem.dueWithin.critical', 'Due within, critical'],
    ['postMortem.templates[3].approvers', 'Templates, no. 4, approvers'],
    ["incidents['holdfast-json'].sites", 'holdfast-json, sites'],
    ['teams', 'All of it'],
  ])('says %s as %s', (path, words) => {
    expect(settingInWords(path).toLowerCase()).toBe(words.toLowerCase());
  });

  it.each([
    ['P5D', '5 days'],
    ['PT36H', '36 hours'],
    ['P1DT1M', '1 day 1 minute'],
    ['PT0S', 'no time at all'],
    ['PUBLIC', 'PUBLIC'],
    ['P', 'P'],
    [[], 'none'],
    [['a', 'b'], 'a, b'],
    [false, 'no'],
    [512_000, '512,000'],
    [null, 'left open'],
  ])('says %j as %s', (value, words) => {
    expect(settingValueInWords(value)).toBe(words);
  });
});

describe('entries of a log in words', () => {
  it('are words for every kind of event, and differ as the kinds do', () => {
    const types = Object.keys(EVENTS) as (keyof typeof EVENTS)[];
    const words = types.map((type) => eventInWords({ type }));
    expect(new Set(words).size).toBe(types.length);
    for (const one of words) expect(one).toMatch(/^[A-Z][a-z]+(?:[- ][a-z]+)+$/);
  });
});
