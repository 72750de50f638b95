import type { Schemas } from '../data/api.ts';
import type { MarkName } from '../marks/standings.ts';
import { fixOf, nameOf, toldIn } from './told.ts';
import { wordsOfEntry } from './words-of-entry.ts';

/** One thing that happened to a fix. */
export type FixMoment = {
  id: string;
  at: string;
  /** What happened, in a word or two. */
  head: string;
  words: string;
  /** Shape and colour of it. */
  mark: MarkName;
  /** Where the fix stands from then on; absent where it stays as it was. */
  after?: MarkName;
  /** Work on the ticket that decides nothing. */
  isMinor?: boolean;
  by?: string | undefined;
  results?: Schemas['CheckResult'][];
  /** The step of its plan that it is about. */
  step?: number;
  /** How often the same came in a row. */
  times: number;
};

/**
 * The story of one fix from the log of its record, the oldest first. Entries about others are left out; the same said twice in a
 * row of the same step is one moment, with the newest evidence.
 */
export function fixStory(log: readonly Schemas['AuditEntry'][], fixId: string): FixMoment[] {
  const story: FixMoment[] = [];
  let isProven = false;
  for (const entry of log) {
    if (fixOf(entry) !== fixId) continue;
    const told = wordsOfEntry(entry, isProven);
    if (told === undefined) continue;
    const { mark = told.after ?? 'open', isRepeated: _, ...rest } = told;
    if (told.after !== undefined) isProven = told.after === 'proven';
    const { step } = toldIn(entry);
    const moment: FixMoment = { id: entry.id, at: whenOf(entry), mark, by: doerOf(entry), times: 1, ...rest };
    if (step !== undefined) moment.step = step;
    const before = story.findLastIndex(({ isMinor }) => isMinor !== true);
    const last = story[before];
    const isRepeated = told.isRepeated === true || moment.results !== undefined;
    if (isRepeated && last?.head === moment.head && last.mark === moment.mark && last.step === step) {
      story.splice(before, 1);
      story.push({ ...moment, times: last.times + 1 });
    } else story.push(moment);
  }
  return story;
}

/** When it happened, which may be before it was recorded. */
function whenOf(entry: Schemas['AuditEntry']): string {
  const { claim, failure, attestation, acceptance, decision, closed, at } = toldIn(entry);
  if (entry.type === 'Remediation Claimed') return claim?.at ?? entry.occurredAt;
  if (entry.type === 'Risk Acceptance Expired') return acceptance?.until ?? entry.occurredAt;
  return failure?.at ?? attestation?.at ?? acceptance?.at ?? decision?.at ?? closed?.at ?? at ?? entry.occurredAt;
}

function doerOf(entry: Schemas['AuditEntry']): string | undefined {
  const { claim, attestation, acceptance, decision, closed, by } = toldIn(entry);
  if (entry.type === 'Risk Acceptance Expired') return undefined;
  if (entry.type === 'Remediation Claimed' || entry.type === 'Remediation Vouched For') return nameOf(claim?.by);
  const who = attestation?.by ?? acceptance?.by ?? decision?.by ?? closed?.by ?? by ?? entry.actor;
  const name = nameOf(who);
  return name === 'Holdfast' ? undefined : name;
}
