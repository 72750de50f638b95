import { describe, expect, it } from 'vitest';
import { CommandFailure } from '../../../cli/failure.ts';
import type { Whereabouts } from '../../../cli/installation.ts';
import { run } from '../../../cli/program.ts';
import { ownVersion } from '../../../cli/version.ts';
import { NO_SIGN_IN } from '../../support/machine/no-sign-in.ts';
import { testTerminal } from '../../support/machine/test-terminal.ts';
import { NOW } from '../../support/world/records.ts';

const ID = '01KA0000000000000000000001';

/** Runs a command line that gets no further than to the installation. */
async function tried(args: string[], connected: () => Error = () => new CommandFailure('no such stack', 'name it')) {
  const { terminal, out, err } = testTerminal();
  const asked: Whereabouts[] = [];
  const connect = (where: Whereabouts) => {
    asked.push(where);
    return Promise.reject(connected());
  };
  const exitCode = await run(args, { terminal, connect, signIn: NO_SIGN_IN, now: () => NOW });
  return { exitCode, out: out(), err: err(), asked };
}

describe('the command line', () => {
  it.each([
    [['--help'], 'verify-chain [post-mortem]'],
    [['verify-chain', '--help'], '--endpoint-url <url>'],
    [['redrive', '--help'], '--dry-run'],
    [['regrade', '--help'], '--at-most <count>'],
    [['backfill', '--help'], '--at-most <count>'],
    [['reindex', '--help'], 'It can be run again at any time'],
    [['aside', '--help'], 'quarantine|aside'],
    [['check', '--help'], 'doctor|check'],
    [['help', 'redrive'], '--dry-run'],
    [['route', '--help'], '--team <name>'],
    [['route', '--team', 'network'], 'remediation.defaultRoute: Task in ENG'],
    [['--version'], ownVersion()],
  ])('helps: %j', async (args, expected) => {
    const { exitCode, out } = await tried(args);
    expect([exitCode, out]).toEqual([0, expect.stringContaining(expected)]);
  });

  it.each([
    [[], 'Usage: holdfast'],
    [['nope'], "unknown command 'nope'"],
    [['redrive', '--force'], "unknown option '--force'"],
    [['verify-chain', 'SEC-1'], 'It is no id of a post-mortem'],
    [['redrive', '--endpoint-url', 'localhost'], 'It is no URL'],
    [['redrive', 'open-post-mortem', '--all'], 'name a queue, or --all, not both'],
    [['route'], 'name a record and a recommendation in it, or a --team'],
    [['route', '--team', 'network', '--severity', 'urgent'], 'Allowed choices are critical, high, medium, low'],
    [['remediation', 'list', '--state', 'open', '--grade', 'proven'], 'cannot be used with'],
    [['remediation', 'attest', 'SEC-1', ID, '--check', '-1'], 'It is no whole number from 0'],
    [['lesson', 'in-place', 'SEC-1', 'L-1', '--document-version', '3.1'], 'It is no id'],
    [['lesson', 'in-place', 'SEC-1', ID, '--document-version', '3', '--trained', 'many'], '--trained <number>'],
    [['lesson', 'in-place', 'SEC-1', ID, '--document-version', '3', '--people', '0'], 'It is no whole number above 0'],
    [['search'], "missing required argument 'words'"],
    [['regrade', '--apply'], '--apply needs --by <e-mail>'],
    [['regrade', '--apply', '--by', 'Lea'], 'It is no e-mail address'],
    [['regrade', '--apply', '--by', 'lea@acme.example', '--at-most', '0'], 'It is no whole number above 0'],
    [['regrade', '--apply', '--dry-run', '--by', 'lea@acme.example'], 'cannot be used with'],
  ])('answers 2 when it does not understand: %j', async (args, expected) => {
    const { exitCode, err, asked } = await tried(args);
    expect([exitCode, err, asked]).toEqual([2, expect.stringContaining(expected), []]);
  });

  it('looks for the stack that an option names, wherever the option stands', async () => {
    const before = await tried(['--stack', 'Trial', '--region', 'eu-west-1', 'verify-chain']);
    const after = await tried(['verify-chain', '--stack', 'Trial', '--region', 'eu-west-1']);
    const byDefault = await tried(['redrive']);
    expect([before.asked, after.asked, byDefault.asked]).toEqual([
      [{ stack: 'Trial', region: 'eu-west-1' }],
      [{ stack: 'Trial', region: 'eu-west-1' }],
      [{ stack: 'Holdfast' }],
    ]);
  });

  it('says what went wrong and what to do, as text or as JSON, and answers 1', async () => {
    const text = await tried(['redrive']);
    const json = await tried(['redrive', '--json']);
    expect([text.exitCode, text.err, text.out]).toEqual([1, 'holdfast: no such stack\n  name it\n', '']);
    expect([json.exitCode, JSON.parse(json.err)]).toEqual([1, { error: 'no such stack', mend: 'name it' }]);
  });

  it.each([
    [named('CredentialsProviderError', 'Could not load credentials'), 'no AWS credentials were found'],
    [named('ExpiredTokenException', 'The token has expired'), 'AWS refuses the credentials'],
    [named('AccessDeniedException', 'not authorized to perform: dynamodb:Query'), 'dynamodb:Query'],
    [new Error('Region is missing'), 'no AWS region is set'],
    [Object.assign(new Error('connect'), { code: 'ECONNREFUSED', address: '127.0.0.1' }), '127.0.0.1 does not answer'],
  ])('explains %s', async (error, expected) => {
    const { exitCode, err } = await tried(['redrive'], () => error);
    expect([exitCode, err]).toEqual([1, expect.stringContaining(expected)]);
  });

  it('hides no error of its own', async () => {
    await expect(tried(['redrive'], () => new TypeError('x is not a function'))).rejects.toThrow(TypeError);
  });
});

function named(name: string, message: string): Error {
  return Object.assign(new Error(message), { name });
}
