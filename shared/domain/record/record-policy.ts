import * as z from 'zod';
import { Duration } from '../words/duration.ts';
import {
  field,
  HttpsUrl,
  listRule,
  type Problem,
  perLevel,
  ReadableName,
  rule,
  withoutRepeats,
} from '../words/settings.ts';
import { Severity } from '../words/severity.ts';
import { Tlp } from '../words/tlp.ts';
import { PeriodicReview, reviewsDiffer } from './periodic-review-policy.ts';
import { FALSE_POSITIVE, Template } from './template.ts';

/** The words of ENISA's and VERIS' taxonomies that most teams use. */
const CATEGORIES = [
  'phishing',
  'malware',
  'ransomware',
  'unauthorised access',
  'misconfiguration',
  'vulnerability exploited',
  'data exfiltration',
  'accidental disclosure',
  'denial of service',
  'insider',
  'loss or theft',
  'supply chain',
  'fraud',
  'other',
];

const TEMPLATES: z.input<typeof Template>[] = [
  {
    name: 'periodic review',
    appliesTo: { kinds: ['periodic review'] },
    requires: ['summary', 'observations', 'lessons'],
  },
  {
    name: 'near miss or exercise',
    appliesTo: { kinds: ['near miss', 'exercise'] },
    requires: ['summary', 'detection', 'response', 'observations'],
  },
  FALSE_POSITIVE,
  {
    name: 'critical incident',
    appliesTo: { severities: ['critical'] },
    requires: [
      'objectives',
      'team',
      'summary',
      'impact',
      'impact ratings',
      'attack',
      'timeline',
      'detection',
      'response',
      'observations',
      'analysis',
      'root causes',
      'contributing factors',
      'notifications',
      'recommendations',
      'lessons',
    ],
    approvers: 2,
  },
  {
    name: 'incident',
    requires: ['summary', 'impact', 'detection', 'response', 'root causes', 'recommendations'],
  },
];

export const Categories = z.array(ReadableName.max(100)).min(1).check(withoutRepeats());

/** Fields of a template that are looked at, whatever else is wrong in it. */
const NamesCategories = z.object({
  appliesTo: z.object({ categories: z.array(z.string()).default([]) }).prefault({}),
});

/** Categories that no record can have: what names them would never apply. @returns paths of the list and its item */
export function unknownCategories(known: readonly string[], named: readonly (readonly string[])[]): Problem[] {
  const expected = `expected one of postMortem.categories: ${known.join(', ')}`;
  return named.flatMap((list, index) =>
    list.flatMap((category, place) => (known.includes(category) ? [] : [{ path: [index, place], expected }])),
  );
}

/** The first that applies is taken, so nothing may stand behind one that applies to everything. */
const everyTemplateApplies = listRule((items) => {
  const last = items.findIndex((item) => {
    const { severities, ...rest } = Object(field('appliesTo')(item) ?? {});
    const isOfEverySeverity =
      severities === undefined || Severity.options.every((one) => [severities].flat().includes(one));
    return Object.keys(rest).length === 0 && isOfEverySeverity && field('name')(item) !== undefined;
  });
  const isBehind = last >= 0 && last < items.length - 1;
  return isBehind
    ? [
        {
          path: [last + 1],
          expected: `expected no template behind ${String(field('name')(items[last]))}, which applies to every record`,
        },
      ]
    : [];
});

/** Policy of post-mortems: deadlines, categories, templates. */
/** Address of a record in the API, under the host that API Gateway gives it. */
const API_ADDRESS = /^https:\/\/[^/]*\.execute-api\.[a-z0-9-]+\.amazonaws\.com(?:\.cn)?\/post-mortems\/\{id\}\/?$/i;

export const PostMortemPolicy = z
  .strictObject({
    dueWithin: perLevel('P5D', 'P10D', 'P15D', 'P30D'),
    categories: Categories.prefault(CATEGORIES),
    templates: z
      .array(Template)
      .max(50)
      .check(withoutRepeats(field('name')), everyTemplateApplies)
      .prefault(TEMPLATES),
    // None: who has to be told is warned of at the deadline itself.
    notificationWarning: Duration.prefault('PT12H'),
    lessonConfirmers: z.enum(['writers', 'approvers']).prefault('writers'),
    tlp: Tlp.prefault('AMBER'),
    periodicReviews: z.array(PeriodicReview).max(10).check(reviewsDiffer).prefault([]),
    recordUrl: HttpsUrl.prefault('https://holdfast.example.com/post-mortems/{id}')
      .refine((url) => url.includes('{id}'), { error: 'expected a URL with {id} where the record id goes' })
      .refine((url) => !API_ADDRESS.test(url), {
        error:
          'expected a page that opens in a browser, such as one of your portal: the API wants a token, so a link to it opens for nobody',
      }),
  })
  .check(
    rule({ categories: Categories, templates: z.array(NamesCategories) }, ({ categories, templates }) =>
      unknownCategories(
        categories,
        templates.map(({ appliesTo }) => appliesTo.categories),
      ).map(({ path: [index = 0, ...rest], expected }) => ({
        path: ['templates', index, 'appliesTo', 'categories', ...rest],
        expected,
      })),
    ),
  )
  .prefault({});

export type PostMortemPolicy = z.infer<typeof PostMortemPolicy>;
