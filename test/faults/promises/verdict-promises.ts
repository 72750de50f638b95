import * as z from 'zod';
import {
  isWatched,
  type Remediation,
  type WatchedRemediation,
} from '../../../shared/domain/remediation/remediation.ts';
import { CheckResult } from '../../../shared/domain/verification/check-result.ts';
import { Signal } from '../../../shared/domain/verification/signal.ts';
import { durationMs } from '../../../shared/domain/words/duration.ts';
import type { Remains } from './remains.ts';
import type { Violation } from './violation.ts';

/** From the observation of a fail until the fix is judged: it has to stand, to be delivered late, and a schedule has to come. */
const JUDGED_WITHIN_MS = 3_600_000;

/** A fix whose source said fail, and nothing since, is not left standing: long before its next step it is reopened. */
export function noFixStandsAgainstAFail({ records, outbox, storm }: Remains): Violation[] {
  const now = storm.weather.timeline.nowMs();
  const signals = signalsIn(outbox);
  return records.flatMap(({ remediations }) =>
    remediations.filter(isWatched).flatMap((fix) => {
      const fail = lastWords(signals, fix).find(
        ({ outcome, observedAt }) =>
          outcome === 'fail' && isAfter(observedAt, fix.claim.at) && now - Date.parse(observedAt) >= JUDGED_WITHIN_MS,
      );
      // A held fix is shown as failed, and its ticket is not moved again and again.
      if (fail === undefined || fix.heldUntil !== undefined) return [];
      const because = `${fix.id} is ${fix.state}, and ${fail.source} said fail at ${fail.observedAt}, after its claim at ${fix.claim.at}`;
      return [{ promise: 'no fix stands against a fail', because, about: [fix.id, fail.id] }];
    }),
  );
}

/** What is shown as verified has evidence that is fresh enough, and no source whose last word is a fail. */
export function nothingIsProvenInSilence({ records, outbox, storm }: Remains): Violation[] {
  const promise = 'nothing is shown as proven by old evidence, or over a fail';
  const now = storm.weather.timeline.nowMs();
  const maxAge = durationMs(storm.config.verification.evidenceMaxAge);
  const signals = signalsIn(outbox);
  return records.flatMap(({ remediations }) =>
    remediations
      .filter(({ state }) => state === 'verified')
      .filter(isWatched)
      .flatMap((fix) => {
        const words = lastWords(signals, fix);
        const failing = words.find(
          ({ outcome, observedAt }) => outcome === 'fail' && now - Date.parse(observedAt) >= JUDGED_WITHIN_MS,
        );
        if (failing !== undefined) {
          const because = `${fix.id} is verified, and the last word of ${failing.source} is the fail of ${failing.observedAt}`;
          return [{ promise, because, about: [fix.id, failing.id] }];
        }
        const asks = fix.checks.some(({ kind }) => kind === 'signal');
        const newest = Math.max(0, ...signals.filter(isPassOf(fix)).map(({ observedAt }) => Date.parse(observedAt)));
        return asks && now - newest >= maxAge + JUDGED_WITHIN_MS
          ? [{ promise, because: `${fix.id} is verified, its evidence is from ${newest}`, about: [fix.id] }]
          : [];
      }),
  );
}

/** Whatever is lost, late or doubled on the way, a claim ends only for what somebody said after it. */
export function nothingGoodIsReopened({ records, outbox }: Remains): Violation[] {
  const promise = 'no claim is ended without a fail from after it';
  const signals = signalsIn(outbox);
  return records.flatMap(({ remediations, log }) =>
    remediations.flatMap((fix) => {
      const own = log.filter(({ data }) => Object(data).remediationId === fix.id);
      return own.flatMap((event, index) => {
        if (event.type !== 'Remediation Ineffective' && event.type !== 'Remediation Regressed') return [];
        const claim = own.slice(0, index).findLast(({ type }) => type === 'Remediation Claimed');
        const claimedAt = String(Object(Object(claim?.data).claim).at);
        const attested = own.slice(0, index).some(({ type, data }) => {
          const { outcome, at } = Object(Object(data).attestation);
          return type === 'Remediation Attested' && outcome === 'fail' && isAfter(at, claimedAt);
        });
        const said = signals.some(
          (one) => one.outcome === 'fail' && isAskedBy(fix, one) && isAfter(one.observedAt, claimedAt),
        );
        return attested || said
          ? []
          : [{ promise, because: `${fix.id} failed at ${event.occurredAt}, claimed at ${claimedAt}`, about: [fix.id] }];
      });
    }),
  );
}

const lacks = (kind: CheckResult['check']['kind'], results: readonly CheckResult[]): boolean =>
  results.some(({ check, outcome }) => check.kind === kind && (outcome === 'unknown' || outcome === 'stale'));

/** From the beginning of an outage of the intake until the next run of the schedule that knows of it. */
const OUTAGE_IS_KNOWN_MS = 3_600_000;

/** Evidence that was wanted while signals could not be taken in is not late before they can be again. */
export function silenceOfAnOutageIsExcused({ records, storm }: Remains): Violation[] {
  const promise = 'silence of an outage of our own is held against nobody';
  const known = storm.weather.plan.intakeOutages().filter(({ from, to }) => to - from > OUTAGE_IS_KNOWN_MS);
  return records.flatMap(({ log }) =>
    log
      .filter(({ type }) => type === 'Remediation Evidence Late' || type === 'Remediation Unproven')
      .flatMap(({ data, occurredAt }) => {
        const { remediationId, expectedAt, results } = Object(data);
        // The word of a person does not come by the intake: where it is missing, too, that is what is late.
        const found = z.array(CheckResult).parse(results);
        if (!lacks('signal', found) || lacks('attestation', found)) return [];
        const [told, wanted] = [Date.parse(occurredAt), Date.parse(expectedAt)];
        const outage = known.find(({ from, to }) => wanted > from && wanted < to && told > from + OUTAGE_IS_KNOWN_MS);
        if (outage === undefined) return [];
        const because = `${remediationId} was told at ${occurredAt} to lack evidence since ${expectedAt}, within an outage`;
        return [{ promise, because, about: [String(remediationId)] }];
      }),
  );
}

/** Whoever judges a claim, and however often, a source is asked the same once. */
export function nothingIsAskedTwice({ records }: Remains): Violation[] {
  return records.flatMap(({ log }) => {
    const asked = log.filter(({ type }) => type === 'Remediation Source Asked').map(({ data }) => Object(data));
    const ids = asked.map(({ remediationId, claimAt, asking: { number: _, ...facts } }) =>
      JSON.stringify([remediationId, claimAt, facts]),
    );
    return ids
      .filter((id, index) => ids.indexOf(id) < index)
      .map((id) => ({ promise: 'a source is asked the same once', because: `asked twice: ${id}`, about: [id] }));
  });
}

/** A fail that its source repeated when it was asked is not waited for: it counts at once. */
export function noFixStandsAgainstARepeatedFail({ records, outbox, storm }: Remains): Violation[] {
  const now = storm.weather.timeline.nowMs();
  const signals = signalsIn(outbox);
  return records.flatMap(({ remediations }) =>
    remediations.filter(isWatched).flatMap((fix) => {
      if (fix.heldUntil !== undefined) return [];
      const repeated = lastWords(signals, fix).find(
        (answer) =>
          answer.outcome === 'fail' &&
          answer.answerTo !== undefined &&
          now - Date.parse(answer.observedAt) >= DELIVERED_WITHIN_MS &&
          wordBefore(signals, answer)?.outcome === 'fail' &&
          isAfter(wordBefore(signals, answer)?.observedAt ?? '', fix.claim.at),
      );
      if (repeated === undefined) return [];
      const because = `${fix.id} is ${fix.state}, and ${repeated.source} was asked at ${repeated.observedAt}, and said fail again`;
      return [{ promise: 'no fix stands against a fail that was repeated', because, about: [fix.id] }];
    }),
  );
}

/** From an answer until it is judged, in a calm. */
const DELIVERED_WITHIN_MS = 600_000;

/** What the same source said of the same resource before. */
function wordBefore(signals: readonly Signal[], { subject, source, resource, observedAt }: Signal): Signal | undefined {
  return signals
    .filter((one) => one.source === source && one.resource === resource && one.outcome !== 'not judged')
    .filter((one) => one.subject.id === subject.id && isAfter(observedAt, one.observedAt))
    .toSorted((a, b) => Date.parse(a.observedAt) - Date.parse(b.observedAt))
    .at(-1);
}

const signalsIn = (outbox: Remains['outbox']): Signal[] =>
  outbox.flatMap(({ type, data }) => (type === 'Signal Recorded' ? [Signal.parse(Object(data).signal)] : []));

/** The last word of each source about each resource, among what the fix asks for. Of two at one instant, the fail is the last. */
function lastWords(signals: readonly Signal[], fix: WatchedRemediation): Signal[] {
  const judged = signals.filter((one) => isAskedBy(fix, one) && one.outcome !== 'not judged');
  const byKey = Map.groupBy(judged, ({ subject, source, resource }) =>
    JSON.stringify([subject.type, subject.id, source, resource]),
  );
  return [...byKey.values()].flatMap(
    (ofKey) =>
      ofKey
        .toSorted(
          (a, b) =>
            Date.parse(a.observedAt) - Date.parse(b.observedAt) ||
            Number(a.outcome === 'fail') - Number(b.outcome === 'fail'),
        )
        .at(-1) ?? [],
  );
}

const isPassOf =
  (fix: WatchedRemediation) =>
  (one: Signal): boolean =>
    one.outcome === 'pass' && isAskedBy(fix, one);

/** True when a check of the fix lets this source speak of this resource. */
const isAskedBy = ({ checks }: Pick<Remediation, 'checks'>, { subject, source, resource = '*' }: Signal): boolean =>
  checks.some(
    (check) =>
      check.kind === 'signal' &&
      check.subject.type === subject.type &&
      check.subject.id === subject.id &&
      (check.sources?.includes(source) ?? true) &&
      (check.resources?.includes(resource) ?? true),
  );

const isAfter = (at: string, claimedAt: string): boolean => Date.parse(at) > Date.parse(claimedAt);
