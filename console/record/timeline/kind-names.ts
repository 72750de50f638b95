import type { Entry } from './entries.ts';

/** Kinds of entries, in the order in which they are offered. */
export const KINDS: readonly Entry['kind'][] = ['attacker', 'detection', 'decision', 'action', 'communication'];
