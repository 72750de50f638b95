import * as z from 'zod';

/** Any JSON value: what entity properties, custom fields and document nodes may hold. */
export const jsonValueSchema = z.json();

export type Json = z.infer<typeof jsonValueSchema>;
