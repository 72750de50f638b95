import { expect, it } from 'vitest';
import { parseConfig } from '../../../shared/domain/policy/parse-config.ts';
import { checkToken } from '../../../shared/jira/check-token.ts';

const NOW = '2026-11-26T10:00:00.000Z';
const problemsOf = (tokenEndsOn: string) =>
  checkToken({ site: 'https://acme.atlassian.net', tokenEndsOn }, NOW)[0]?.problems.map(({ problem }) => problem);

it.each([
  ['2027-03-31', []],
  ['2026-12-11', []],
  ['2026-12-10', ['it ends in 14 days, on 2026-12-10']],
  ['2026-11-27', ['it ends in a day, on 2026-11-27']],
  ['2026-11-26', ['it has ended, on 2026-11-26']],
  ['2026-01-01', ['it has ended, on 2026-01-01']],
])('a token that ends on %s: %s', (endsOn, problems) => {
  expect(problemsOf(endsOn)).toEqual(problems);
});

it('a token of which the configuration does not say when it ends is not looked at', () => {
  expect(checkToken(parseConfig({}).jira, NOW)).toEqual([]);
});

it('a day that is none is refused where it stands', () => {
  expect(() => parseConfig({ jira: { tokenEndsOn: '31.3.2027' } })).toThrow(
    /jira\.tokenEndsOn: .* expected the day on which the token ends/,
  );
});
