import { evidenceStore } from '../../../runtime/evidence-store.ts';
import { type Cause, RecordedEvent } from '../../../shared/domain/events/recorded-event.ts';
import type { HoldfastConfig } from '../../../shared/domain/policy/policy.ts';
import type { Signal, Subject } from '../../../shared/domain/verification/signal.ts';
import { oneNameIn } from '../../../shared/domain/verification/source-names.ts';
import { publishReports } from '../../../shared/report/publish-reports.ts';
import { ValidationReport } from '../../../shared/report/report-data.ts';
import { rememberWord, storeSignal } from '../../../shared/store/inbox/last-words.ts';
import { storeReport } from '../../../shared/store/inbox/reports.ts';
import { dueActions } from '../../../shared/store/queues/due.ts';
import { watchersOf } from '../../../shared/store/queues/watchers.ts';
import { recordStore } from '../../../shared/store/records/record-store.ts';
import { sweepRemediations } from '../../../shared/sweep/sweep-remediations.ts';
import { syncTicket } from '../../../shared/tickets/sync-ticket.ts';
import { ticketSites } from '../../../shared/tickets/ticket-sites.ts';
import type { AskFunction } from '../../../shared/verification/ask-source.ts';
import { beatIntake } from '../../../shared/verification/intake-beat.ts';
import { judgeFix } from '../../../shared/verification/judge-fix.ts';
import { type SentSignal, takeInSignal } from '../../../shared/verification/take-in-signal.ts';
import { createMemoryTable, type TableWrite } from '../../faults/table/memory-table.ts';
import type { Random } from '../../faults/weather/random.ts';
import type { Timeline } from '../../faults/weather/timeline.ts';
import { ticketBoard } from '../../support/systems/ticket-board.ts';
import { testIds } from '../../support/world/ids.ts';
import { keptTally } from '../../support/world/kept-tally.ts';
import { testTelemetry } from '../../support/world/telemetry.ts';
import { DAY, HOUR, isWithin, MINUTE, type Span } from '../truth/spans.ts';
import type { YearWeakening } from '../weakenings.ts';
import { tallyMistakes } from './tally-mistakes.ts';
import { workOn } from './workers.ts';
import { PROMISED } from './year-config.ts';

export type Holdfast = ReturnType<typeof createHoldfast>;

export type HoldfastOptions = {
  readonly timeline: Timeline;
  readonly random: Random;
  readonly config: HoldfastConfig;
  /** The day on which nothing of it runs, and everything that would reach it waits. */
  readonly outage: Span;
  readonly weakening: YearWeakening;
  /** The functions of the sources that can be asked. */
  readonly ask: AskFunction;
  /** Told of every write into the table, and of each signal by its id when it has been taken up. */
  readonly onWrite: (write: TableWrite) => void;
  readonly onTakenUp: (signalId: string) => void;
};

const SWEEP_EVERY = 6 * HOUR;
const BEAT_EVERY = 10 * MINUTE;
/** Sources that give up what they cannot send; the others send it again when they can. */
const LOST = 0.5;

const causeOf = (id: string): Cause => ({ actor: { kind: 'system', id }, correlationId: id, hops: 0 });
const SCANNERS = { kind: 'machine', id: 'scanners', name: 'scanners', owner: 'sam@scanners.test' } as const;

/** The product as it runs for a year: the real store, rules and workers, on a table in memory, with queues between them. */
export function createHoldfast({ timeline, random, config, outage, weakening, ask, ...told }: HoldfastOptions) {
  const { now } = timeline;
  const newId = testIds();
  const mistakes: unknown[] = [];
  const counts = { signals: 0, verdicts: 0 };
  const memory = createMemoryTable({
    nowMs: timeline.nowMs,
    indexLagMs: () => random.mostlyShort(MINUTE),
    onWrite: (write) => {
      told.onWrite(write);
      const event = write.eventName === 'INSERT' && write.item.outbox === true ? write.item.event : undefined;
      if (event !== undefined) carry(RecordedEvent.parse(event));
    },
  });
  const table = { client: memory.client(), name: 'year' };
  const all = recordStore({ table, rules: config, now, newId, backOff: () => Promise.resolve() });
  const store = weakening.store?.(all, now) ?? all;
  const board = ticketBoard(now);
  const known = evidenceStore(table, config);
  const evidence: typeof known = {
    ...known,
    async historiesAbout(subject) {
      counts.verdicts += 1;
      const histories = await known.historiesAbout(subject);
      return weakening.histories?.(histories) ?? histories;
    },
  };
  const deps = {
    store,
    table,
    config,
    evidence,
    ticketSites: ticketSites([board.system]),
    telemetry: testTelemetry().telemetry,
    tallyFile: keptTally(),
    now,
    newId,
  };
  const keep = (signal: Signal, event: RecordedEvent) => storeSignal(table, signal, event);
  const workersDeps = {
    ...deps,
    ask,
    keep,
    watchersOf: (subject: Subject, how: { isLatest: boolean }) => watchersOf(table, subject, how),
    rememberWord: (signal: Parameters<typeof rememberWord>[1]) => rememberWord(table, signal),
  };
  const reports: ValidationReport[] = [];

  const isDown = (): boolean => isWithin(outage, timeline.nowMs());

  /** Does something now, or once Holdfast is up again. */
  function whenUp(work: () => Promise<unknown>): void {
    if (isDown()) {
      timeline.at(outage.to + random.integer(0, HOUR), () => whenUp(work));
      return;
    }
    work().catch((error: unknown) => mistakes.push(error));
  }

  /** The stream, the bus and a queue. */
  function carry(event: RecordedEvent): void {
    const cause: Cause = { actor: event.actor, correlationId: event.correlationId, hops: event.hops + 1 };
    const work = workOn({ deps: workersDeps, weakening, onTakenUp: told.onTakenUp }, event, cause);
    if (work !== undefined) timeline.after(1_000 + random.mostlyShort(MINUTE), () => whenUp(work));
  }

  async function takeIn(sent: SentSignal): Promise<void> {
    counts.signals += 1;
    const oneName = oneNameIn(config.evidenceSources);
    await takeInSignal({ store: keep, oneName, now, newId }, weakening.sent?.(sent, now()) ?? sent, SCANNERS);
  }

  /** Runs on a schedule until the end of the year, but not while Holdfast is down. */
  function every(period: number, first: number, work: () => Promise<unknown>): void {
    timeline.at(first, () => {
      if (!isDown()) whenUp(work);
      every(period, first + period, work);
    });
  }

  /** Judges what the schedule would send to the queue, and the queue to its worker. */
  async function judgeWhatIsDue(): Promise<void> {
    const cause = causeOf('judge-due-remediation');
    for await (const due of dueActions(table, 'verify', now())) await judgeFix(deps, due, cause);
  }

  const timeLeftMs = () => Number.MAX_SAFE_INTEGER;
  const begin = timeline.nowMs();
  if (weakening.skipsSchedule !== true) {
    every(PROMISED.verifiedEvery, begin, judgeWhatIsDue);
  }
  if (weakening.skipsBeat !== true)
    every(BEAT_EVERY, begin + 9 * MINUTE, () => beatIntake(deps, causeOf('record-signal')));
  every(SWEEP_EVERY, begin + 7 * MINUTE, () => {
    const onProblem = (what: string, facts: unknown) => mistakes.push(new Error(`${what}: ${JSON.stringify(facts)}`));
    return sweepRemediations({ ...deps, timeLeftMs, onProblem }, causeOf('sweep-remediation'));
  });
  every(7 * DAY, begin + 7 * DAY + 11 * MINUTE, async () => {
    const runId = newId();
    const remember = async (kind: string, id: string, event: RecordedEvent): Promise<void> => {
      await storeReport(table, kind, id, event);
    };
    const putNew = ({ key, body }: { key: string; body: string }): Promise<undefined> => {
      if (key.endsWith('-validation.json')) reports.push(ValidationReport.parse(JSON.parse(body)));
      return Promise.resolve(undefined);
    };
    const isFirst = (await deps.tallyFile.read()) === undefined;
    await publishReports({ ...deps, bucket: 'reports', putNew, remember }, runId, causeOf('publish-report'));
    // The first one counts by an index, which may be a minute behind.
    if (!isFirst) mistakes.push(...tallyMistakes(await deps.tallyFile.read(), memory.all()));
  });

  return {
    ...deps,
    board,
    counts,
    mistakes,
    reports,
    /** A source sends a signal. While Holdfast is down, it waits or is lost. */
    send(signal: SentSignal): void {
      if (!isDown() || !random.chance(LOST)) whenUp(() => takeIn(signal));
    },
    /** The board tells of a card that was moved. */
    tell: (issueId: string): void =>
      whenUp(() => syncTicket({ ...deps, tickets: board.system }, issueId, causeOf('sync-remediation'))),
  };
}
