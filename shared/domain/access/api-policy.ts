import * as z from 'zod';
import { WebAddress } from './web-address.ts';

const isHostAlone = (address: string): boolean => {
  const { pathname, search, hash } = new URL(address);
  return pathname + search + hash === '/';
};

/** The API for people and programs. */
export const ApiPolicy = z
  .strictObject({
    /** Its address, where it has a domain of the company's own. Cookies of pages, and sign-ins on them, are for this one alone. */
    address: WebAddress.refine((address) => isHostAlone(address), {
      error: 'expected the address of a host alone, without a path',
    }).optional(),
    /**
     * Points that a caller may use in a minute, so that no program takes what people get: a read takes 1, a write 2, and a search, an
     * export, an import, CSV or a look through the log 10.
     */
    perMinute: z
      .strictObject({
        person: z.int().min(60).max(100_000).prefault(1_200),
        program: z.int().min(60).max(100_000).prefault(600),
      })
      .prefault({}),
  })
  .prefault({});
export type ApiPolicy = z.infer<typeof ApiPolicy>;
