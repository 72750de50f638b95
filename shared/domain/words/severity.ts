import * as z from 'zod';

/** Four levels, as in NIST SP 800-61 impact ratings and Jira's priorities without its "Lowest". */
export const Severity = z.enum(['critical', 'high', 'medium', 'low']);
export type Severity = z.infer<typeof Severity>;
