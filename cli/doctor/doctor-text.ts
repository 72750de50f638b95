import type { Examination } from '../../shared/doctor/examination.ts';
import { counted } from '../../shared/document/counted.ts';
import { instantInWords } from '../../shared/document/time-in-words.ts';

type Look = Examination['looks'][number];

/** Problems first, with what to do about each; then what could not be looked at, what is not known yet, and what is fine. */
export function doctorText({ looks, ranByItself }: Examination): string {
  const wrong = looks.filter(({ problems }) => problems.length > 0);
  const unseen = looks.filter((look) => look.unseen !== undefined);
  const noted = looks.filter(({ notes }) => notes.length > 0);
  const fine = looks.filter((look) => look.problems.length === 0 && look.unseen === undefined);
  const sections = [
    section('', '✖', wrong, problemLines),
    section('could not be looked at:', '?', unseen, ({ unseen: because = '' }) => [`      ${because}`]),
    section('notes:', '·', noted, ({ notes }) => notes.map((note) => `      ${note}`)),
    section('fine:', '✔', fine, () => []),
  ];
  return [...sections.filter((lines) => lines !== ''), summary(looks, ranByItself)].join('\n');
}

/** Things under the name of their system, each with its lines. */
function section(title: string, sign: string, looks: readonly Look[], linesOf: (look: Look) => string[]): string {
  if (looks.length === 0) return '';
  const bySystem = Map.groupBy(looks, ({ system }) => system);
  const lines = [...bySystem].flatMap(([system, all]) => [
    system,
    ...all.flatMap((look) => [`  ${sign} ${look.what}`, ...linesOf(look)]),
  ]);
  return [...(title === '' ? [] : [title]), ...lines, ''].join('\n');
}

const problemLines = ({ problems }: Look): string[] =>
  problems.flatMap(({ problem, advice, driftedSince }) => [
    `      ${problem}${driftedSince === undefined ? '' : ` (since ${instantInWords(driftedSince)})`}`,
    `        → ${advice}`,
  ]);

function summary(looks: readonly Look[], ranByItself: Examination['ranByItself']): string {
  const problems = looks.reduce((sum, look) => sum + look.problems.length, 0);
  const unseen = looks.filter((look) => look.unseen !== undefined).length;
  const found = [
    problems === 0 ? 'no problems' : counted(problems, 'problem'),
    ...(unseen === 0 ? [] : [`${unseen} could not be looked at`]),
  ];
  const before = {
    deployment: 'after a deployment',
    schedule: 'on its schedule',
  };
  const last =
    ranByItself === undefined ? 'never yet' : `${instantInWords(ranByItself.at)}, ${before[ranByItself.occasion]}`;
  return `${found.join(', ')}\nlast run by itself: ${last}\n`;
}
