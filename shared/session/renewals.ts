import * as z from 'zod';
import { sha256 } from '../sha256.ts';
import { ProviderUnanswered } from './provider-answers.ts';
import type { Seals } from './seals.ts';

/** What is known of a token: an answer, that its session is signed out, or neither while somebody renews it. */
export type RenewalState = { answer?: string | undefined; isSignedOut?: boolean | undefined };

/**
 * Renewals of sessions whose refresh token is good for one time, by the hash of that token. What is kept is sealed: no token stands there
 * in clear, and the hash of one is no token.
 */
export type Renewals = {
  /** @returns `begun` for whoever may renew it now; else what is known of it */
  begin: (tokenHash: string, times: { now: string; leaseUntil: string }) => Promise<'begun' | RenewalState>;
  /** @returns undefined for a token of which nothing counts any more, or did so far */
  read: (tokenHash: string, now: string) => Promise<RenewalState | undefined>;
  /** Keeps the answer for those who come with the same token. Without one, the token may be used again at once. A sign-out stays. */
  end: (tokenHash: string, kept: { answer?: string; until: string }) => Promise<'ended' | 'signed out'>;
  /** Marks the token as signed out, whoever renews it. @returns what stood there, in the same step */
  signOut: (tokenHash: string, until: string) => Promise<RenewalState | undefined>;
  /** Waits until it is worth asking again. */
  wait: () => Promise<void>;
};

const Answer = z.object({ token: z.string(), endsAt: z.string(), refreshToken: z.string().optional() });
/** An id token, and the refresh token of the next renewal, where there is another one. */
export type Renewed = z.infer<typeof Answer>;

export type KeptRenewals = {
  renewals: Renewals;
  seals: Seals;
  now: () => string;
  warn: (message: string, fields: Record<string, unknown>) => void;
};

/** Whoever renews has an answer of the provider after 5 s, or none. */
const LEASE_MS = 10_000;
/** For so long the same cookie gets the same answer: a second tab, and whoever lost the first answer. */
const KEPT_MS = 60_000;
/**
 * For so long the new cookie, too, gets the same answer, and is not renewed. The browser may take the answers of its tabs in any order: an
 * answer that was given at the end of the minute, and is under way for half a minute more, puts no older cookie over a newer one.
 */
const HELD_MS = 90_000;
/** Times that a second call asks for the answer of the first. */
const ASKS = 35;

export const hashOf = (refreshToken: string): string => sha256(`renewal ${refreshToken}`);

export function answerIn(seals: Seals, state: RenewalState | undefined): Renewed | undefined {
  const parsed = Answer.safeParse(state?.answer === undefined ? undefined : seals.open('renewal', state.answer));
  return parsed.success ? parsed.data : undefined;
}

/** Of an error of the table, its name: its message may tell of the item. */
export const errorName = (error: unknown): string => (error instanceof Error ? error.name : 'unknown');

/**
 * Renews once, however many tabs ask with the same cookie. A provider that rotates strictly ends the session when a refresh token comes back.
 *
 *     tab A: begin ✓ ── provider: token 1 → 2 ── keep ── answer, cookie with 2
 *     tab B: begin ✗ ── wait ─────────────────────────── the same answer, the same cookie
 *
 * Whoever comes with an older cookie gets the answer of the newest renewal that is kept.
 *
 * @throws ProviderUnanswered also when the first call gave no answer in time
 */
export async function renewOnce(
  kept: KeptRenewals,
  refreshToken: string,
  provider: { renew: () => Promise<Renewed>; revoke: (refreshToken: string) => Promise<unknown> },
): Promise<Renewed | 'signed out'> {
  const { renewals, seals, now } = kept;
  let newest: { token: string; answer?: Renewed } = { token: refreshToken };
  for (let asked = 0; asked < ASKS; asked += 1) {
    const state = await stateOf(newest);
    if (state === 'begun') return renewAsFirst(kept, refreshToken, provider);
    if (state === undefined && newest.answer !== undefined) return newest.answer;
    if (state?.isSignedOut === true) return 'signed out';
    const answer = answerIn(seals, state);
    if (answer === undefined) {
      await renewals.wait();
    } else {
      const { refreshToken: next, ...own } = answer;
      // Held: a browser that has its cookie already is not given it again, or it might come after a newer one.
      if (next === newest.token) return next === refreshToken ? own : answer;
      if (next === undefined) return answer;
      newest = { token: next, answer };
    }
  }
  throw new ProviderUnanswered('another tab waits for the provider');

  /** Only the token of the cookie is renewed: whoever has a newer one has its cookie. */
  function stateOf({ token, answer }: typeof newest) {
    const tokenHash = hashOf(token);
    return answer === undefined
      ? renewals.begin(tokenHash, { now: now(), leaseUntil: later(now(), LEASE_MS) })
      : renewals.read(tokenHash, now());
  }
}

const later = (from: string, ms: number): string => new Date(Date.parse(from) + ms).toISOString();

async function renewAsFirst(
  { renewals, seals, now, warn }: KeptRenewals,
  refreshToken: string,
  provider: Parameters<typeof renewOnce>[2],
): Promise<Renewed | 'signed out'> {
  const renewed = await provider.renew().catch(async (error: unknown) => {
    await end(refreshToken, { until: now() });
    throw error;
  });
  const { refreshToken: next } = renewed;
  // One that was not rotated may be used again, and gives a younger token.
  if (next === undefined) return (await end(refreshToken, { until: now() })) === 'signed out' ? 'signed out' : renewed;
  const answer = seals.seal('renewal', renewed);
  await end(next, { answer, until: heldUntil(renewed.endsAt, now()) });
  if ((await end(refreshToken, { answer, until: later(now(), KEPT_MS) })) !== 'signed out') return renewed;
  // Whoever signed out knew nothing of the new one.
  await provider.revoke(next);
  return 'signed out';

  /** The provider's answer is the only one there is: it goes to the browser whether or not it could be kept. */
  async function end(token: string, what: Parameters<Renewals['end']>[1]) {
    try {
      return await renewals.end(hashOf(token), what);
    } catch (error) {
      warn('the renewal of a session is not kept: another tab may lose it', { because: errorName(error) });
      return 'not kept';
    }
  }
}

/** An id token is held for half of its life at most: whoever gets it has something of it. */
function heldUntil(endsAt: string, now: string): string {
  const halfLife = Math.max(0, (Date.parse(endsAt) - Date.parse(now)) / 2);
  return later(now, Math.min(HELD_MS, halfLife));
}
