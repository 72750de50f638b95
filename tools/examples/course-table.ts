import type { Inline } from '../../shared/document/document.ts';
import { LessonReferenceDraft } from '../../shared/domain/record/content/lesson.ts';
import { proofInWords } from '../../shared/export/lesson-proof-words.ts';
import { dayAndTime } from './day-and-time.ts';
import type { Act, WorkedExample } from './worked-example.ts';

/** Table of what happened after the approval, with the states that a test finds at that time. */
export function courseTable(example: WorkedExample): string {
  const rows = example.course.map((act) => {
    const why = act.because === undefined ? '' : ` ${act.because}`;
    const states = Object.entries(act.after ?? {}).map(([fix, state]) => `${fix}: **${state}**`);
    return `| ${dayAndTime(act.at)} | ${inWords(act, example)}${why} | ${states.join(', ')} |`;
  });
  const end = example.course.at(-1)?.at ?? example.approvedAt;
  return [
    names(example),
    `| UTC | what | then |\n| --- | --- | --- |\n${rows.join('\n')}`,
    `On ${dayAndTime(end).slice(0, 10)} every fix is verified and every lesson in place: the record is **closed**. Each fix stays verified for as long as its evidence is fresh; one that breaks takes the record up again.`,
  ].join('\n\n');
}

function names({ recommendations }: WorkedExample): string {
  return recommendations
    .filter(({ judged }) => judged === undefined)
    .map(({ key, title }) => `- *${key}*: ${title}`)
    .join('\n');
}

function inWords(act: Act, { lessons, notifications }: WorkedExample): string {
  const documentOf = (wanted: string): string => lessons.find(({ key }) => key === wanted)?.document ?? wanted;
  switch (act.does) {
    case 'ticket done':
      return `The ticket of *${act.fix}* goes to Done: a claim.`;
    case 'signal':
      return `Signal from ${act.source} about \`${act.subject.id}\`: ${act.outcome}, ${act.detail ?? ''}.`;
    case 'attest':
      return `A second person attests *${act.fix}*: ${act.outcome}. "${act.note}"`;
    case 'check':
      return 'The checks that are due run.';
    case 'lesson in place':
      return `Put in place: "${documentOf(act.lesson)}", ${proofOf(act.reference)}. It waits for a second person.`;
    case 'lesson confirmed':
      return `A second person read it, and confirms the lesson: "${documentOf(act.lesson)}".`;
    case 'notification sent': {
      const told = notifications.find(({ key }) => key === act.notification);
      return `Told: ${told?.regime ?? act.notification}, ${told?.stage ?? ''}, reference ${act.reference}.`;
    }
  }
}

/** The same words as in the export of a record. */
const proofOf = (reference: Extract<Act, { does: 'lesson in place' }>['reference']): string =>
  `version${plain(proofInWords(LessonReferenceDraft.parse(reference)))}`;

const plain = (words: readonly Inline[]): string =>
  words.map((one) => (typeof one === 'string' ? one : one.kind === 'link' ? `${one.text} (${one.url})` : '')).join('');
