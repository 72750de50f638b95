import * as z from 'zod';
import { duration, HttpUrl, perLevel } from '../words/settings.ts';
import { Tlp } from '../words/tlp.ts';
import { Template } from './template.ts';

/** The words of ENISA's and VERIS' taxonomies that most teams use. */
const CATEGORIES = [
  'phishing',
  'malware',
  'ransomware',
  'unauthorised access',
  'misconfiguration',
  'vulnerability exploited',
  'data exfiltration',
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

/** Policy of post-mortems: deadlines, categories, templates. */
export const PostMortemPolicy = z
  .strictObject({
    dueWithin: perLevel('P5D', 'P10D', 'P15D', 'P30D'),
    categories: z.array(z.string().min(1).max(100)).min(1).prefault(CATEGORIES),
    templates: z.array(Template).max(50).prefault(TEMPLATES),
    notificationWarning: duration('PT12H'),
    tlp: Tlp.prefault('AMBER'),
    recordUrl: HttpUrl.prefault('https://holdfast.example.com/post-mortems/{id}').refine(
      (url) => url.includes('{id}'),
      { error: 'expected a URL with {id} where the record id goes' },
    ),
  })
  .prefault({});

export type PostMortemPolicy = z.infer<typeof PostMortemPolicy>;
