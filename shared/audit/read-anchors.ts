import { ANCHOR_PREFIX, Anchor, anchorKey } from '../domain/history/anchor.ts';
import type { RecordFinding, Witness } from '../domain/history/record-finding.ts';
import { type Day, dayAfter, startOfDay } from '../domain/words/day.ts';
import { jsonIn } from '../domain/words/well-formed.ts';

/** A file of the anchor bucket. */
export type AnchorFile = {
  key: string;
  /** Text of the first version: nobody can change it, whatever was put over it later. */
  text: string;
  /** Time at which S3 took that version: nobody can choose it. */
  writtenAt: string;
  /** True when the key was written over, or marked as deleted, after that. */
  isChangedLater: boolean;
};

export type Anchors = { days: Day[]; witnesses: Witness[]; looks: Witness[]; findings: RecordFinding[] };

/** Reads the anchors and their faults, the oldest day first. */
export function readAnchors(files: readonly AnchorFile[]): Anchors {
  const days: Day[] = [];
  const witnesses: Witness[] = [];
  const looks: Witness[] = [];
  const findings: RecordFinding[] = [];
  for (const { key, text, writtenAt, isChangedLater } of files.toSorted((a, b) => (a.key < b.key ? -1 : 1))) {
    const anchor = Anchor.safeParse(jsonIn(text)).data;
    if (anchor === undefined || key !== anchorKey(anchor.day)) {
      findings.push({ kind: 'unreadable', where: key, what: 'it is no anchor of that day' });
      continue;
    }
    if (isChangedLater) {
      const what = 'it was written over or deleted later; its first version counts, and is still there';
      findings.push({ kind: 'anchor', where: key, what });
    }
    if (writtenAt < startOfDay(dayAfter(anchor.day))) {
      const what = 'it was written before that day was over: anchor-chains did not write it';
      findings.push({ kind: 'anchor', where: key, what });
    }
    const previous = days.at(-1);
    if (previous !== undefined && dayAfter(previous) !== anchor.day) {
      const what = `no anchors between ${previous} and ${anchor.day}`;
      findings.push({ kind: 'anchor', where: ANCHOR_PREFIX, what });
    }
    days.push(anchor.day);
    witnesses.push(...anchor.heads.map((head) => ({ ...head, where: key })));
    looks.push(...(anchor.looks ?? []).map((head) => ({ ...head, where: key })));
  }
  return { days, witnesses, looks, findings };
}
