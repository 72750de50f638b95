import * as z from 'zod';
import { sha256 } from '../sha256.ts';
import { ProviderUnanswered } from './provider-answers.ts';
import type { Seals } from './seals.ts';

/**
 * Renewals of sessions whose refresh token is good for one time, by the hash of that token. What is kept is sealed: no token stands there
 * in clear, and the hash of one is no token.
 */
export type Renewals = {
  /** @returns `begun` for whoever may renew it now; else the answer of whoever did, or undefined while there is none */
  begin: (
    tokenHash: string,
    times: { now: string; leaseUntil: string },
  ) => Promise<'begun' | { answer?: string | undefined }>;
  /** Keeps the answer for those who come with the same token. Without one, the token may be used again at once. */
  end: (tokenHash: string, kept: { answer?: string; until: string }) => Promise<void>;
  /** Waits until it is worth asking again. */
  wait: () => Promise<void>;
};

const Answer = z.object({ token: z.string(), endsAt: z.string(), refreshToken: z.string().optional() });
/** An id token, and the refresh token of the next renewal, where there is another one. */
export type Renewed = z.infer<typeof Answer>;

/** Whoever renews has an answer of the provider after 5 s, or none. */
const LEASE_MS = 10_000;
/** For so long the same cookie gets the same answer: a second tab, and whoever lost the first answer. */
const KEPT_MS = 60_000;
/** Times that a second call asks for the answer of the first. */
const ASKS = 35;

/**
 * Renews once, however many tabs ask with the same cookie. A provider that rotates strictly ends the session when a refresh token comes back.
 *
 *     tab A: begin ✓ ── provider: token 1 → 2 ── keep ── answer, cookie with 2
 *     tab B: begin ✗ ── wait ─────────────────────────── the same answer, the same cookie
 *
 * @throws ProviderUnanswered also when the first call gave no answer in time
 */
export async function renewOnce(
  { renewals, seals, now }: { renewals: Renewals; seals: Seals; now: () => string },
  refreshToken: string,
  ask: () => Promise<Renewed>,
): Promise<Renewed> {
  const tokenHash = sha256(`renewal ${refreshToken}`);
  const later = (ms: number): string => new Date(Date.parse(now()) + ms).toISOString();
  for (let asked = 0; asked < ASKS; asked += 1) {
    const state = await renewals.begin(tokenHash, { now: now(), leaseUntil: later(LEASE_MS) });
    if (state === 'begun') return renew(ask, (renewed) => renewals.end(tokenHash, keptOf(renewed)));
    const kept = Answer.safeParse(state.answer === undefined ? undefined : seals.open('renewal', state.answer));
    if (kept.success) return kept.data;
    await renewals.wait();
  }
  throw new ProviderUnanswered('another tab waits for the provider');

  function keptOf(renewed: Renewed | undefined) {
    // One that was not rotated may be used again, and gives a younger token.
    if (renewed?.refreshToken === undefined) return { until: now() };
    return { answer: seals.seal('renewal', renewed), until: later(KEPT_MS) };
  }
}

/** @param end told of what came of it, undefined for nothing */
async function renew(
  ask: () => Promise<Renewed>,
  end: (renewed: Renewed | undefined) => Promise<void>,
): Promise<Renewed> {
  let renewed: Renewed | undefined;
  try {
    renewed = await ask();
    return renewed;
  } finally {
    await end(renewed);
  }
}
