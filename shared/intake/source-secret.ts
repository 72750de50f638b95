import type { SourceName } from '../domain/ticket/source-names.ts';

/** `API`: with which Holdfast calls the system. `WEBHOOK`: with which the system signs what it sends. */
export type SecretPurpose = 'API' | 'WEBHOOK';

/** The environment variable that names the secret of a source: the stack sets it, functions read it. */
export function secretVariable(name: SourceName, purpose: SecretPurpose): string {
  return `${name.replaceAll('-', '_').toUpperCase()}_${purpose}_SECRET_ARN`;
}
