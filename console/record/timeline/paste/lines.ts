import type { Entry } from '../entries.ts';
import { looksSecret } from './looks-secret.ts';
import type { PlacedEntry, When } from './place-in-time.ts';
import { namesToRoles } from './roles.ts';

/** A line of the preview, as it would become an entry. */
export type Line = {
  line: number;
  isTaken: boolean;
  at: string | undefined;
  what: string;
  role: string;
  kind: Entry['kind'];
  /** What a person should look at. */
  remarks: readonly string[];
  /** It was sent: nothing of it can be changed here any more. */
  isFixed?: true;
};

/** Noise that says nothing of the incident. */
const NOISE: readonly [string, RegExp][] = [
  [
    'joined or left',
    // Who adds and removes does so to more than chats: it is of one only where the line ends in it.
    /^(@?\S+ )?(has |was )?((joined|left)( #\S+| .{0,60}\b(channel|chat|call|group|conversation|team|meeting))?|(added|removed)\b.{0,60} (to|from) (the |this )?(#\S+|(\S+ )?(channel|chat|call|conversation|meeting)))\.?$/i,
  ],
  ['a reaction', /^(:[\w+-]+:\s*\d*\s*)+$|^(\+1|👍|✅|ok|thanks!?|thx)$/iu],
  ['deleted or edited', /^(this message was deleted\.?|\(?edited\)?|message deleted)$/i],
];

/** Words that tell the kind, the first that fits. */
const KINDS: readonly [Entry['kind'], RegExp][] = [
  ['detection', /\b(alert(s|ed)?|detect(s|ed|ion)?|alarm|siem|edr|flagged|triggered|noticed|reported)\b/i],
  ['decision', /\b(decid(e|ed|es)|decision|agreed|go ahead|approved|declared|we (should|will) not|escalat\w*)\b/i],
  [
    'attacker',
    /\b(attacker|phish\w*|exfiltrat\w*|malware|ransom\w*|payload|logged in from|lateral|credential\w* (used|stolen))\b/i,
  ],
  ['communication', /\b(informed|told|called|emailed|e-mailed|notified|statement|customers?|press|wrote to)\b/i],
  [
    'action',
    /\b(blocked|isolated|revoked|reset|disabled|restored|patched|rebooted|contained|removed|deployed|rotated)\b/i,
  ],
];

type ToPreview = {
  placed: readonly PlacedEntry[];
  roles: Readonly<Record<string, string>>;
  existing: readonly Entry[];
};

/** The preview: what is noise, is there already or says nothing is off at first. */
export function linesOf({ placed, roles, existing }: ToPreview): Line[] {
  const there = new Set(existing.map(({ at, what }) => sameness(at, what)));
  const withoutNames = namesToRoles(roles);
  return placed.map(({ line, name, text, placedAt, doubts }) => {
    const what = withoutNames(text);
    const noise = NOISE.find(([, pattern]) => pattern.test(text.trim()))?.[0];
    const isThere = placedAt !== undefined && there.has(sameness(placedAt, what));
    const kind = KINDS.find(([, pattern]) => pattern.test(text))?.[0];
    return {
      line,
      isTaken: noise === undefined && !isThere && what.trim() !== '',
      at: placedAt,
      what: what.slice(0, 4_000),
      role: (name === undefined ? '' : (roles[name] ?? '')).slice(0, 200),
      kind: kind ?? 'communication',
      remarks: [
        ...(kind === undefined ? [] : ['kind is a guess']),
        ...(noise === undefined ? [] : [noise]),
        ...(isThere ? ['is there already'] : []),
        ...(what.length > 4_000 ? ['cut at 4,000 letters'] : []),
        ...doubts,
      ],
    };
  });
}

/** The same minute and the same words. */
const sameness = (at: string, what: string) => `${at.slice(0, 16)} ${what.replace(/\s+/g, ' ').trim().toLowerCase()}`;

export const secretLines = (lines: readonly Line[]): Line[] => lines.filter(({ what }) => looksSecret(what));

type ToImport = { taken: readonly Line[]; when: When; secrets: number; wantsOrder: boolean };

/** What keeps the lines from being sent; undefined when nothing does. */
export function lacksToImport({ taken, when, secrets, wantsOrder }: ToImport): string | undefined {
  if (taken.length === 0) return 'No line is taken';
  if (wantsOrder && when.dayOrder === '') return 'Say which of the two numbers is the day';
  if (taken.some(({ at }) => at === undefined)) return 'Say the day of the first line';
  if (!when.isConfirmed) return 'Confirm the day and the time zone';
  if (secrets > 0) return 'Look at the lines that seem to hold a secret';
  return taken.some(({ what }) => what.trim() === '') ? 'A line that is taken says nothing' : undefined;
}
