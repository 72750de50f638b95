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
  })
  .prefault({});
