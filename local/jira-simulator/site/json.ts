import * as z from 'zod';

/** Any JSON value: what entity properties, custom fields and document nodes may hold. */
export const jsonSchema = z.json();

export type Json = z.infer<typeof jsonSchema>;
