import { Construct } from 'constructs';
import type { HoldfastConfig } from '../../shared/domain/policy/policy.ts';
import type { SourceName } from '../../shared/domain/ticket/source-names.ts';
import type { SecretTemplate } from '../../shared/intake/source.ts';
import { pathOf, pathsCalled, type SourceInUse } from '../../shared/intake/sources-in-use.ts';
import { constructName } from '../building-blocks/construct-name.ts';
import { GeneratedSecret } from '../building-blocks/generated-secret.ts';

/** A secret of a source, of one of its instances, or of one of its endpoints. */
export interface SourceSecret {
  /** `jira`, `pagerduty/acme`. */
  readonly path: string;
  readonly secret: GeneratedSecret;
}

/**
 * Secrets that Holdfast shares with the systems that incidents come from.
 *
 * All are made with random values, so that nothing secret stands in a template. The operator puts in the credentials that
 * the system issued, and gives the webhook secret to the system: docs/sources.
 */
export class SourceSecrets extends Construct {
  readonly source: SourceName;
  /** With which Holdfast calls the system, or each instance of it. */
  readonly apis: readonly SourceSecret[];
  /** `{"secret": …}`, with which the system signs what it sends to each endpoint. */
  readonly webhooks: readonly SourceSecret[];

  constructor(scope: Construct, { source, reaches }: SourceInUse, { config }: { config: HoldfastConfig }) {
    super(scope, `${constructName(source.name)}Secrets`);
    const { name, credentials } = source;
    this.source = name;
    const made = (path: string, purpose: 'Api' | 'Webhook', parts: SecretTemplate): SourceSecret => {
      // That of the only one keeps the id that it always had: with another, it would be a new secret.
      const id = `${purpose}${constructName(path.slice(name.length))}`;
      const secretName = `${path.replaceAll('/', '-')}-${purpose.toLowerCase()}`;
      return { path, secret: new GeneratedSecret(this, id, { config, name: secretName, ...parts }) };
    };
    this.apis =
      credentials === undefined ? [] : pathsCalled(source, config).map((path) => made(path, 'Api', credentials));
    this.webhooks = reaches.flatMap((reach) =>
      reach.by === 'webhook'
        ? [
            made(pathOf(name, reach.at), 'Webhook', {
              description: reach.webhook.secretFor,
              template: {},
              generatedKey: 'secret',
            }),
          ]
        : [],
    );
  }
}
