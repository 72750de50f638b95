import { isWatched, type Remediation } from '../../../shared/domain/remediation/remediation.ts';
import { Signal } from '../../../shared/domain/verification/signal.ts';
import { refutingSignal } from '../../../shared/domain/verification/verdict.ts';
import type { Remains } from './remains.ts';
import type { Violation } from './violation.ts';

/** From the observation of a fail until the fix is judged: it has to stand, to be delivered late, and a schedule has to come. */
const JUDGED_WITHIN_MS = 3_600_000;

/** A fix whose source said fail, and nothing since, is not left standing: long before its next step it is reopened. */
export function noFixStandsAgainstAFail({ records, outbox, storm }: Remains): Violation[] {
  const now = storm.weather.timeline.nowMs();
  const signals = outbox.flatMap(({ type, data }) =>
    type === 'Signal Recorded' ? [Signal.parse(Object(data).signal)] : [],
  );
  return records.flatMap(({ remediations }) =>
    remediations.filter(isWatched).flatMap((fix) =>
      fix.checks.flatMap((check) => {
        if (check.kind !== 'signal') return [];
        const fail = refutingSignal(signals.filter((one) => isAbout(one, check.subject) && isSinceClaim(one, fix)));
        if (fail === undefined || now - Date.parse(fail.observedAt) < JUDGED_WITHIN_MS) return [];
        const because = `${fix.id} is ${fix.state}, and ${fail.source} said fail at ${fail.observedAt}, after its claim at ${fix.claim.at}`;
        return [{ promise: 'no fix stands against a fail', because, about: [fix.id, fail.id] }];
      }),
    ),
  );
}

const isAbout = ({ subject }: Signal, wanted: Signal['subject']): boolean =>
  subject.type === wanted.type && subject.id === wanted.id;

const isSinceClaim = ({ observedAt }: Signal, fix: Extract<Remediation, { claim: unknown }>): boolean =>
  Date.parse(observedAt) >= Date.parse(fix.claim.at);
