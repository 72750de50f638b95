import { DEFAULT_CONFIG } from '../../../shared/domain/policy/policy.ts';
import type { SectionName } from '../../../shared/domain/record/content/sections.ts';
import { WrittenSection } from '../../../shared/domain/record/content/sections.ts';
import {
  addContributingFactor,
  addPart,
  addRootCause,
  addTimelineEntry,
  classify,
  proposeRecommendation,
  removePart,
  writeSection,
} from '../../../shared/domain/record/decide/write-record.ts';
import type { RecordEvent } from '../../../shared/domain/record/events/record-events.ts';
import type { PostMortem } from '../../../shared/domain/record/post-mortem.ts';
import type { Author } from '../../../shared/domain/words/person.ts';
import type { Missing } from '../../../shared/domain/words/refusal.ts';
import { aDraft, aLesson, aNotification, aPartId, aRecommendationId, NOW } from './records.ts';

/** The least that each section may say. What a file brought along (`source`) is nothing that anybody writes. */
const SECTIONS: Record<Exclude<SectionName, 'source'>, object> = {
  framework: {
    objectives: ['Learn how they got in'],
    outcomes: [{ objective: 'Learn how they got in', outcome: 'met' }],
    team: [],
  },
  summary: { text: 'Two people entered their passwords on a false sign-in page.' },
  impact: { description: 'Two mailboxes were read.', services: ['mail'] },
  attack: { vectors: ['phishing'] },
  advisory: { advice: 'Update to the newest version.' },
  detection: { how: 'A colleague asked about the mail.', whyNotSooner: 'No filter, no report button.' },
  response: { firstAction: 'Security operations reset the passwords.' },
  analysis: { method: 'five whys' },
  humanFactor: { consideredNoneBecause: 'A flaw of the appliance that nobody could know of.' },
  sharing: { noNotificationBecause: 'No personal data was touched, and no contract asks for it.' },
};

/** Content that some checks want on top of it. */
const DETAILS: Record<string, object> = {
  'framework.team': {
    team: [
      { role: 'facilitator', name: 'Anna' },
      { role: 'owner', name: 'Ben' },
    ],
  },
  'impact.confidentiality': { confidentiality: { rating: 'low' } },
  'impact.integrity': { integrity: { rating: 'none' } },
  'impact.availability': { availability: { rating: 'none' } },
  'attack.techniques': { techniques: [{ id: 'T1566.002' }] },
  'detection.whyFalsePositive': { whyFalsePositive: 'A test of the filter looked like a wave of mails.' },
  'response.containment': { containment: { description: 'Passwords were reset.' } },
  'response.eradication': { eradication: { description: 'The mails were deleted.' } },
  'response.recovery': { recovery: { description: 'Both accounts are in use again.' } },
  'response.procedures': { procedures: [{ name: 'Phishing', wasFollowed: 'yes', wasAdequate: 'partly' }] },
};

/** Writes one of the things that are missing, as an author would. */
export function supply(record: PostMortem, { path, message }: Missing, by: Author): RecordEvent[] {
  const [place = '', name = '', detail] = path.split('.');
  const answering = (...ids: string[]): RecordEvent[] => {
    const known = [...record.rootCauses, ...record.observations].map(({ id }) => id);
    const draft = aDraft({ answers: known.filter((id) => ids.includes(id)) });
    return proposeRecommendation(record, aRecommendationId(), draft, by);
  };
  switch (place) {
    case 'sections':
      return section(record, name, detail, by);
    case 'category':
      return classify(record, { category: 'phishing' }, by, DEFAULT_CONFIG);
    case 'timeline': {
      const kind = message.includes('detection') ? ('detection' as const) : ('action' as const);
      return addTimelineEntry(record, { id: aPartId(), at: NOW, what: 'It was seen', kind, origin: 'person' }, by);
    }
    case 'rootCauses':
      if (name !== '') return answering(name);
      return addRootCause(
        record,
        { id: aPartId(), kind: 'technical', statement: 'No filter looks at mails', whys: [] },
        by,
      );
    case 'contributingFactors':
      return addContributingFactor(record, { id: aPartId(), kind: 'third party', statement: 'A partner leaked' }, by);
    case 'observations': {
      if (name !== '') return answering(name);
      const kind = message.includes('well') ? ('went well' as const) : ('went badly' as const);
      // With its answer: a trouble that is only named leaves the record less complete than before.
      const answer = kind === 'went badly' ? { noRecommendationBecause: 'It was the first time.' } : {};
      const content = { id: aPartId(), kind, statement: 'We met at once', ...answer };
      return addPart(record, { kind: 'observation', content }, by);
    }
    case 'recommendations':
      return name === ''
        ? answering(...record.rootCauses.map(({ id }) => id))
        : removePart(record, 'recommendation', name, by);
    case 'evidence': {
      if (name !== '') return removePart(record, 'evidence', name, by);
      const file = { name: 'mail.eml', mediaType: 'text/plain', bytes: 1, sha256: '0'.repeat(64) };
      const content = { ...file, id: aPartId(), status: 'held' as const, key: 'k', addedBy: by, addedAt: NOW };
      return addPart(record, { kind: 'evidence', content }, by);
    }
    case 'notifications':
      return addPart(record, { kind: 'notification', content: aNotification() }, by);
    case 'lessons':
      return addPart(record, { kind: 'lesson', content: aLesson() }, by);
    default:
      throw new Error(`nothing is known to supply at ${path}`);
  }
}

function section(record: PostMortem, name: string, detail: string | undefined, by: Author): RecordEvent[] {
  const before = Object.entries(record.sections).find(([one]) => one === name)?.[1];
  const least = Object.entries(SECTIONS).find(([one]) => one === name)?.[1];
  const more = detail === undefined ? {} : DETAILS[`${name}.${detail}`];
  return writeSection(record, WrittenSection.parse({ section: name, content: { ...least, ...before, ...more } }), by);
}
