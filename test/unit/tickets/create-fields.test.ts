import { describe, expect, it } from 'vitest';
import type { CreateMetadata } from '../../../shared/jira/create-metadata.ts';
import { FieldMetadata } from '../../../shared/jira/field-metadata.ts';
import { createFields } from '../../../shared/tickets/jira/create-fields.ts';
import { fieldValue } from '../../../shared/tickets/jira/field-value.ts';
import { priorityChoice } from '../../../shared/tickets/jira/priority-choice.ts';
import type { TicketDraft } from '../../../shared/tickets/ticket-system.ts';
import { heading, paragraph, text } from '../../../shared/tickets/ticket-text.ts';
import { wordsOf } from '../../support/systems/ticket-board.ts';
import { aPostMortemId, aRecommendationId, aRoute } from '../../support/world/records.ts';

const aField = (with_: object = {}) => FieldMetadata.parse({ schema: { type: 'string' }, ...with_ });
const named = (...names: string[]) => names.map((name, index) => ({ id: String(index + 1), name }));

const screen = (fields: Record<string, object>): CreateMetadata => ({
  issueType: { id: '10002', name: 'Task' },
  fields: new Map(
    Object.entries({ project: {}, issuetype: {}, summary: {}, ...fields }).map(([id, field]) => [id, aField(field)]),
  ),
});

const aDraft = (with_: Partial<TicketDraft> = {}): TicketDraft => ({
  mark: { postMortemId: aPostMortemId(), remediationId: aRecommendationId() },
  route: aRoute(),
  title: 'Turn on the filter',
  description: [heading('Why'), paragraph(text('Because.'))],
  priority: 'high',
  dueOn: '2026-12-05',
  labels: ['post-mortem'],
  facts: { severity: 'high', why: 'First.\nSecond.' },
  ...with_,
});

describe('the fields of a new ticket', () => {
  it('are those of the screen, and what it lacks is said in the description', () => {
    const route = aRoute({
      component: ['Firewall'],
      parent: 'PLAT-1',
      fields: { customfield_1: { text: 'Internal' } },
    });
    const { request, untold } = createFields(aDraft({ route }), screen({ description: {} }));
    expect(Object.keys(request.fields)).toEqual(['project', 'issuetype', 'summary', 'description']);
    expect(JSON.stringify(request.fields.description)).toMatch(
      /Priority: high.*Due: 2026-12-05.*Labels: post-mortem.*Component: Firewall.*Part of: PLAT-1.*customfield_1: Internal/,
    );
    expect(untold).toEqual([]);
  });

  it('leave everything to be told where the screen has no description either', () => {
    const { request, untold } = createFields(aDraft(), screen({}));
    expect([request.fields.description, wordsOf(untold)]).toEqual([
      undefined,
      'Why\nBecause.\nDetails\nPriority: high\nDue: 2026-12-05\nLabels: post-mortem',
    ]);
  });

  it('leave out what Jira has refused', () => {
    const { request } = createFields(aDraft(), screen({ description: {}, duedate: {} }), new Set(['duedate']));
    expect([request.fields.duedate, JSON.stringify(request.fields.description)]).toEqual([
      undefined,
      expect.stringContaining('Due: 2026-12-05'),
    ]);
  });

  it('are all that is wanted where Jira does not tell its screen, without a guess at its priorities', () => {
    const { request } = createFields(aDraft({ route: aRoute({ component: ['Firewall'] }) }), undefined);
    expect(request.fields).toMatchObject({
      project: { key: 'PLAT' },
      issuetype: { name: 'Task' },
      duedate: '2026-12-05',
      components: [{ name: 'Firewall' }],
    });
    expect([request.fields.priority, JSON.stringify(request.fields.description)]).toEqual([
      undefined,
      expect.stringContaining('Priority: high'),
    ]);
  });

  it('name components by their ids, and say in words one that the project lacks', () => {
    const fields = { description: {}, components: { allowedValues: named('Mail', 'Firewall') } };
    const componentsOf = (...component: string[]) =>
      createFields(aDraft({ route: aRoute({ component }) }), screen(fields)).request.fields.components;
    expect([componentsOf('firewall'), componentsOf('2', 'Mail'), componentsOf('Gone')]).toEqual([
      [{ id: '2' }],
      [{ id: '2' }, { id: '1' }],
      undefined,
    ]);
  });

  it('have their security level though the screen lacks it: without one, others would read the ticket', () => {
    const { request, sent } = createFields(aDraft({ route: aRoute({ securityLevel: 'Security' }) }), screen({}));
    expect([request.fields.security, sent.includes('security')]).toEqual([{ name: 'Security' }, true]);
  });
});

describe('the priority of a ticket', () => {
  const of = (...names: string[]) =>
    (['critical', 'high', 'medium', 'low'] as const).map((level) => priorityChoice(level, {}, named(...names))?.name);

  it('is the one at its place among those that the project allows', () => {
    expect([
      of('Höchste', 'Hoch', 'Mittel', 'Niedrig', 'Niedrigste'),
      of('P1', 'P2', 'P3', 'P4'),
      of('Critical', 'Major', 'Minor'),
      of('Now', 'Later'),
      of('One'),
      of(),
    ]).toEqual([
      ['Höchste', 'Hoch', 'Mittel', 'Niedrig'],
      ['P1', 'P2', 'P3', 'P4'],
      ['Critical', 'Major', 'Major', 'Minor'],
      ['Now', 'Now', 'Later', 'Later'],
      ['One', 'One', 'One', 'One'],
      [undefined, undefined, undefined, undefined],
    ]);
  });

  it('is the configured one, by its name or its id, or none', () => {
    const allowed = named('Sev1', 'Sev2');
    const chosen = (priority: Parameters<typeof priorityChoice>[1]['priority']) =>
      priorityChoice('low', { priority }, allowed)?.name;
    expect([chosen({ low: 'sev1' }), chosen({ low: '2' }), chosen({ low: 'Gone' }), chosen('none')]).toEqual([
      'Sev1',
      'Sev2',
      undefined,
      undefined,
    ]);
  });
});

describe('the value of a field', () => {
  const options = aField({
    schema: { type: 'option' },
    allowedValues: [{ id: '7', value: 'Internal' }, { id: 4 }, null],
  });
  const facts = { severity: 'high', why: 'First.\nSecond.' };

  it.each([
    ['an option by its words', { option: 'internal' }, options, { id: '7' }],
    ['an option that the screen does not tell', { option: 'Other' }, options, { value: 'Other' }],
    [
      'a list with one option',
      { option: 'Internal' },
      { ...options, schema: { type: 'array', items: 'option' } },
      [{ id: '7' }],
    ],
    ['an option from the severity', { from: 'severity', map: { high: 'Internal' } } as const, options, { id: '7' }],
    ['a number', { number: 4_711 }, undefined, 4_711],
    [
      'a number from words',
      { from: 'severity', map: { high: '2' } } as const,
      aField({ schema: { type: 'number' } }),
      2,
    ],
    ['no number from other words', { from: 'severity' } as const, aField({ schema: { type: 'number' } }), undefined],
    ['a user', { user: '712020:mia' }, aField({ schema: { type: 'user' } }), { accountId: '712020:mia' }],
    ['a date', { date: '2026-12-05' }, aField({ schema: { type: 'date' } }), '2026-12-05'],
    ['one line of text', { from: 'why' } as const, aField(), 'First. Second.'],
    ['nothing, where nothing may be told', { from: 'incident' } as const, aField(), undefined],
    ['a word that every object has, and no map', { from: 'severity', map: {} } as const, aField(), 'high'],
  ])('is %s', (_, setting, field, expected) => {
    expect(fieldValue(setting, facts, field)).toEqual(expected);
  });

  it('is a document where the field has several lines', () => {
    const area = aField({
      schema: { type: 'string', custom: 'com.atlassian.jira.plugin.system.customfieldtypes:textarea' },
    });
    expect(fieldValue({ from: 'why' }, facts, area)).toMatchObject({
      type: 'doc',
      content: [{ type: 'paragraph' }, { type: 'paragraph' }],
    });
  });
});
