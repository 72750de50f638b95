import * as z from 'zod';
import { PostMortemId } from '../words/identifiers.ts';
import { ChainHead, type Sha256 } from './audit-chain.ts';
import { type ChainRules, ChainSoFar, chainFindings, followChain, isWhole, NO_CHAIN } from './chain-so-far.ts';
import { itemNames } from './item-names.ts';
import { RecordFinding, type Witnesses } from './record-finding.ts';
import { lostEntries } from './state-findings.ts';
import { followState, NO_STATE, StateSoFar } from './state-so-far.ts';

/**
 * RecordExamination of a record that is read page by page, as it stands between two pages.
 *
 *     log ──────▶ looks ──────▶ timeline ──────▶ state ──▶ done
 *     └ its chain, and └ their chain └ each page at one └ at one moment with
 *       what it tells                  moment with the log  the log and its head
 *
 * A log whose chain is broken tells nothing: nothing is compared with it.
 */
export const RecordExamination = z.object({
  id: PostMortemId,
  at: z.enum(['log', 'looks', 'timeline', 'state', 'done']),
  /** Sort key up to which the items of that part were read. */
  after: z.string(),
  /** The same of the log, to which entries are added while the rest is read. */
  logAfter: z.string(),
  log: ChainSoFar,
  told: StateSoFar,
  looks: ChainSoFar,
  /** Head of the looks at the time at which they began to be read: later ones are of no other moment. Null when there was none. */
  looksHead: ChainHead.nullable(),
  /** Timeline entries that were found, or that the log told of since their part began to be read. */
  found: z.array(z.string()),
  timelineFindings: z.array(RecordFinding),
  /** An item of the timeline that cannot be read. Nothing is said of the others then. */
  timelineUnreadable: RecordFinding.optional(),
  /** Of the last part, and the head of the log at that moment. */
  stateFindings: z.array(RecordFinding),
  head: ChainHead.nullable(),
});
export type RecordExamination = z.infer<typeof RecordExamination>;

/** An examination of which nothing is read yet. */
export const beginExamination = (id: PostMortemId): RecordExamination => ({
  id,
  at: 'log',
  after: '',
  logAfter: '',
  log: NO_CHAIN,
  told: NO_STATE,
  looks: NO_CHAIN,
  looksHead: null,
  found: [],
  timelineFindings: [],
  stateFindings: [],
  head: null,
});

/** The examination after the next entries of the log. */
export function withLog(
  before: RecordExamination,
  stored: readonly unknown[],
  witnesses: Witnesses,
  sha256: Sha256,
): RecordExamination {
  const { chain: log, whole } = followChain(before.log, stored, logRules(before.id, witnesses, sha256));
  const { state: told, touched } = followState(before.told, whole, sha256);
  // Told of since the timeline began to be read: it may have come to where was read already.
  const isLate = before.at === 'timeline' || before.at === 'state';
  const found = isLate && touched.length > 0 ? [...before.found, ...touched] : before.found;
  return { ...before, log, told, found };
}

/** The examination after the next looks. */
export function withLooks(
  before: RecordExamination,
  stored: readonly unknown[],
  witnesses: Witnesses,
  sha256: Sha256,
): RecordExamination {
  return { ...before, looks: followChain(before.looks, stored, lookRules(before.id, witnesses, sha256)).chain };
}

/** Whether the log may be compared with anything. */
export const tellsState = ({ log }: RecordExamination): boolean => isWhole(log);

/** All that was found. Before the examination is done, there may be more. */
export function findingsOf(examination: RecordExamination, witnesses: Witnesses, sha256: Sha256): RecordFinding[] {
  const { id, at, log, head, looks, looksHead, found } = examination;
  const isDone = at === 'done';
  const [logged, seen] = [logRules(id, witnesses, sha256), lookRules(id, witnesses, sha256)];
  if (!isDone) return [...faultsSoFar(log), ...examination.timelineFindings, ...faultsSoFar(looks)];
  if (head === null && log.entries === 0 && log.unreadable === undefined) return missing(examination, witnesses);
  const { timelineUnreadable } = examination;
  const timeline =
    timelineUnreadable === undefined
      ? [...examination.timelineFindings, ...lostEntries(examination.told, new Set(found))]
      : [timelineUnreadable];
  const isReplayed = examination.told.failed === undefined;
  return [
    ...chainFindings(log, head ?? undefined, logged),
    ...(tellsState(examination) ? [...examination.stateFindings, ...(isReplayed ? timeline : [])] : []),
    ...chainFindings(looks, looksHead ?? undefined, seen),
  ];
}

const faultsSoFar = ({ unreadable, broken, against }: ChainSoFar): RecordFinding[] =>
  [unreadable ?? broken, against].filter((one) => one !== undefined);

function missing({ id }: RecordExamination, witnesses: Witnesses): RecordFinding[] {
  const last = witnesses.log.at(-1);
  if (last === undefined) return [];
  const what = `${last.where} says that it had ${last.sequence} entries; the table has nothing of it`;
  return [{ kind: 'missing record', where: itemNames.record(id), what }];
}

const logRules = (id: PostMortemId, { log: witnesses }: Witnesses, sha256: Sha256): ChainRules => ({
  id,
  names: { head: itemNames.head, entry: itemNames.event },
  witnesses,
  sha256,
});

const lookRules = (id: PostMortemId, { looks: witnesses }: Witnesses, sha256: Sha256): ChainRules => ({
  id,
  names: { head: itemNames.looks, entry: itemNames.look },
  witnesses,
  sha256,
});
