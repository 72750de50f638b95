/** `API`: with which Holdfast calls the system. `WEBHOOK`: with which the system signs what it sends. */
export type SecretPurpose = 'API' | 'WEBHOOK';

/**
 * The environment variable that names a secret: the stack sets it, functions read it.
 *
 * @param path of a source, of an instance, or of an endpoint: `pagerduty/acme` is in `PAGERDUTY_ACME_WEBHOOK_SECRET_ARN`
 */
export function secretVariable(path: string, purpose: SecretPurpose): string {
  return `${path.replaceAll(/[-/]/g, '_').toUpperCase()}_${purpose}_SECRET_ARN`;
}
