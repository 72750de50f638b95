import * as z from 'zod';

/** Names a part within its file: its id where it comes from, or any short word of whoever writes the file. */
export const Label = z.string().min(1).max(100);
export const label = { id: Label.optional() };
