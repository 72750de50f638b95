import type { Remains } from './remains.ts';
import type { Violation } from './violation.ts';

/** A run that did not come any more may have been the one to end it. */
const LAST_RUNS_MS = 3_600_000;

export function acceptedFixesAreTakenUpAgain({ records, storm }: Remains): Violation[] {
  const pastMs = storm.weather.timeline.nowMs() - LAST_RUNS_MS;
  return records.flatMap(({ remediations }) =>
    remediations.flatMap((fix) =>
      fix.state === 'accepted' && Date.parse(fix.acceptance.until) <= pastMs
        ? [
            {
              promise: 'a fix whose accepted time is over is taken up again',
              because: `${fix.id} was accepted until ${fix.acceptance.until}`,
              about: [fix.id],
            },
          ]
        : [],
    ),
  );
}

const MUST_WAIT = new Set(['Remediation Ineffective', 'Remediation Regressed', 'Remediation Overdue']);

/** Between an acceptance and its end, nothing is held against a fix. */
export function nothingIsReopenedWhileAccepted({ records }: Remains): Violation[] {
  const promise = 'nothing is reopened by us, nor overdue, while its risk is accepted';
  return records.flatMap(({ remediations, log }) =>
    remediations.flatMap((fix) => {
      let isAccepted = false;
      return log
        .filter(({ data }) => Object(data).remediationId === fix.id)
        .flatMap(({ type, data, occurredAt }) => {
          if (type === 'Risk Accepted') isAccepted = true;
          if (type === 'Risk Acceptance Expired' || type === 'Remediation Cancelled') isAccepted = false;
          const isByUs = MUST_WAIT.has(type) || (type === 'Remediation Reopened' && Object(data).isByHoldfast === true);
          return isAccepted && isByUs
            ? [{ promise, because: `${fix.id}: ${type} at ${occurredAt}`, about: [fix.id] }]
            : [];
        });
    }),
  );
}
