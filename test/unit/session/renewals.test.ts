import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ProviderUnanswered } from '../../../shared/session/provider-answers.ts';
import { hashOf, type RenewalState, type Renewals, type Renewed, renewOnce } from '../../../shared/session/renewals.ts';
import { sealsOf } from '../../../shared/session/seals.ts';
import { signOutRenewals } from '../../../shared/session/signed-out-renewals.ts';
import { mustHold } from '../../support/texts/must-hold.ts';

const seals = sealsOf(['a secret of tests']);
const NOW = '2026-11-21T09:00:00.000Z';
const at = (seconds: number): string => new Date(Date.parse(NOW) + seconds * 1_000).toISOString();
const RENEWED = { token: 'id 1', endsAt: '2026-11-21T09:15:00.000Z', refreshToken: 'refresh 2' };
const { refreshToken: _, ...NOT_ROTATED } = RENEWED;

/** Renewals as the table keeps them. @param during runs while somebody waits */
function renewalsInMemory(during: () => void = () => {}) {
  const items = new Map<string, RenewalState & { until: string }>();
  const renewals: Renewals = {
    async begin(tokenHash, { now, leaseUntil }) {
      const item = items.get(tokenHash);
      if (item !== undefined && item.until > now) return item;
      items.set(tokenHash, { until: leaseUntil });
      return 'begun';
    },
    async read(tokenHash, now) {
      const item = items.get(tokenHash);
      return item !== undefined && item.until > now ? item : undefined;
    },
    async end(tokenHash, kept) {
      if (items.get(tokenHash)?.isSignedOut === true) return 'signed out';
      items.set(tokenHash, kept);
      return 'ended';
    },
    async signOut(tokenHash, until) {
      const item = items.get(tokenHash);
      items.set(tokenHash, { isSignedOut: true, until });
      return item;
    },
    wait: async () => during(),
  };
  return { renewals, items };
}

const toNobody = () => Promise.reject(new Error('asked twice'));
function callsOf(renewals: Renewals) {
  const warnings: string[] = [];
  const revoked: string[] = [];
  const warn = (message: string) => void warnings.push(message);
  return {
    warnings,
    revoked,
    renew: (refreshToken: string, renew: () => Promise<Renewed>, now = NOW) =>
      renewOnce({ renewals, seals, now: () => now, warn }, refreshToken, {
        renew,
        revoke: async (token) => void revoked.push(token),
      }),
    signOut: (refreshToken: string) => signOutRenewals({ renewals, seals, warn }, refreshToken, at(3_600)),
  };
}

describe('a renewal', () => {
  it('is free again at once when the provider gave no answer', async () => {
    const { renew } = callsOf(renewalsInMemory().renewals);
    await expect(renew('refresh 1', () => Promise.reject(new Error('no answer')))).rejects.toThrow('no answer');
    expect(await renew('refresh 1', async () => RENEWED)).toEqual(RENEWED);
  });

  it('that rotated nothing is not kept: the next one gives a younger token', async () => {
    const { renew } = callsOf(renewalsInMemory().renewals);
    await renew('refresh 1', async () => NOT_ROTATED);
    const younger = { ...NOT_ROTATED, token: 'id 2' };
    expect(await renew('refresh 1', async () => younger)).toEqual(younger);
  });

  it('waits for the one under way, and gives its answer', async () => {
    const { renewals } = renewalsInMemory();
    const { renew } = callsOf(renewals);
    const [first, second] = await Promise.all([renew('refresh 1', async () => RENEWED), renew('refresh 1', toNobody)]);
    expect([first, second]).toEqual([RENEWED, RENEWED]);
  });

  it('is not made again for a minute and a half: the new cookie gets the same answer, and no cookie', async () => {
    const { renew } = callsOf(renewalsInMemory().renewals);
    await renew('refresh 1', async () => RENEWED);
    const next = { ...RENEWED, token: 'id 2', refreshToken: 'refresh 3' };
    expect(await renew('refresh 2', toNobody, at(89))).toEqual(NOT_ROTATED);
    expect(await renew('refresh 2', async () => next, at(90))).toEqual(next);
  });

  it('gives up after a while, and keeps the session', async () => {
    const { renewals, items } = renewalsInMemory();
    items.set(hashOf('refresh 1'), { until: at(10) });
    await expect(callsOf(renewals).renew('refresh 1', toNobody)).rejects.toThrow(ProviderUnanswered);
  });

  it('reaches its browser also when the table does not take it, and the log says so', async () => {
    const { renewals } = renewalsInMemory();
    const { renew, warnings } = callsOf({ ...renewals, end: () => Promise.reject(new Error('throttled')) });
    expect(await renew('refresh 1', async () => RENEWED)).toEqual(RENEWED);
    expect(warnings).toContain('the renewal of a session is not kept: another tab may lose it');
  });

  it('that the provider refused is told so also when the table does not take that', async () => {
    const { renewals } = renewalsInMemory();
    const { renew } = callsOf({ ...renewals, end: () => Promise.reject(new Error('throttled')) });
    await expect(renew('refresh 1', () => Promise.reject(new Error('refused')))).rejects.toThrow('refused');
  });
});

describe('whoever comes with an older cookie', () => {
  /** An id token that is good for a few seconds is held for no more than half of them. */
  const short = (of: number, from: number) => ({
    token: `id ${of}`,
    endsAt: at(from + 2),
    refreshToken: `refresh ${of + 1}`,
  });

  it('gets the answer and the cookie of the newest renewal that is kept', async () => {
    const { renew } = callsOf(renewalsInMemory().renewals);
    await renew('refresh 1', async () => short(1, 0));
    await renew('refresh 2', async () => short(2, 2), at(2));
    await renew('refresh 3', async () => short(3, 4), at(4));
    expect(await renew('refresh 1', toNobody, at(5))).toEqual(short(3, 4));
  });

  it('waits for a renewal of the newer one that is under way', async () => {
    const { renewals, items } = renewalsInMemory(() => {
      items.set(hashOf('refresh 2'), { answer: seals.seal('renewal', short(2, 2)), until: at(60) });
    });
    const { renew } = callsOf(renewals);
    await renew('refresh 1', async () => short(1, 0));
    items.set(hashOf('refresh 2'), { until: at(12) });
    expect(await renew('refresh 1', toNobody, at(3))).toEqual(short(2, 2));
  });

  /** Around the half minutes, at which what is kept and held ends. */
  const AroundHalfMinutes = fc
    .tuple(fc.nat({ max: 12 }), fc.constantFrom(-1, 0, 1))
    .map(([halves, beside]) => Math.max(0, halves * 30 + beside));
  const Calls = fc.array(
    fc.record({ at: AroundHalfMinutes, there: fc.constantFrom(0, 1, 9), back: fc.constantFrom(0, 1, 29) }),
    { maxLength: 12 },
  );
  it('never ends the session at a strict provider, in whatever order answers of half a minute reach the browser', async () => {
    await mustHold(
      fc.asyncProperty(Calls, async (calls) => {
        let time = 0;
        let cookie = 'refresh 1';
        let newest = 1;
        const reused: string[] = [];
        const { renew } = callsOf(renewalsInMemory().renewals);
        const steps = calls.map((call) => ({ at: call.at, run: () => leave(call) }));
        for (let step = next(); step !== undefined; step = next()) {
          time = step.at;
          await step.run();
        }
        expect(reused).toEqual([]);

        function next() {
          steps.sort((a, b) => a.at - b.at);
          return steps.shift();
        }
        async function leave({ there, back }: { there: number; back: number }) {
          const sent = cookie;
          steps.push({ at: time + there, run: () => arrive(sent, back) });
        }
        async function arrive(sent: string, back: number) {
          const renewed = await renew(sent, () => provider(sent), at(time));
          const set: unknown = Object(renewed).refreshToken;
          const run = async () => {
            if (typeof set === 'string') cookie = set;
          };
          steps.push({ at: time + back, run });
        }
        async function provider(sent: string): Promise<Renewed> {
          if (sent !== `refresh ${newest}`) reused.push(sent);
          newest += 1;
          return { token: `id ${newest}`, endsAt: at(time + 900), refreshToken: `refresh ${newest}` };
        }
      }),
      { runs: 2_000 },
    );
  });
});

describe('a session that is signed out', () => {
  it('has no kept answer any more, with the cookie from before and with that from after a renewal', async () => {
    const { renew, signOut } = callsOf(renewalsInMemory().renewals);
    await renew('refresh 1', async () => RENEWED);
    const { tokens } = await signOut('refresh 2');
    expect(tokens).toEqual(['refresh 2']);
    expect([await renew('refresh 1', toNobody), await renew('refresh 2', toNobody)]).toEqual([
      'signed out',
      'signed out',
    ]);
  });

  it('by an older cookie is so with the newest one', async () => {
    const { renew, signOut } = callsOf(renewalsInMemory().renewals);
    await renew('refresh 1', async () => RENEWED);
    expect(await signOut('refresh 1')).toEqual({ tokens: ['refresh 1', 'refresh 2'], areMarked: true });
    expect(await renew('refresh 2', toNobody)).toBe('signed out');
  });

  it('gives nothing to a renewal that was under way, whose new token is revoked', async () => {
    const { renew, revoked, signOut } = callsOf(renewalsInMemory().renewals);
    const underWay = renew('refresh 1', async () => {
      await signOut('refresh 1');
      return RENEWED;
    });
    expect([await underWay, revoked, await renew('refresh 1', toNobody)]).toEqual([
      'signed out',
      ['refresh 2'],
      'signed out',
    ]);
  });

  it('gives nothing to a renewal under way that rotated nothing', async () => {
    const { renew, signOut } = callsOf(renewalsInMemory().renewals);
    const underWay = renew('refresh 1', async () => {
      await signOut('refresh 1');
      return NOT_ROTATED;
    });
    expect(await underWay).toBe('signed out');
  });

  it('is said to be not ended when the table does not take it', async () => {
    const { renewals } = renewalsInMemory();
    const { signOut } = callsOf({ ...renewals, signOut: () => Promise.reject(new Error('throttled')) });
    expect(await signOut('refresh 1')).toEqual({ tokens: ['refresh 1'], areMarked: false });
  });
});
