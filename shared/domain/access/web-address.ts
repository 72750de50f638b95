import * as z from 'zod';

/** An address that browsers open. Of loopback without TLS, too, which nobody listens to: emulators have no certificates. */
export const WebAddress = z
  .url({ error: 'expected an address that begins with https://' })
  .refine((text) => /^https:\/\/|^http:\/\/(localhost|127\.0\.0\.1|\[::1\])(:\d+)?(\/|$)/.test(text), {
    error: 'expected an address that begins with https://',
  })
  .transform((text) => text.replace(/\/+$/, ''));
