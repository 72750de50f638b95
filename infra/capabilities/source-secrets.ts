import { Construct } from 'constructs';
import type { HoldfastConfig } from '../../shared/domain/policy/policy.ts';
import type { SourceName } from '../../shared/domain/ticket/source-names.ts';
import type { SourceInUse } from '../../shared/intake/sources-in-use.ts';
import { constructName } from '../building-blocks/construct-name.ts';
import { GeneratedSecret } from '../building-blocks/generated-secret.ts';

/**
 * Secrets that Holdfast shares with the systems that incidents come from.
 *
 * Both are made with random values, so that nothing secret stands in a template. The operator puts in the credentials that
 * the system issued, and gives the webhook secret to the system: docs/sources.
 */
export class SourceSecrets extends Construct {
  readonly source: SourceName;
  /** With which Holdfast calls the system. */
  readonly api: GeneratedSecret | undefined;
  /** `{"secret": …}`, with which the system signs what it sends. */
  readonly webhook: GeneratedSecret | undefined;

  constructor(scope: Construct, { source, reaches }: SourceInUse, { config }: { config: HoldfastConfig }) {
    super(scope, `${constructName(source.name)}Secrets`);
    this.source = source.name;
    if (source.credentials !== undefined) {
      this.api = new GeneratedSecret(this, 'Api', { config, name: `${source.name}-api`, ...source.credentials });
    }
    const sent = reaches.find((reach) => reach.by === 'webhook');
    if (sent !== undefined) {
      this.webhook = new GeneratedSecret(this, 'Webhook', {
        config,
        name: `${source.name}-webhook`,
        description: sent.webhook.secretFor,
        template: {},
        generatedKey: 'secret',
      });
    }
  }
}
