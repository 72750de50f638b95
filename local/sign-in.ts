import { randomBytes } from 'node:crypto';
import {
  AdminAddUserToGroupCommand,
  AdminCreateUserCommand,
  AdminSetUserPasswordCommand,
  type CognitoIdentityProviderClient,
  DescribeUserPoolClientCommand,
  UsernameExistsException,
} from '@aws-sdk/client-cognito-identity-provider';
import * as z from 'zod';
import { beginSignIn } from '../cli/sign-in/oidc.ts';
import { waysToSignIn } from '../cli/sign-in/ways-to-sign-in.ts';
import type { LocalPerson } from './local-people.ts';
import { signInAtPage } from './sign-in-page.ts';
import type { StackOutputs } from './stack-outputs.ts';

/** Puts a person into the user pool. @returns their password, a new one each time */
export async function letIn(
  pool: CognitoIdentityProviderClient,
  { UserPoolId }: Pick<StackOutputs, 'UserPoolId'>,
  { email, name, role, jiraAccountId }: LocalPerson,
): Promise<string> {
  const Password = `Aa1!${randomBytes(18).toString('base64url')}`;
  const user = { UserPoolId, Username: email };
  const created = pool.send(
    new AdminCreateUserCommand({
      ...user,
      MessageAction: 'SUPPRESS',
      UserAttributes: [
        { Name: 'email', Value: email },
        { Name: 'email_verified', Value: 'true' },
        { Name: 'name', Value: name },
        ...(jiraAccountId === undefined ? [] : [{ Name: 'custom:jira_account_id', Value: jiraAccountId }]),
      ],
    }),
  );
  await created.catch((error: unknown) => {
    // Who was there before signs in anew.
    if (!(error instanceof UsernameExistsException)) throw error;
  });
  await pool.send(new AdminSetUserPasswordCommand({ ...user, Password, Permanent: true }));
  await pool.send(new AdminAddUserToGroupCommand({ ...user, GroupName: role }));
  return Password;
}

/** Signs a person in as `holdfast login` does, at the sign-in page that the API names. @returns their id token */
export async function signInAs(apiUrl: string, { email }: LocalPerson, password: string): Promise<string> {
  const ways = await waysToSignIn(apiUrl);
  const [redirectUri = ''] = ways.redirect_uris;
  const { url, finish } = await beginSignIn(ways, redirectUri);
  const { idToken } = await finish(await signInAtPage(url, { email, password }));
  return idToken;
}

/** The access token of the scanner, by client credentials: RFC 6749, section 4.4. */
export async function scannerToken(
  pool: CognitoIdentityProviderClient,
  { UserPoolId, ScannerClientId }: StackOutputs,
  tokenUrl: string,
): Promise<string> {
  const { UserPoolClient } = await pool.send(
    new DescribeUserPoolClientCommand({ UserPoolId, ClientId: ScannerClientId }),
  );
  return programToken(tokenUrl, ScannerClientId, UserPoolClient?.ClientSecret ?? '');
}

/** The access token of a program that sends signals. */
export async function programToken(tokenUrl: string, clientId: string, secret: string): Promise<string> {
  const credentials = Buffer.from(`${clientId}:${secret}`).toString('base64');
  const response = await fetch(tokenUrl, {
    method: 'POST',
    headers: { authorization: `Basic ${credentials}`, 'content-type': 'application/x-www-form-urlencoded' },
    body: new URLSearchParams({ grant_type: 'client_credentials', scope: 'holdfast/signals.write' }),
  });
  if (!response.ok) throw new Error(`the token endpoint answered ${response.status}: ${await response.text()}`);
  return z.object({ access_token: z.string() }).parse(await response.json()).access_token;
}
