import { createHash } from 'node:crypto';

/** The hash of the audit chain: 64 hexadecimal digits. */
export const sha256 = (text: string): string => createHash('sha256').update(text, 'utf8').digest('hex');
