import type { Command } from 'commander';
import * as z from 'zod';
import { API_URL, httpUrl } from '../api/api-command.ts';
import type { CommandLine } from '../command.ts';
import { CommonOptions } from '../command-options.ts';
import { signInByBrowser } from './login.ts';
import { callerName, meAt, textOf } from './me.ts';
import { revoke } from './oidc.ts';
import { sessionsIn } from './sessions.ts';
import { signedIn } from './signed-in.ts';
import { apiAddress } from './ways-to-sign-in.ts';

const Options = CommonOptions.extend({ apiUrl: z.string().optional(), browser: z.boolean().default(true) });

/** Adds `holdfast login`, `logout`, `token` and `me` to the program. */
export function addSignIn(program: Command, { terminal, connect, now, finished, signIn }: CommandLine): void {
  const print = (asJson: boolean, value: object, text: string) =>
    terminal.out(asJson ? `${JSON.stringify(value)}\n` : text);

  program
    .command('login')
    .description('Signs you in with your browser, and keeps it until the session ends or you log out.')
    .summary('sign in')
    .argument(
      '[api-url]',
      'the address of the API; by default the output ApiUrl of the stack, for which you need AWS credentials',
      httpUrl,
    )
    .option('--no-browser', 'print the address to open, and open none')
    .addHelpText('after', LOGIN_HELP)
    .action(async (named: string | undefined, _options: unknown, command: Command) => {
      const { json, browser, apiUrl: _, ...where } = Options.parse(command.optsWithGlobals());
      const apiUrl = named ?? apiAddress((await connect(where)).output('ApiUrl'));
      const openBrowser = browser ? signIn.openBrowser : () => Promise.resolve();
      const session = await signInByBrowser(apiUrl, { terminal, openBrowser });
      await sessionsIn(signIn.sessionsPath).keep(apiUrl, session);
      const me = await meAt(apiUrl, session.idToken);
      print(json, { apiUrl, ...me }, `Signed in to ${apiUrl} as ${callerName(me)}.\n`);
      finished(true);
    });

  program
    .command('logout')
    .description('Ends your session, here and at the provider, and removes its tokens.')
    .summary('sign out')
    .option(...API_URL)
    .action(async (_options: unknown, command: Command) => {
      const { json, apiUrl: named } = Options.parse(command.optsWithGlobals());
      const sessions = sessionsIn(signIn.sessionsPath);
      const found = await sessions.find(named);
      if (found === undefined) {
        print(json, { isSignedOut: true }, 'Nobody was signed in.\n');
        finished(true);
        return;
      }
      // First here: whatever the provider answers, this machine has no tokens any more.
      await sessions.forget(found.apiUrl);
      const isRevoked = await revoke(found.session).then(
        () => true,
        () => false,
      );
      const doubt = isRevoked ? '' : ' The provider did not confirm it: a copy of the tokens would go on.';
      print(json, { isSignedOut: true, isRevoked }, `Signed out of ${found.apiUrl}.${doubt}\n`);
      finished(isRevoked);
    });

  program
    .command('token')
    .description('Prints an id token for calls of the API, renewed when it ends within a minute.')
    .summary('print a token for calls of the API')
    .option(...API_URL)
    .addHelpText('after', TOKEN_HELP)
    .action(async (_options: unknown, command: Command) => {
      const { json, apiUrl: named } = Options.parse(command.optsWithGlobals());
      const { apiUrl, session } = await signedIn(signIn.sessionsPath, now(), named);
      const { idToken: token, idTokenEndsAt: endsAt } = session;
      print(json, { apiUrl, token, endsAt }, `${token}\n`);
      finished(true);
    });

  program
    .command('me')
    .description('Shows who you are to Holdfast, and what your roles allow.')
    .summary('show who you are and what you may do')
    .option(...API_URL)
    .action(async (_options: unknown, command: Command) => {
      const { json, apiUrl: named } = Options.parse(command.optsWithGlobals());
      const { apiUrl, session } = await signedIn(signIn.sessionsPath, now(), named);
      const me = await meAt(apiUrl, session.idToken);
      print(json, { apiUrl, ...me }, textOf(me, apiUrl));
      finished(true);
    });
}

const LOGIN_HELP = `
The address of the API is all that you need; whoever deployed Holdfast tells it. The tokens are kept in a file that you alone
can read: holdfast/sessions.json in $XDG_CONFIG_HOME or ~/.config, in %APPDATA% on Windows.

Examples:
  $ holdfast login https://abc123.execute-api.eu-central-1.amazonaws.com
  $ holdfast me`;

const TOKEN_HELP = `
Examples:
  $ curl -H "authorization: Bearer $(holdfast token)" $API_URL/post-mortems
  $ holdfast token --json`;
