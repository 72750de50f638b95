import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseConfig } from '../../../../shared/domain/policy/parse-config.ts';
import { DEFAULT_CONFIG } from '../../../../shared/domain/policy/policy.ts';
import { applyToRemediation, ImpossibleTransition } from '../../../../shared/domain/remediation/apply-remediation.ts';
import { attest } from '../../../../shared/domain/remediation/decide/attestation.ts';
import { beginRemediation } from '../../../../shared/domain/remediation/decide/begin.ts';
import { overdue, syncWithTicket } from '../../../../shared/domain/remediation/decide/claim.ts';
import {
  creationInDoubt,
  creationRefused,
  requestTicket,
  retryCreation,
  ticketCreated,
} from '../../../../shared/domain/remediation/decide/creation.ts';
import { claimedFix, judge } from '../../../../shared/domain/remediation/decide/judge.ts';
import {
  beginReopening,
  reopenedByHoldfast,
  reopeningRefused,
  wantFollowUp,
} from '../../../../shared/domain/remediation/decide/reopening.ts';
import { acceptRisk, cancel, expireAcceptance } from '../../../../shared/domain/remediation/decide/risk.ts';
import { showWhileAccepted } from '../../../../shared/domain/remediation/decide/show-while-accepted.ts';
import { ticketNotTold } from '../../../../shared/domain/remediation/decide/ticket-not-told.ts';
import {
  claimToJudge,
  isWatched,
  Remediation,
  type RemediationState,
} from '../../../../shared/domain/remediation/remediation.ts';
import type { RemediationEvent } from '../../../../shared/domain/remediation/remediation-events.ts';
import { stretchesOf, type Word } from '../../../../shared/domain/verification/verdict/stretches.ts';
import { verdictOf } from '../../../../shared/domain/verification/verdict/verdict-of.ts';
import { verdictPolicy } from '../../../../shared/domain/verification/verdict/verdict-policy.ts';
import { addDuration, Duration } from '../../../../shared/domain/words/duration.ts';
import { Refusal } from '../../../../shared/domain/words/refusal.ts';
import { mustHold } from '../../../support/texts/must-hold.ts';
import { ANNA, BEN } from '../../../support/world/people.ts';
import { aPartId, aPostMortemId, aRecommendation, NOW } from '../../../support/world/records.ts';

const rules = DEFAULT_CONFIG;
const LAG_MS = 300_000;
const SUBJECT = { type: 'technique' as const, id: 'T1566.002' };
const postMortemId = aPostMortemId();
const recommendation = aRecommendation({
  verification: {
    checks: [
      { kind: 'signal', subject: SUBJECT },
      { kind: 'attestation', statement: 'The filter quarantines our test mail' },
    ],
  },
});
const EVA = { kind: 'person' as const, id: 'eva', name: 'Eva Approver', email: 'eva@example.com' };
const MIA = { accountId: 'jira-mia', name: 'Mia', email: 'mia@example.com' };
const ticket = { site: 'jira.test', issueId: '1', key: 'ENG-1', assignee: MIA };
const closedAs = (at: string, status: string, resolution?: string) => ({
  ticket,
  isDone: true,
  outcome: {
    status: { id: '10002', name: status },
    resolution: resolution === undefined ? undefined : { name: resolution },
  },
  movedAt: at,
  claim: { at, by: MIA, status },
});
const done = (at: string) => closedAs(at, 'Done');
const notDone = (at: string) => ({ ...closedAs(at, 'In Progress'), isDone: false });
/** Each edge of the drawing in remediation.ts, written down a second time. */
const EDGES: Record<RemediationState | 'none', readonly RemediationState[]> = {
  none: ['requested'],
  requested: ['requested', 'ambiguous', 'open', 'cancelled'],
  ambiguous: ['ambiguous', 'requested', 'open'],
  open: ['open', 'claimed', 'accepted', 'cancelled'],
  claimed: ['claimed', 'verifying', 'verified', 'ineffective', 'regressed', 'open', 'accepted'],
  verifying: ['claimed', 'verifying', 'verified', 'ineffective', 'regressed', 'open', 'accepted'],
  verified: ['claimed', 'verifying', 'verified', 'regressed', 'open', 'accepted'],
  ineffective: ['ineffective', 'open', 'requested', 'accepted'],
  regressed: ['regressed', 'open', 'requested', 'accepted'],
  accepted: ['accepted', 'claimed', 'verifying', 'open', 'cancelled'],
  cancelled: ['cancelled'],
};

type Command = (state: Remediation | undefined, now: string) => RemediationEvent[];
const onState =
  (command: (state: Remediation, now: string) => RemediationEvent[]): Command =>
  (state, now) =>
    state === undefined ? [] : command(state, now);

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

/** A claim after a verdict on what the scanner said, and Ben with it. */
const judged = (wordsSince: (claimAt: number, now: number) => Word[]): Command =>
  onState((state, now) => {
    const claim = claimToJudge(state);
    if (claim === undefined) return [];
    const words = wordsSince(Date.parse(claim.claim.at), Date.parse(now));
    const attestations = words.map((word) => ({ ...word, check: 1, outcome: 'pass' as const }));
    const known = {
      histories: [[{ source: 'scanner', resource: '*', stretches: stretchesOf(words) }], []],
      attestations,
    };
    const policy = verdictPolicy(rules.verification);
    const verdict = verdictOf(claimedFix(claim), known, policy, Date.parse(now));
    if (state.state === 'accepted') return showWhileAccepted(state, verdict, now);
    return isWatched(state) ? judge(state, verdict, [], now, now) : [];
  });

/** A pass every day since the claim. */
const passes = (claimAt: number, now: number): Word[] =>
  Array.from({ length: Math.ceil((now - claimAt) / DAY) + 1 }, (_, day) => ({
    at: Math.min(claimAt + 1 + day * DAY, now),
    outcome: 'pass',
  }));

const COMMANDS: Record<string, Command> = {
  approve: (state, now) =>
    state === undefined
      ? [
          {
            type: 'Recommendation Approved',
            data: {
              postMortemId,
              recommendation,
              remediation: beginRemediation(postMortemId, recommendation, { now, tlp: 'AMBER' }, rules),
            },
          },
        ]
      : [],
  request: onState((state, now) => requestTicket(state, now, rules)),
  doubt: onState((state, now) => creationInDoubt(state, now, 'no answer', rules)),
  refuse: onState((state, now) => creationRefused(state, now, 'no such project')),
  retry: onState((state, now) => retryCreation(state, { searchedAt: now, lagMs: LAG_MS }, now, rules)),
  create: onState((state) => ticketCreated(state, ticket, false)),
  'move to done': onState((state, now) => syncWithTicket(state, done(now), now, rules)),
  'close as Won’t Do': onState((state, now) => syncWithTicket(state, closedAs(now, 'Closed', 'Won’t Do'), now, rules)),
  'move to not done': onState((state, now) => syncWithTicket(state, notDone(now), now, rules)),
  'move to another project': onState((state, now) =>
    syncWithTicket(state, { ...done(now), ticket: { ...ticket, key: 'NET-7' } }, now, rules),
  ),
  pass: judged(passes),
  fail: judged((claimAt, now) => [{ at: Math.max(claimAt + 1, now - 2 * HOUR), outcome: 'fail' }]),
  'find nothing': judged(() => []),
  'hear a fail': judged((claimAt, now) => [...passes(claimAt, now), { at: now, outcome: 'fail' }]),
  'begin to reopen': onState((state, now) => beginReopening(state, now, rules)),
  'miss the site': onState((state, now) => reopeningRefused(state, now, 'no such site')),
  'refuse to reopen': onState((state, now) => wantFollowUp(state, now, rules, 'no way out of done')),
  reopen: onState((state, now) => reopenedByHoldfast(state, now, rules)),
  'look at the deadline': onState(overdue),
  attest: onState((state, now) =>
    attest(state, { id: aPartId(), check: 1, outcome: 'pass', note: 'seen', by: BEN, at: now }),
  ),
  'accept the risk': onState((state, now) =>
    acceptRisk(
      state,
      { until: addDuration(now, Duration.parse('P30D')), reason: 'too dear', compensatingControl: 'we watch' },
      BEN,
      now,
      rules,
    ),
  ),
  'accept the risk as another approver': onState((state, now) =>
    acceptRisk(
      state,
      { until: addDuration(now, Duration.parse('P10D')), reason: 'too dear', compensatingControl: 'we watch' },
      EVA,
      now,
      rules,
    ),
  ),
  'expire the acceptance': onState(expireAcceptance),
  cancel: onState((state, now) => cancel(state, 'the system was switched off', BEN, now)),
};

/** Events that carry a remediation on come more often, so that walks get far; everything else comes in between. */
const commandNames = fc.oneof(
  { weight: 1, arbitrary: fc.constantFrom(...Object.keys(COMMANDS)) },
  { weight: 3, arbitrary: fc.constantFrom('approve', 'request', 'create', 'move to done', 'pass') },
);
const walks = fc.array(fc.record({ name: commandNames, days: fc.integer({ min: 0, max: 40 }) }), {
  minLength: 1,
  maxLength: 40,
  size: 'max',
});

/** Runs commands one after the other; what the rules refuse changes nothing. */
function walk(steps: readonly { name: string; days: number }[]) {
  let now = NOW;
  let state: Remediation | undefined;
  const log: RemediationEvent[] = [];
  const edges: [RemediationState | 'none', RemediationState][] = [];
  for (const { name, days } of steps) {
    now = addDuration(now, Duration.parse(`P${days}D`));
    let events: RemediationEvent[] = [];
    try {
      events = COMMANDS[name]?.(state, now) ?? [];
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
    }
    for (const event of events) {
      const before = state?.state ?? 'none';
      state = applyToRemediation(state, event);
      if (state !== undefined) edges.push([before, state.state]);
      log.push(event);
    }
  }
  return { state, log, edges };
}

/** A fix with a ticket, on which nobody has worked yet. */
function openFix() {
  const { state } = walk([
    { name: 'approve', days: 0 },
    { name: 'request', days: 0 },
    { name: 'create', days: 0 },
  ]);
  if (state?.state !== 'open') throw new Error(`expected an open fix, found ${state?.state}`);
  return state;
}

describe('a remediation', () => {
  it('moves only along the edges of its state machine, whatever is done to it', () => {
    mustHold(
      fc.property(walks, (steps) => {
        const strays = walk(steps).edges.filter(([from, to]) => !EDGES[from].includes(to));
        expect(strays).toEqual([]);
      }),
      { runs: 500 },
    );
  });

  it('is what the replay of its events gives, and fits its schema', () => {
    mustHold(
      fc.property(walks, (steps) => {
        const { state, log } = walk(steps);
        const replayed = log.reduce<Remediation | undefined>(applyToRemediation, undefined);
        expect(replayed).toEqual(state);
        if (state !== undefined) expect(Remediation.parse(state)).toEqual(state);
      }),
      { runs: 500 },
    );
  });

  it('takes no event that its state does not know', () => {
    mustHold(
      fc.property(walks, walks, (steps, others) => {
        const { state } = walk(steps);
        for (const event of walk(others).log) {
          try {
            const next = applyToRemediation(state, event);
            if (state !== undefined && next !== undefined) expect(EDGES[state.state]).toContain(next.state);
          } catch (error) {
            expect(error).toBeInstanceOf(ImpossibleTransition);
          }
        }
      }),
      { runs: 200 },
    );
  });

  it('reaches every state by some walk, so that none of the above is empty talk', () => {
    const reached = new Set<RemediationState>();
    for (const steps of fc.sample(walks, { numRuns: 1_000, seed: 7 })) {
      for (const [, to] of walk(steps).edges) reached.add(to);
    }
    expect([...reached].toSorted()).toEqual(
      Object.keys(EDGES)
        .filter((state) => state !== 'none')
        .toSorted(),
    );
  });

  const claimed = () => walk([step('approve'), step('request'), step('create'), step('move to done')]).state;
  const step = (name: string, days = 0) => ({ name, days });

  it('is verified when the last step of its plan passes, and stays under watch', () => {
    const { state, log } = walk([
      step('approve'),
      step('request'),
      step('create'),
      step('move to done'),
      step('pass', 7),
      step('pass', 23),
      step('pass', 60),
    ]);
    expect(log.slice(-3).map(({ type }) => type)).toEqual([
      'Remediation Check Passed',
      'Remediation Check Passed',
      'Remediation Verified',
    ]);
    expect(state).toMatchObject({
      state: 'verified',
      verifiedAt: '2027-02-19T10:00:00.000Z',
      nextCheckAt: '2027-03-26T10:00:00.000Z',
    });
  });

  it('regresses when a verified fix stops holding, and opens the same ticket', () => {
    const { state } = walk([
      ...[
        step('approve'),
        step('request'),
        step('create'),
        step('move to done'),
        step('pass', 7),
        step('pass', 23),
        step('pass', 60),
      ],
      ...[step('fail', 40), step('reopen')],
    ]);
    expect(state).toMatchObject({ state: 'open', ticket, reopenCount: 1 });
  });

  const failing = [step('approve'), step('request'), step('create'), step('move to done'), step('fail', 7)];

  it('is reopened by one worker at a time; the next one may go on when its time is over', () => {
    const { state } = walk([...failing, step('begin to reopen')]);
    const failedAt = addDuration(NOW, Duration.parse('P7D'));
    const again = (after: string) =>
      state && beginReopening(state, addDuration(failedAt, Duration.parse(after)), rules).length;
    expect([again('PT1M59S'), again('PT2M')]).toEqual([0, 1]);
  });

  it('is reopened again at once when somebody who took up its site again sends the message back', () => {
    const refusals = Array.from({ length: 12 }, () => [step('begin to reopen'), step('miss the site')]).flat();
    const { state } = walk([...failing, ...refusals]);
    const failedAt = addDuration(NOW, Duration.parse('P7D'));
    expect(state).toMatchObject({ refusals: 12, leaseExpiresAt: addDuration(failedAt, Duration.parse('PT1H')) });
    expect(state && beginReopening(state, failedAt, rules)).toHaveLength(1);
  });

  it('waits for a follow-up when its ticket cannot be reopened, and the former ticket is never taken for that', () => {
    const refused = [...failing, step('begin to reopen'), step('refuse to reopen')];
    const { state } = walk(refused);
    const lookedFor = walk([...refused, step('request'), step('doubt')]);
    const another = { ...ticket, issueId: '10077', key: 'PLAT-77' };
    expect([state, lookedFor.state && ticketCreated(lookedFor.state, { ...ticket, key: 'NET-7' }, true)]).toMatchObject(
      [{ state: 'requested', attempt: 0, reopenCount: 1, formerTickets: [ticket] }, []],
    );
    expect(lookedFor.state && ticketCreated(lookedFor.state, another, true)).toHaveLength(1);
  });

  it('keeps once what its ticket does not take', () => {
    const fix = openFix();
    const what = { about: 'decision' as const, because: 'no permission' };
    const [event, ...others] = ticketNotTold(fix, what, NOW);
    const told = event && applyToRemediation(fix, event);
    expect([others, told?.notTold, told && ticketNotTold(told, what, NOW)]).toEqual([[], { ...what, at: NOW }, []]);
  });

  it('is not claimed by a reading from before it was reopened, but by every later move to done', () => {
    const { state } = walk([...failing, step('begin to reopen'), step('reopen')]);
    const sync = (doneAt: string) =>
      state && syncWithTicket(state, done(doneAt), doneAt, rules).map(({ type }) => type);
    const justAfter = addDuration(NOW, Duration.parse('PT1S'));
    expect([sync(NOW), sync(justAfter)]).toEqual([[], ['Remediation Claimed']]);
  });

  it('is not reopened by a reading from before its claim', () => {
    const { state } = walk([step('approve'), step('request'), step('create'), step('move to done', 1)]);
    const sync = (outOfDoneAt: string) =>
      state && syncWithTicket(state, notDone(outOfDoneAt), outOfDoneAt, rules).map(({ type }) => type);
    const claimedAt = addDuration(NOW, Duration.parse('P1D'));
    expect([sync(NOW), sync(claimedAt)]).toEqual([[], ['Remediation Reopened']]);
  });

  it('gives no second lease: once the first has run out, its holder may have created the ticket', () => {
    const { state } = walk([step('approve'), step('request')]);
    const again = (after: string) =>
      state && requestTicket(state, addDuration(NOW, Duration.parse(after)), rules).map(({ type }) => type);
    expect([again('PT1M59S'), again('PT2M')]).toEqual([[], ['Remediation Ambiguous']]);
  });

  it('may be tried again at once when Jira said no, and every hour when it goes on saying so', () => {
    const refusals = Array.from({ length: 13 }, () => [step('request', 1), step('refuse')]).flat();
    const { log } = walk([step('approve'), ...refusals]);
    const waits = log.flatMap((event) => (event.type === 'Remediation Not Created' ? [event.data.retryAt] : []));
    expect(waits.map((at) => at.slice(5, 13))).toEqual([
      ...['11-22T10', '11-23T10', '11-24T10', '11-25T10', '11-26T10'],
      ...['11-27T10', '11-28T10', '11-29T10', '11-30T10', '12-01T10'],
      ...['12-02T11', '12-03T11', '12-04T11'],
    ]);
  });

  it('is tried at once when somebody who mended the cause sends the refused message back', () => {
    const refusals = Array.from({ length: 11 }, () => [step('request'), step('refuse')]).flat();
    const { state } = walk([step('approve'), ...refusals]);
    expect(state).toMatchObject({ attempt: 11, leaseExpiresAt: addDuration(NOW, Duration.parse('PT1H')) });
    expect(state && requestTicket(state, NOW, rules)).toMatchObject([
      { type: 'Remediation Requested', data: { lease: { attempt: 12 } } },
    ]);
  });

  it('creates again after a doubt only when the index cannot lag any more', () => {
    const { state } = walk([step('approve'), step('request'), step('doubt')]);
    const retry = (after: string) => {
      const search = { searchedAt: addDuration(NOW, Duration.parse(after)), lagMs: LAG_MS };
      return state && retryCreation(state, search, NOW, rules).map(({ type }) => type);
    };
    expect([retry('PT4M59S'), retry('PT5M')]).toEqual([['Remediation Ambiguous'], ['Remediation Requested']]);
  });

  it('does not create again where the project hides new tickets, and looks every hour', () => {
    const { state } = walk([step('approve'), step('request'), step('doubt')]);
    const search = { searchedAt: addDuration(NOW, Duration.parse('P1D')), lagMs: LAG_MS, isHidden: true };
    expect(state && retryCreation(state, search, NOW, rules)).toMatchObject([
      { type: 'Remediation Ambiguous', data: { nextSearchAt: addDuration(NOW, Duration.parse('PT1H')) } },
    ]);
  });

  it('reports a passed deadline once', () => {
    const { log } = walk([
      step('approve'),
      step('request'),
      step('create'),
      step('look at the deadline', 14),
      step('look at the deadline'),
    ]);
    expect(log.map(({ type }) => type)).toEqual([
      'Recommendation Approved',
      'Remediation Requested',
      'Remediation Ticket Created',
      'Remediation Overdue',
    ]);
  });

  it('is not attested by its assignee', () => {
    const state = claimed();
    const attestedBy = (by: typeof ANNA) => () =>
      state && attest(state, { id: aPartId(), check: 1, outcome: 'pass', note: 'seen', by, at: NOW });
    expect(attestedBy({ ...ANNA, email: 'MIA@example.com' })).toThrow('a second person must attest');
    expect(attestedBy({ ...BEN, jiraAccountId: 'jira-mia' })).toThrow('a second person must attest');
    expect(attestedBy(BEN)).not.toThrow();
  });

  it.each([
    ['critical', 'P90D'],
    ['low', 'P730D'],
  ] as const)('is put off for no longer than its priority allows, however often: %s for %s', (priority, longest) => {
    const open = openFix();
    const words = { reason: 'no time', compensatingControl: 'we watch' };
    const until = addDuration(NOW, Duration.parse(longest));
    const accept = (time: string) => acceptRisk({ ...open, priority }, { until: time, ...words }, BEN, NOW, rules);
    expect(accept(until)).toMatchObject([{ type: 'Risk Accepted', data: { acceptance: { until } } }]);
    expect(() => accept(addDuration(until, Duration.parse('PT1S')))).toThrow(
      `a risk of priority ${priority} is accepted for ${longest} at a time, so until ${until}`,
    );
    expect(() => accept('2999-01-01T00:00:00.000Z')).toThrow(Refusal);
    expect(() => accept(NOW)).toThrow('is past');
  });

  it('is neither put off nor cancelled by its assignee, nor by who moved it to done', () => {
    const risk = { until: '2027-01-31T00:00:00.000Z', reason: 'no time', compensatingControl: 'we watch' };
    const open = openFix();
    const atWork = [open, claimed()].filter((state) => state !== undefined);
    const by = (person: typeof ANNA) => [
      ...atWork.map((state) => () => acceptRisk(state, risk, person, NOW, rules)),
      () => open && cancel(open, 'It was switched off.', person, NOW),
    ];
    expect(by(BEN)).toHaveLength(3);
    for (const act of by({ ...ANNA, email: 'MIA@example.com' })) expect(act).toThrow('a second person must');
    for (const act of by({ kind: 'person', id: 'x', name: 'X' })) expect(act).toThrow('share no name for people');
    for (const act of by(BEN)) expect(act).not.toThrow();
  });

  it('is not attested by who had it at the claim, even after it was handed on', () => {
    const state = claimed();
    const handedOn = {
      ...done(NOW),
      ticket: { ...ticket, assignee: { accountId: 'jira-jo', name: 'Jo', email: 'jo@x.de' } },
    };
    const events = state === undefined ? [] : syncWithTicket(state, handedOn, NOW, rules);
    const changed = events.reduce<Remediation | undefined>(applyToRemediation, state);
    const attestation = () =>
      changed &&
      attest(changed, {
        ...{ id: aPartId(), check: 1, outcome: 'pass', note: 'seen', at: NOW },
        by: { ...ANNA, email: 'mia@example.com' },
      });
    expect(attestation).toThrow('a second person must attest');
  });

  it('starts a new claim when the ticket went out of done and back while nobody looked', () => {
    const state = claimed();
    const later = addDuration(NOW, Duration.parse('P3D'));
    const events = state === undefined ? [] : syncWithTicket(state, done(later), later, rules);
    const changed = events.reduce<Remediation | undefined>(applyToRemediation, state);
    expect(changed).toMatchObject({
      state: 'claimed',
      claim: { at: later },
      reopenCount: 1,
      nextCheckAt: addDuration(later, Duration.parse('P7D')),
    });
  });

  describe('of which the ticket is closed', () => {
    const open = [step('approve'), step('request'), step('create')];
    const at = (days: number) => addDuration(NOW, Duration.parse(`P${days}D`));
    const synced = (before: Remediation | undefined, reading: ReturnType<typeof closedAs>, policy = rules) => {
      const events = before === undefined ? [] : syncWithTicket(before, reading, reading.claim.at, policy);
      return { events, state: events.reduce<Remediation | undefined>(applyToRemediation, before) };
    };

    it.each([
      ['Done', undefined],
      ['Done', 'Done'],
      ['Closed', 'Fixed'],
      ['resolved', 'FIXED'],
    ])('is claimed by %s as %s', (status, resolution) => {
      expect(synced(walk(open).state, closedAs(at(1), status, resolution)).state?.state).toBe('claimed');
    });

    it.each([
      ['Done', "Won't Do"],
      ['Closed', 'Duplicate'],
      ['Closed', 'Cannot Reproduce'],
      ["Won't fix", undefined],
      ['Fertig', 'Wird nicht erledigt'],
      ['Done', 'Something that a team made up'],
    ])('is not claimed by %s as %s: a person is asked, once, and the clock runs on', (status, resolution) => {
      const reading = closedAs(at(1), status, resolution);
      const { state, events } = synced(walk(open).state, reading);
      expect(events).toMatchObject([
        { type: 'Remediation Closed Without Claim', data: { closed: { at: at(1), by: MIA } } },
      ]);
      expect(state).toMatchObject({ state: 'open', dueAt: at(14), closedWithoutClaim: { at: at(1) } });
      expect(synced(state, reading).events).toEqual([]);
      expect(state && overdue(state, at(15)).length).toBe(1);
    });

    it('is claimed by ids that the policy names, whatever the site calls them', () => {
      const claims = [{ statuses: ['10002'], resolutions: ['10000'] }];
      const policy = { ...rules, remediation: { ...rules.remediation, claims } };
      const fertig = {
        ...closedAs(at(1), 'Fertig'),
        outcome: { status: { id: '10002', name: 'Fertig' }, resolution: { id: '10000', name: 'Fertig' } },
      };
      const states = [fertig, closedAs(at(1), 'Done', 'Done')].map(
        (one) => synced(walk(open).state, one, policy).state,
      );
      expect(states.map((one) => one?.state)).toEqual(['claimed', 'open']);
    });

    it('is claimed from the time at which the resolution was corrected, and when only the status was', () => {
      const wontDo = synced(walk(open).state, closedAs(at(1), 'Done', "Won't Do")).state;
      const corrected = { ...closedAs(at(3), 'Done', 'Done'), movedAt: at(1) };
      expect(synced(wontDo, corrected).state).toMatchObject({
        state: 'claimed',
        claim: { at: at(3) },
      });
      const claimed = synced(walk(open).state, closedAs(at(1), 'Done')).state;
      const dropped = synced(claimed, closedAs(at(1), "Won't fix")).state;
      expect(dropped).toMatchObject({ state: 'open', pushes: 1, closedWithoutClaim: { outcome: "Won't fix" } });
      expect(synced(dropped, closedAs(at(1), 'Done')).state).toMatchObject({ state: 'claimed' });
    });

    it('is claimed as before when it gets another resolution that claims, with the steps that it passed', () => {
      const { state } = walk([...open, step('move to done'), step('pass', 7)]);
      const edited = { ...closedAs(NOW, 'Done', 'Fixed'), claim: { at: at(9), by: MIA, status: 'Done' } };
      expect(state?.state).toBe('verifying');
      expect(synced(state, edited).events).toEqual([]);
      const dropped = { ...closedAs(NOW, 'Done', 'Duplicate'), claim: { at: at(9), by: MIA, status: 'Done' } };
      expect(synced(state, dropped).state).toMatchObject({ state: 'open', closedWithoutClaim: { at: at(9) } });
    });

    it('is not claimed by an old reading of which the resolution was edited', () => {
      const { state } = walk([...open, step('move to done'), step('fail', 7), step('reopen')]);
      const old = { ...closedAs(NOW, 'Done', 'Fixed'), claim: { at: at(6), by: MIA, status: 'Done' } };
      expect([state?.state, synced(state, old).events]).toEqual(['open', []]);
    });

    it('takes its claim back when it turns out not to be done', () => {
      const claimed = synced(walk(open).state, closedAs(at(1), 'Done')).state;
      const { events, state } = synced(claimed, closedAs(at(2), 'Done', 'Duplicate'));
      expect(events.map(({ type }) => type)).toEqual(['Remediation Reopened', 'Remediation Closed Without Claim']);
      expect(synced(state, closedAs(at(2), 'Done', 'Duplicate')).events).toEqual([]);
    });

    it('is at work again when people move it back, which is counted', () => {
      const closed = synced(walk(open).state, closedAs(at(1), 'Done', "Won't Do")).state;
      const { state } = synced(closed, notDone(at(2)));
      expect(state).toMatchObject({ state: 'open', pushes: 1, dueAt: at(14) });
      expect(state).not.toHaveProperty('closedWithoutClaim');
    });
  });

  describe('has a deadline that', () => {
    /** Days for the priority of the recommendation above. */
    const TERM = 14;
    const at = (days: number) => addDuration(NOW, Duration.parse(`PT${Math.round(days * 24)}H`));
    const ticketed = [step('approve'), step('request'), step('create')];
    const weekly = (weeks: number) =>
      Array.from({ length: weeks }, () => [step('move to done', 4), step('move to not done', 3)]).flat();

    it('stands, however often people move the ticket to done and back, and the moves are counted', () => {
      const { state, log } = walk([...ticketed, ...weekly(52), step('look at the deadline')]);
      expect(state).toMatchObject({ dueAt: at(TERM), firstDueAt: at(TERM), pushes: 52, reopenCount: 52 });
      expect(log.filter(({ type }) => type === 'Remediation Overdue')).toHaveLength(1);
      expect(state).toMatchObject({ overdueSince: at(TERM) });
    });

    it('is told to be over once, though the ticket goes to done and back after it', () => {
      const looks = Array.from({ length: 20 }, () => [
        step('move to done', 4),
        step('move to not done', 3),
        step('look at the deadline'),
      ]).flat();
      const { log } = walk([...ticketed, ...looks]);
      expect(log.filter(({ type }) => type === 'Remediation Overdue')).toHaveLength(1);
    });

    it('moves by a quarter of the term when evidence says no, and in all by no more than one term', () => {
      const fails = (times: number) =>
        Array.from({ length: times }, () => [step('move to done', 1), step('fail', 7), step('reopen')]).flat();
      const due = (times: number) => walk([...ticketed, ...fails(times)]).state?.dueAt;
      expect([due(1), due(2), due(20)]).toEqual([at(TERM), at(16 + TERM / 4), at(2 * TERM)]);
    });

    it('is a whole term from now when a proven fix broke: the job had been done', () => {
      const passes = [step('pass', 7), step('pass', 23), step('pass', 60)];
      const { state } = walk([...ticketed, step('move to done'), ...passes, step('fail', 40), step('reopen')]);
      expect(state).toMatchObject({ dueAt: at(130 + TERM), firstDueAt: at(TERM) });
      expect(state?.pushes).toBeUndefined();
    });
  });

  it('is cancelled before its ticket exists, but not while somebody may be creating it', () => {
    const cancel = (steps: Parameters<typeof walk>[0]) => walk([...steps, step('cancel')]).state?.state;
    expect([
      cancel([step('approve')]),
      cancel([step('approve'), step('request')]),
      cancel([step('approve'), step('request'), step('refuse')]),
    ]).toEqual(['cancelled', 'requested', 'cancelled']);
  });

  it('goes to the default route when its team is called as something that every object has', () => {
    const recommendation = aRecommendation({ ownerTeam: 'constructor' });
    expect(beginRemediation(postMortemId, recommendation, { now: NOW, tlp: 'AMBER' }, rules)).toMatchObject({
      route: rules.remediation.defaultRoute,
      routeName: 'remediation.defaultRoute',
    });
  });

  it('is due on the date that its author set, else when the time of its priority is over', () => {
    const dueAt = (of: Parameters<typeof aRecommendation>[0]) =>
      beginRemediation(postMortemId, aRecommendation({ impact: 5, ...of }), { now: NOW, tlp: 'AMBER' }, rules).dueAt;
    expect([dueAt({ dueAt: undefined }), dueAt({ dueAt: '2026-12-20T00:00:00.000Z' })]).toEqual([
      '2026-11-28T10:00:00.000Z',
      '2026-12-20T00:00:00.000Z',
    ]);
  });

  it('goes to the route of its team in the directory, and one of a team that left it to the default', () => {
    const people = { owner: 'fixes@acme.com', lead: 'lead@acme.com' };
    const { teams } = parseConfig({
      teams: { network: { ...people, route: { project: 'NET', issueType: 'Task' } }, identity: people },
    });
    const routes = { mail: { project: 'MAIL', issueType: 'Task' } };
    const configured = { ...rules, teams, remediation: { ...rules.remediation, routes } };
    const projectOf = (ownerTeam: string) =>
      beginRemediation(postMortemId, aRecommendation({ ownerTeam }), { now: NOW, tlp: 'AMBER' }, configured).route
        .project;
    expect(['network', 'identity', 'mail', 'Network'].map(projectOf)).toEqual(['NET', 'ENG', 'MAIL', 'ENG']);
  });

  it('is not attested by somebody who cannot be told from an assignee with a hidden address', () => {
    const hidden = { accountId: 'jira-x', name: 'X' };
    const state = claimed();
    const [update] =
      state === undefined
        ? []
        : syncWithTicket(state, { ...done(NOW), ticket: { ...ticket, assignee: hidden } }, NOW, rules);
    const changed = update && applyToRemediation(state, update);
    const attestedBy = (by: typeof ANNA) => () =>
      changed && attest(changed, { id: aPartId(), check: 1, outcome: 'pass', note: 'seen', by, at: NOW });
    expect(attestedBy(ANNA)).toThrow('custom:jira_account_id');
    expect(attestedBy(BEN)).not.toThrow();
  });
});
