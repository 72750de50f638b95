import { describe, expect, it } from 'vitest';
import { JiraCredentials } from '../../../shared/jira/credentials.ts';

const SECRET = 'ATATT3xFfGF0-secret';
const wordsOf = (content: unknown) => JiraCredentials.safeParse(content).error?.issues.map(({ message }) => message);

describe('the secret of the Jira account', () => {
  it.each([
    { email: 'holdfast@acme.com', apiToken: SECRET },
    { clientId: 'abc', clientSecret: SECRET },
    { personalAccessToken: SECRET },
  ])('is told by its fields: %j', (login) => {
    expect(JiraCredentials.parse(login)).toEqual(login);
  });

  it('may be put beside the placeholder that the stack wrote', () => {
    const generated = { email: 'replace-me@example.com', apiToken: 'generated' };
    const login = { clientId: 'abc', clientSecret: SECRET };
    expect(JiraCredentials.parse({ ...generated, ...login })).toEqual(login);
  });

  it.each([
    [{ email: 'replace-me@example.com', apiToken: SECRET }, 'email is still the placeholder;'],
    [{ email: 'holdfast@acme.com' }, 'apiToken is missing;'],
    [{ email: 'holdfast@acme.com', apiToken: '' }, 'apiToken is missing;'],
    [{ email: 'holdfast', apiToken: `${SECRET}\n` }, 'email has blanks'],
    [{ email: 'holdfast@acme.com', apiToken: `${SECRET}\n` }, 'apiToken has blanks, line breaks'],
    [{ clientId: 'abc', clientSecret: 12 }, 'clientSecret is no text;'],
    [{ clientSecret: SECRET }, 'clientId is missing;'],
    [{ personalAccessToken: `Bearer ${SECRET}` }, 'personalAccessToken has blanks'],
    [{ email: 'a@acme.com', apiToken: SECRET, clientId: 'abc', clientSecret: SECRET }, 'holds two logins;'],
    [{ token: SECRET }, 'holds no login;'],
    [SECRET, 'holds no login;'],
    [null, 'holds no login;'],
  ])('says of %j what to put there, and shows nothing of it', (content, words) => {
    const said = wordsOf(content);
    expect(said).toEqual([expect.stringContaining(words)]);
    expect(said?.[0]).toContain('{"email": "…", "apiToken": "…"}');
    expect(said?.[0]).not.toContain(SECRET);
  });
});
