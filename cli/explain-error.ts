import * as z from 'zod';
import { NotFound } from '../shared/store/errors.ts';
import { CommandFailure } from './failure.ts';

const NO_CREDENTIALS = ['CredentialsProviderError', 'TokenProviderError'];
const DEAD_CREDENTIALS = [
  'ExpiredToken',
  'ExpiredTokenException',
  'InvalidAccessKeyId',
  'InvalidClientTokenId',
  'SignatureDoesNotMatch',
  'UnrecognizedClientException',
];
const DENIED = ['AccessDenied', 'AccessDeniedException', 'UnauthorizedOperation'];
const UNREACHABLE = ['ECONNREFUSED', 'ECONNRESET', 'EHOSTUNREACH', 'ENOTFOUND', 'ETIMEDOUT'];

const SystemError = z.object({ code: z.string(), address: z.string().optional(), hostname: z.string().optional() });

/** Explains an error of AWS, of the network or of ours to whoever typed the command; undefined for an unforeseen one. */
export function explained(error: unknown): CommandFailure | undefined {
  if (error instanceof CommandFailure) return error;
  if (!(error instanceof Error)) return undefined;
  const { name, message } = error;
  const failure = (what: string, advice: string) => new CommandFailure(what, advice, { cause: error });
  if (error instanceof NotFound) return failure(message, 'look for a wrong character, or name another --stack');
  if (NO_CREDENTIALS.includes(name)) {
    return failure('no AWS credentials were found', 'sign in (aws sso login), or set AWS_PROFILE or AWS_ACCESS_KEY_ID');
  }
  if (DEAD_CREDENTIALS.includes(name)) return failure(`AWS refuses the credentials: ${message}`, 'sign in again');
  if (DENIED.includes(name)) {
    return failure(`you may not do this: ${message}`, 'docs/guide.md lists the rights that each command needs');
  }
  if (message === 'Region is missing')
    return failure('no AWS region is set', 'name it with --region, or set AWS_REGION');
  const system = SystemError.safeParse(innermost(error)).data;
  if (system !== undefined && UNREACHABLE.includes(system.code)) {
    const address = system.hostname ?? system.address ?? 'the endpoint';
    return failure(`${address} does not answer (${system.code})`, 'check --endpoint-url, --region and the network');
  }
  if ('$metadata' in error) return failure(`AWS answered ${name}: ${message}`, 'try again; what was done stays done');
  return undefined;
}

/** Node tries every address of a name, and then throws all failures as one. */
function innermost(error: unknown): unknown {
  return error instanceof AggregateError ? error.errors[0] : error;
}
