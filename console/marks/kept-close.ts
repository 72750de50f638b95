import type { Tlp } from './tlp-order.ts';

/** Of such a record nothing stays on the device. */
export const isKeptClose = (tlp: Tlp): boolean => tlp === 'RED' || tlp === 'AMBER+STRICT';
