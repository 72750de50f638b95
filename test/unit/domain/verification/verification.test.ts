import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Check } from '../../../../shared/domain/verification/plan.ts';
import type { Signal } from '../../../../shared/domain/verification/signal.ts';
import { type CheckEvidence, overallOutcome, runCheck } from '../../../../shared/domain/verification/verdict.ts';
import { Duration } from '../../../../shared/domain/words/duration.ts';
import { mustHold } from '../../../support/texts/must-hold.ts';
import { ANNA } from '../../../support/world/people.ts';
import { aPartId } from '../../../support/world/records.ts';

const subject = { type: 'technique' as const, id: 'T1566.002' };
const check: Check = { kind: 'signal', subject };
const window = {
  claimedAt: '2026-11-10T00:00:00.000Z',
  since: '2026-11-10T00:00:00.000Z',
  now: '2026-11-21T00:00:00.000Z',
  maxAge: Duration.parse('P30D'),
};

const signal = (outcome: 'pass' | 'fail', observedAt: string, of: Partial<Signal> = {}): Signal => ({
  id: observedAt,
  subject,
  outcome,
  observedAt,
  source: 'mail-simulation',
  ...of,
});
const none: CheckEvidence = { signals: [], attestations: [], ticket: undefined };
const withSignals = (...signals: Signal[]): CheckEvidence => ({ ...none, signals });
const outcome = (evidence: CheckEvidence, of: Check = check) => runCheck(of, 0, evidence, window).outcome;

describe('a check', () => {
  it('passes on the newest signal, and says which', () => {
    const evidence = withSignals(
      signal('pass', '2026-11-20T00:00:00.000Z', { url: 'https://scanner.test/1' }),
      signal('fail', '2026-11-19T00:00:00.000Z'),
    );
    expect(runCheck(check, 0, evidence, window)).toEqual({
      check,
      outcome: 'pass',
      because: 'mail-simulation: pass',
      evidence: [{ what: 'mail-simulation: pass', at: '2026-11-20T00:00:00.000Z', url: 'https://scanner.test/1' }],
    });
  });

  it('fails when the newest signal fails', () => {
    expect(
      outcome(withSignals(signal('pass', '2026-11-19T00:00:00.000Z'), signal('fail', '2026-11-20T00:00:00.000Z'))),
    ).toBe('fail');
  });

  it.each([
    ['without any evidence', none, 'unknown'],
    ['with evidence from before the claim', withSignals(signal('pass', '2026-11-09T00:00:00.000Z')), 'stale'],
    ['with evidence from the future', withSignals(signal('pass', '2026-11-22T00:00:00.000Z')), 'unknown'],
    [
      'with evidence about something else',
      withSignals(signal('pass', window.now, { subject: { type: 'control', id: 'x' } })),
      'unknown',
    ],
  ])('is open %s', (_, evidence, expected) => {
    expect(outcome(evidence)).toBe(expected);
  });

  const day = (number: number) => `2026-11-${number}T00:00:00.000Z`;
  const edr = { source: 'edr' };

  it('fails while one source says so, whatever another one says later', () => {
    const evidence = withSignals(signal('fail', day(12)), signal('pass', day(16), edr));
    expect(runCheck(check, 0, evidence, window)).toMatchObject({
      outcome: 'fail',
      because: 'mail-simulation: fail',
      evidence: [{ at: day(12) }],
    });
  });

  it('passes again when the source that said fail says pass', () => {
    expect(outcome(withSignals(signal('fail', day(12)), signal('pass', day(13)), signal('pass', day(16), edr)))).toBe(
      'pass',
    );
  });

  it('fails on a last word from before the step that passed, when it comes to light later', () => {
    const evidence = withSignals(signal('fail', day(12)), signal('pass', day(16), edr));
    expect(runCheck(check, 0, evidence, { ...window, since: day(15) }).outcome).toBe('fail');
  });

  it('fails on a last word that is older than evidence may be, and is not refuted by one from before the claim', () => {
    const old = { ...window, maxAge: Duration.parse('P2D'), since: day(15) };
    expect(runCheck(check, 0, withSignals(signal('fail', day(12))), old).outcome).toBe('fail');
    expect(outcome(withSignals(signal('fail', '2026-11-09T00:00:00.000Z'), signal('pass', day(16), edr)))).toBe('pass');
  });

  it('counts the fail of two words that a source gave of the same instant', () => {
    const both = [signal('pass', day(12)), signal('fail', day(12), { id: 'second' })];
    expect([both, both.toReversed()].map((signals) => outcome(withSignals(...signals)))).toEqual(['fail', 'fail']);
  });

  it('finds evidence stale that is older than the policy allows', () => {
    const long = { ...window, since: '2026-01-01T00:00:00.000Z' };
    const evidence = withSignals(signal('pass', '2026-10-01T00:00:00.000Z'));
    expect(runCheck(check, 0, evidence, long).outcome).toBe('stale');
  });

  it('takes the attestation of its own index only', () => {
    const attestation: Check = { kind: 'attestation', statement: 'All staff were trained' };
    const attested = (index: number): CheckEvidence => ({
      ...none,
      attestations: [
        { id: aPartId(), check: index, outcome: 'pass', note: 'list seen', by: ANNA, at: '2026-11-20T00:00:00.000Z' },
      ],
    });
    expect([outcome(attested(0), attestation), outcome(attested(1), attestation)]).toEqual(['pass', 'unknown']);
  });

  it.each([
    [{ isDone: true, status: 'Done' }, 'pass'],
    [{ isDone: false, status: 'In Progress' }, 'fail'],
    [undefined, 'unknown'],
  ])('reads the ticket state %o', (ticket, expected) => {
    expect(outcome({ ...none, ticket }, { kind: 'ticket state' })).toBe(expected);
  });

  it('does not depend on the order of the evidence', () => {
    const signals = fc.array(fc.record({ pass: fc.boolean(), hour: fc.integer({ min: 0, max: 600 }) }), {
      maxLength: 12,
    });
    mustHold(
      fc.property(signals, fc.infiniteStream(fc.nat()), (drawn, keys) => {
        const distinct = [...new Map(drawn.map((one) => [one.hour, one])).values()];
        const evidence = distinct.map(({ pass, hour }) =>
          signal(pass ? 'pass' : 'fail', new Date(Date.parse(window.now) - hour * 3_600_000).toISOString()),
        );
        const shuffled = evidence
          .map((one) => ({ one, key: keys.next().value ?? 0 }))
          .toSorted((a, b) => a.key - b.key)
          .map(({ one }) => one);
        expect(runCheck(check, 0, withSignals(...shuffled), window)).toEqual(
          runCheck(check, 0, withSignals(...evidence), window),
        );
      }),
    );
  });
});

describe('the outcome of a step', () => {
  it.each([
    [['pass', 'pass'], 'pass'],
    [['pass', 'fail'], 'fail'],
    [['unknown', 'fail'], 'fail'],
    [['pass', 'unknown'], 'inconclusive'],
    [['pass', 'stale'], 'inconclusive'],
    [[], 'inconclusive'],
  ] as const)('of %o is %s', (outcomes, expected) => {
    const results = outcomes.map((one) => ({ check, outcome: one, because: '', evidence: [] }));
    expect(overallOutcome(results)).toBe(expected);
  });
});
