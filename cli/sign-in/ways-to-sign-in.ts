import { PROTECTED_RESOURCE_PATH, ProtectedResource } from '../../shared/sign-in/protected-resource.ts';
import { CommandFailure } from '../failure.ts';

/** How to sign in to an installation, as its API tells everybody. @throws CommandFailure when there is none at the address */
export async function waysToSignIn(apiUrl: string): Promise<ProtectedResource['command_line']> {
  mustBeSafe(apiUrl);
  const response = await fetch(`${apiUrl}${PROTECTED_RESOURCE_PATH}`, { redirect: 'error' });
  const parsed = ProtectedResource.safeParse(await response.json().catch(() => undefined));
  if (!response.ok || !parsed.success) {
    throw new CommandFailure(
      `${apiUrl} is no API of Holdfast, or of an older version (it answered ${response.status})`,
      'take the output ApiUrl of the stack, without what stands behind the host',
    );
  }
  const { command_line: found } = parsed.data;
  for (const address of [found.authorization_endpoint, found.token_endpoint]) mustBeSafe(address);
  return found;
}

const isLoopback = ({ hostname }: URL): boolean => ['localhost', '127.0.0.1', '[::1]'].includes(hostname);

/** Without TLS whoever is on the way has the tokens. */
function mustBeSafe(address: string): void {
  const url = new URL(address);
  if (url.protocol === 'https:' || (url.protocol === 'http:' && isLoopback(url))) return;
  throw new CommandFailure(
    `${address} is not safe: it does not begin with https://`,
    'use the https address of the API',
  );
}

/** The address of an API as sessions are kept by it: without slashes at its end. */
export const apiAddress = (text: string): string => text.replace(/\/+$/, '');
