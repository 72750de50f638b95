import { counted } from '../../document/counted.ts';
import { type Inline, mark, minute, type Section } from '../../document/document.ts';
import { durationInWords } from '../../document/time-in-words.ts';
import type { ValidationReport } from '../report-data.ts';

type Outage = NonNullable<ValidationReport['intakeDowns']>[number];

/** Silence of that time says nothing of the teams, so it stands before everything that is said of them. */
export function outagesSection({ intakeDowns = [] }: ValidationReport): Section[] {
  if (intakeDowns.length === 0) return [];
  const lines = intakeDowns.map((one) => ({ kind: 'note' as const, text: inWords(one) }));
  return [
    {
      id: 'outages',
      title: `Evidence could not be taken in, ${counted(intakeDowns.length, 'time')}`,
      blocks: [
        ...lines,
        {
          kind: 'note',
          text: [
            'What was sent meanwhile may be lost: have sources send it again. Silence of that time is held against no fix.',
          ],
        },
      ],
    },
  ];
}

function inWords({ from, to }: Outage): Inline[] {
  if (to === undefined) return ['From ', minute(from), ' on, ', mark('still so', 'bad')];
  const lasted = durationInWords(Date.parse(to) - Date.parse(from));
  return ['From ', minute(from), ' to ', minute(to), `, ${lasted}.`];
}
