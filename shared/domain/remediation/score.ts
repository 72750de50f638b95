import * as z from 'zod';

/** Impact or feasibility of a recommendation, 1 to 5. */
export const Score = z.int().min(1).max(5);
