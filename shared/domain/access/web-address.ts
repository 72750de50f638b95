import * as z from 'zod';

export const WEB_ADDRESS_EXPECTED = 'expected an address that begins with https://';

/** Of loopback without TLS, too, which nobody listens to: emulators have no certificates. */
export const isWebAddress = (text: string): boolean =>
  /^https:\/\/|^http:\/\/(localhost|127\.0\.0\.1|\[::1\])(:\d+)?(\/|$)/.test(text);

/** An address that browsers open, without slashes at its end. */
export const WebAddress = z
  .url({ error: WEB_ADDRESS_EXPECTED })
  .refine((text) => isWebAddress(text), { error: WEB_ADDRESS_EXPECTED })
  .transform((text) => text.replace(/\/+$/, ''));
