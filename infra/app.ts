import { join } from 'node:path';
import { App } from 'aws-cdk-lib';
import * as z from 'zod';
import { InvalidConfig } from '../shared/domain/policy/parse-config.ts';
import { checkAgainstAwsSolutions } from './building-blocks/nag.ts';
import { bundleFunctions } from './bundle/bundle.ts';
import { HoldfastStack } from './holdfast-stack.ts';
import { readConfig, UnreadableConfig } from './read-config.ts';

const app = new App();
/** Context values, as `cdk … -c name=value` sets them. */
const context = z
  .object({
    config: z.string().default('holdfast.config.ts'),
    stackName: z.string().default('Holdfast'),
    emulator: z.union([z.boolean(), z.stringbool()]).default(false),
  })
  .parse({
    config: app.node.tryGetContext('config'),
    stackName: app.node.tryGetContext('stackName'),
    emulator: app.node.tryGetContext('emulator'),
  });

try {
  const config = await readConfig(context.config);
  const bundles = await bundleFunctions({ config, outDir: join(app.outdir, 'functions') });
  new HoldfastStack(app, context.stackName, {
    description: 'Holdfast: post-incident reviews whose fixes are proven',
    config,
    bundles,
    keepsArchive: !context.emulator,
  });
  checkAgainstAwsSolutions(app);
  app.synth();
} catch (error) {
  if (!(error instanceof InvalidConfig || error instanceof UnreadableConfig)) throw error;
  console.error(`${context.config}: ${error.message}`);
  process.exitCode = 1;
}
