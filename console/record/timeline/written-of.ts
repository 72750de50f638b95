import type { Written } from './entries.ts';

/** What is to be written again after an entry was taken out, or to be changed. */
export function writtenOf({ at, what, kind, precision, role, evidencedBy, milestone, corrects }: Written): Written {
  return {
    at,
    what,
    kind,
    ...(precision === undefined ? {} : { precision }),
    ...(role === undefined ? {} : { role }),
    ...(evidencedBy === undefined ? {} : { evidencedBy }),
    ...(milestone === undefined ? {} : { milestone }),
    ...(corrects === undefined ? {} : { corrects }),
  };
}

export const saysSame = (one: Written, other: Written): boolean =>
  JSON.stringify(writtenOf(one)) === JSON.stringify(writtenOf(other));
