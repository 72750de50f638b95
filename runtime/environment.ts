import * as z from 'zod';

/** An environment variable that must be there. */
export const Variable = z.string().min(1);

/**
 * The environment variables that a function needs, read once at start.
 *
 * @throws Error that names every variable that is missing
 */
export function environment<Shape extends z.ZodRawShape>(shape: Shape): z.infer<z.ZodObject<Shape>> {
  const parsed = z.object(shape).safeParse(process.env);
  if (parsed.success) return parsed.data;
  const missing = parsed.error.issues.map(({ path }) => path.join('.'));
  throw new Error(`environment variables missing: ${missing.join(', ')}`);
}
