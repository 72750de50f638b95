import { beforeEach, describe, expect, it, vi } from 'vitest';
import * as z from 'zod';
import { secretContent, secretsInTurn } from '../../../runtime/secrets.ts';
import { JiraCredentials } from '../../../shared/jira/credentials.ts';

const stored = vi.hoisted(() => ({ text: '' }));
vi.mock('@aws-lambda-powertools/parameters/secrets', () => ({ getSecret: () => Promise.resolve(stored.text) }));
beforeEach(() => {
  stored.text = '';
});

const messageOf = (schema: z.ZodType) =>
  secretContent('arn:jira-api', schema).then(String, (error: unknown) => String(error));

describe('the content of a secret', () => {
  it('is parsed', async () => {
    stored.text = '{"personalAccessToken": "abc"}';
    expect(await secretContent('arn:jira-api', JiraCredentials)).toEqual({ personalAccessToken: 'abc' });
  });

  it.each(['hunter2', '{"apiToken": hunter2}', '', '"hunter2"'])(
    'is not quoted when it is no login: %j',
    async (text) => {
      stored.text = text;
      const message = await messageOf(JiraCredentials);
      expect([message.includes('hunter2'), message.startsWith('Error: the secret arn:jira-api ')]).toEqual([
        false,
        true,
      ]);
    },
  );

  it('says what belongs into it', async () => {
    stored.text = '{"email": "replace-me@example.com", "apiToken": "x"}';
    expect(await messageOf(JiraCredentials)).toContain('email is still the placeholder; put one of these there');
  });

  it('names the fields of a simple one', async () => {
    stored.text = '{"other": "hunter2"}';
    expect(await messageOf(z.object({ secret: z.string(), previous: z.string().optional() }))).toBe(
      'Error: the secret arn:jira-api must be JSON with the fields secret; put them there',
    );
  });
});

describe('a secret that is being changed', () => {
  it.each([
    ['{"secret": "new", "previousSecret": "old"}', ['new', 'old']],
    ['{"secret": "new", "previousSecret": ""}', ['new']],
    ['{"secret": "new", "previousSecret": " "}', ['new']],
    ['{"secret": "new"}', ['new']],
  ])('stands before the one of before, where there is one: %s', async (text, secrets) => {
    stored.text = text;
    expect(await secretsInTurn('arn:jira-webhook')).toEqual(secrets);
  });

  it.each(['{"secret": ""}', '{"secret": " ", "previousSecret": "old"}', '{}'])(
    'is missed where it is blank: %s',
    async (text) => {
      stored.text = text;
      await expect(secretsInTurn('arn:jira-webhook')).rejects.toThrow(
        'the secret arn:jira-webhook must be JSON with the fields secret; put them there',
      );
    },
  );
});
