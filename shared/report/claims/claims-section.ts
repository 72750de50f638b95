import { counted } from '../../document/counted.ts';
import {
  type Block,
  type Column,
  type Inline,
  inlineLink,
  mark,
  minute,
  type Section,
} from '../../document/document.ts';
import { limited } from '../../document/row-limit.ts';
import type { ClaimInTrouble, Standing, ValidationReport } from '../report-data.ts';
import type { Share } from '../share.ts';
import { STANDING_WORDS } from '../standing-words.ts';

/** The share, and the interval in which it lies: `50 % (9–91 %)`. */
export function range({ share, low, high }: Share): string {
  const [one, least, most] = [share, low, high].map((value) => Math.round(value * 100));
  return `${one}\u00a0% (${least}–${most}\u00a0%)`;
}

/** From proof to its opposite, with what is still open in between. */
export const BAR_ORDER: Standing[] = [
  'proven',
  'attested',
  'done, not tested',
  'passing',
  'claimed',
  'in doubt',
  'late',
  'unproven',
  'reopened',
  'did not hold',
];

/** Where every claim stands now: those that no period speaks of, because nothing happens to them, are the ones to look at. */
export function claimsSection({ now }: ValidationReport): Section[] {
  if (now === undefined || now.claims === 0) return [];
  const legend = BAR_ORDER.map((standing) => ({
    name: STANDING_WORDS[standing].title,
    tone: STANDING_WORDS[standing].tone,
    total: now.standings[standing],
  }));
  const row = { label: 'All claims', values: BAR_ORDER.map((standing) => now.standings[standing]) };
  return [
    {
      id: 'now',
      title: 'All claims now',
      blocks: [
        { kind: 'note', text: [sentence(now)] },
        { kind: 'bars', legend, groups: [{ caption: 'Where every claim stands now', rows: [row] }] },
        ...attention(now),
      ],
    },
  ];
}

type Now = NonNullable<ValidationReport['now']>;

function sentence({ claims, standings, proven }: Now): string {
  const others = BAR_ORDER.filter((standing) => standing !== 'proven' && standings[standing] > 0).map(
    (standing) => `${STANDING_WORDS[standing].title.toLowerCase()} ${standings[standing]}`,
  );
  const rest = others.length === 0 ? '' : `; the others: ${others.join(', ')}`;
  const share = proven === null ? '' : `, ${range(proven)}`;
  return `Proven are ${standings.proven} of ${counted(claims, 'claim')}${share}${rest}.`;
}

const COLUMNS: Column[] = [
  { name: 'Fix' },
  { name: 'Team', isShort: true },
  { name: 'Priority', isShort: true },
  { name: 'Stands' },
  { name: 'Due', isShort: true },
  { name: 'Came back', isShort: true },
];

function attention({ attention: claims, attentionCount }: Now): Block[] {
  if (attentionCount === 0) return [{ kind: 'note', text: ['No claim is failing, late, unproven or in doubt.'] }];
  const { shown, hidden } = limited(claims);
  return [
    {
      kind: 'table',
      caption: `${counted(attentionCount, 'claim')} to look at, the worst first`,
      columns: COLUMNS,
      groups: [{ rows: shown.map(attentionRow) }],
      hidden: hidden + attentionCount - claims.length,
    },
  ];
}

function attentionRow(one: ClaimInTrouble): Inline[][] {
  const { title, tone } = STANDING_WORDS[one.standing];
  return [
    [inlineLink(one.key, one.ticketUrl), ' ', one.title],
    [one.ownerTeam],
    [mark(one.priority, one.priority)],
    [mark(title.toLowerCase(), tone), ' since ', minute(one.since)],
    [minute(one.dueAt)],
    [cameBack(one)],
  ];
}

function cameBack({ reopenCount, pushes }: ClaimInTrouble): string {
  if (reopenCount === 0) return 'never';
  return pushes === 0 ? counted(reopenCount, 'time') : `${counted(reopenCount, 'time')}, ${pushes} by people`;
}
