import * as z from 'zod';

/**
 * Traffic Light Protocol 2.0: who may learn of a record, from everybody to those who are named.
 * https://www.first.org/tlp/
 */
export const TLP_MARKS = ['CLEAR', 'GREEN', 'AMBER', 'AMBER+STRICT', 'RED'] as const;
export const Tlp = z.enum(TLP_MARKS);
export type Tlp = z.infer<typeof Tlp>;

/** Every look at such a record is in its audit log; its events, reports and lists tell no word of it. */
export function isRestricted(tlp: Tlp): boolean {
  return tlp === 'AMBER+STRICT' || tlp === 'RED';
}

export function stricterTlp(a: Tlp, b: Tlp): Tlp {
  return TLP_MARKS.indexOf(a) > TLP_MARKS.indexOf(b) ? a : b;
}
