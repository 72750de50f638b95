import { describe, expect, it } from 'vitest';
import { floorIn } from '../../../shared/jira/limits/floor.ts';
import { limitScopesOf } from '../../../shared/jira/limits/limit-scope.ts';

const NOW = Date.parse('2026-11-21T10:00:00.000Z');
const WRITE = { method: 'POST', path: '/rest/api/3/issue/10001/comment' };

const answer = (status: number, headers: Record<string, string> = {}) => ({ status, headers: new Headers(headers) });

describe('the limits that hold for a request', () => {
  it.each([
    ['a read of one issue', 'GET', '/rest/api/3/issue/10001', ['all', 'endpoint GET issue/*']],
    ['a write to it', 'PUT', '/rest/api/3/issue/10001', ['all', 'endpoint PUT issue/*', 'issue 10001']],
    [
      'a write to what is its own',
      'POST',
      '/rest/api/3/issue/SEC-7/comment',
      ['all', 'endpoint POST issue/*/comment', 'issue SEC-7'],
    ],
    [
      'a write to Data Center',
      'POST',
      '/rest/api/2/issue/10001/transitions',
      ['all', 'endpoint POST issue/*/transitions', 'issue 10001'],
    ],
    ['a creation', 'POST', '/rest/api/3/issue', ['all', 'endpoint POST issue']],
    ['many creations', 'POST', '/rest/api/3/issue/bulk', ['all', 'endpoint POST issue/bulk']],
    [
      'a question about a project',
      'GET',
      '/rest/api/3/issue/createmeta/NET/issuetypes/10002',
      ['all', 'endpoint GET issue/createmeta/*/issuetypes/*'],
    ],
    ['who we are', 'GET', '/rest/api/3/myself', ['all', 'endpoint GET myself']],
  ])('are for %s those of its endpoint, and of the issue that it writes to', (_, method, path, scopes) => {
    expect(limitScopesOf({ method, path })).toEqual(scopes);
  });
});

describe('an answer', () => {
  it.each([
    ['jira-burst-based', 'endpoint POST issue/*/comment'],
    ['jira-per-issue-on-write', 'issue 10001'],
    ['jira-quota-tenant-based', 'all'],
    ['jira-quota-global-based', 'all'],
    ['something new', 'endpoint POST issue/*/comment'],
  ])('that names the reason %s holds back %s', (reason, scope) => {
    const headers = { 'retry-after': '3', 'ratelimit-reason': reason };
    expect(floorIn(WRITE, answer(429, headers), NOW)).toEqual({ scope, notBefore: NOW + 3_000, reason });
  });

  it.each([
    [
      'of 429 without a reason holds back its endpoint',
      answer(429, { 'retry-after': '3' }),
      'endpoint POST issue/*/comment',
      3_000,
    ],
    ['of 503 holds back all', answer(503, { 'retry-after': '3' }), 'all', 3_000],
    [
      'with a date holds back until then',
      answer(503, { 'retry-after': 'Sat, 21 Nov 2026 10:01:00 GMT' }),
      'all',
      60_000,
    ],
    ['with nonsense holds back for two hours', answer(503, { 'retry-after': '999999999' }), 'all', 7_200_000],
  ])('%s', (_, given, scope, waitMs) => {
    expect(floorIn(WRITE, given, NOW)).toEqual({ scope, notBefore: NOW + waitMs });
  });

  it.each([
    ['that is good, though Data Center adds a time', answer(200, { 'retry-after': '30' })],
    ['of 429 with the nothing of Data Center', answer(429, { 'retry-after': '0' })],
    ['of 429 that says no time', answer(429)],
    ['of 429 with a time that is none', answer(429, { 'retry-after': 'soon' })],
    ['of another fault', answer(500, { 'retry-after': '3' })],
  ])('%s holds back nothing', (_, given) => {
    expect(floorIn(WRITE, given, NOW)).toBeUndefined();
  });
});
