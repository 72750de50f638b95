import { describe, expect, it } from 'vitest';
import { cookie, cookieIn, noCookie, SESSION_COOKIE, SIGN_IN_COOKIE } from '../../../shared/session/cookies.ts';
import { sealsOf } from '../../../shared/session/seals.ts';
import { sessionCookie, TokenTooLong } from '../../../shared/session/session-cookie.ts';
import { attemptsIn, type SignInAttempt, withAttempt } from '../../../shared/session/sign-in-attempts.ts';

const NOW = '2026-01-01T00:00:00.000Z';

describe('a cookie', () => {
  it('is for the whole site, TLS and no script, and the session for own calls alone', () => {
    expect([cookie(SESSION_COOKIE, 'a', 60.9), cookie(SIGN_IN_COOKIE, 'b', -1), noCookie(SESSION_COOKIE)]).toEqual([
      '__Host-holdfast-session=a; Path=/; Max-Age=60; Secure; HttpOnly; SameSite=Strict',
      '__Host-holdfast-sign-in=b; Path=/; Max-Age=0; Secure; HttpOnly; SameSite=Lax',
      '__Host-holdfast-session=; Path=/; Max-Age=0; Secure; HttpOnly; SameSite=Strict',
    ]);
  });

  it.each([
    ['among others', ['theme=dark; __Host-holdfast-session=abc; lang=en'], 'abc'],
    ['in a header of its own', ['theme=dark', '__Host-holdfast-session=abc'], 'abc'],
    ['without its prefix, which anybody can set', ['holdfast-session=abc'], undefined],
    ['under a longer name', ['x__Host-holdfast-session=abc'], undefined],
    ['without a value', ['__Host-holdfast-session='], undefined],
    ['nowhere', [], undefined],
  ])('is found %s', (_, headers, value) => {
    expect(cookieIn(headers, SESSION_COOKIE)).toBe(value);
  });

  it('holds a refresh token of 2,900 characters, and says so of one that a browser would drop', () => {
    const of = (length: number) =>
      sessionCookie(sealsOf(['secret']), { refreshToken: 'r'.repeat(length), endsAt: '2026-01-01T12:00:00.000Z' }, NOW);
    expect(of(2_900)).toContain('Max-Age=43200');
    expect(() => of(3_100)).toThrow(TokenTooLong);
  });
});

describe('sign-ins that are under way', () => {
  const attempt = (state: string, endsAt = '2026-01-01T00:10:00.000Z'): SignInAttempt => ({
    state,
    nonce: 'n'.repeat(43),
    verifier: 'v'.repeat(43),
    returnTo: '/',
    endsAt,
  });

  it('are three at a time: a fourth takes the place of the oldest', () => {
    const kept = ['a', 'b', 'c', 'd'].reduce<SignInAttempt[]>((all, state) => withAttempt(all, attempt(state)), []);
    expect(kept.map(({ state }) => state)).toEqual(['b', 'c', 'd']);
  });

  it('end after their time, whatever the browser still keeps', () => {
    const attempts = [attempt('old', NOW), attempt('new')];
    expect(attemptsIn({ attempts }, NOW).map(({ state }) => state)).toEqual(['new']);
  });

  it.each([undefined, {}, { attempts: 'x' }, { refreshToken: 'r' }])('are none in %o', (opened) => {
    expect(attemptsIn(opened, NOW)).toEqual([]);
  });

  it('fit into a cookie, with the longest ways back', () => {
    const attempts = ['a', 'b', 'c'].map((one) => ({ ...attempt(one.repeat(43)), returnTo: `/${'p'.repeat(511)}` }));
    expect(sealsOf(['secret']).seal('sign-in', { attempts }).length + SIGN_IN_COOKIE.length).toBeLessThanOrEqual(4_096);
  });
});
