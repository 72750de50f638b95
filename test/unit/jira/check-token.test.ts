import { expect, it } from 'vitest';
import { parseConfig } from '../../../shared/domain/policy/parse-config.ts';
import { checkToken } from '../../../shared/jira/check-token.ts';

const NOW = '2026-11-26T10:00:00.000Z';
const problemOf = (tokenEndsOn: string) =>
  checkToken({ site: 'https://acme.atlassian.net', tokenEndsOn }, NOW)[0]?.problem;
const MEND = 'make a new one, put it into the secret, and its end into jira.tokenEndsOn';

it.each([
  ['2027-03-31', undefined],
  ['2026-12-11', undefined],
  ['2026-12-10', `it ends in 14 days: ${MEND}`],
  ['2026-11-27', `it ends in a day: ${MEND}`],
  ['2026-11-26', `it has ended: ${MEND}`],
  ['2026-01-01', `it has ended: ${MEND}`],
])('a token that ends on %s: %s', (endsOn, problem) => {
  expect(problemOf(endsOn)).toBe(problem);
});

it('a token of which the configuration does not say when it ends is not looked at', () => {
  expect(checkToken(parseConfig({}).jira, NOW)).toEqual([]);
});

it('a day that is none is refused where it stands', () => {
  expect(() => parseConfig({ jira: { tokenEndsOn: '31.3.2027' } })).toThrow(
    /jira\.tokenEndsOn: .* expected the day on which the token ends/,
  );
});
