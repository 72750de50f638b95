import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { App } from 'aws-cdk-lib';
import { bundleFunctions } from '../../infra/bundle/bundle.ts';
import { HoldfastStack } from '../../infra/holdfast-stack.ts';
import type { HoldfastConfig } from '../../shared/domain/policy/policy.ts';
import { type StackTemplate, stackTemplate } from '../aws-model/stack-template.ts';

const STACK = 'HoldfastDemo';

export type SynthesizedApp = {
  template: StackTemplate;
  /** Folder of a function's code, by the key under which a deployment would upload it. */
  codeFolder: (s3Key: string) => string;
};

/** Synthesizes in this process what `cdk deploy` would deploy: the template, and the bundles that it names. */
export async function synthesizeApp(config: HoldfastConfig, outdir: string): Promise<SynthesizedApp> {
  // Whether CloudFormation would take the template is what `npm run check` asks; here the question would double the time.
  const app = new App({ outdir, builtinCloudFormationValidation: false });
  const bundles = await bundleFunctions({ config, outDir: join(outdir, 'functions') });
  const { templateFile } = new HoldfastStack(app, STACK, { config, bundles, keepsArchive: false });
  app.synth();
  return {
    template: stackTemplate(JSON.parse(await readFile(join(outdir, templateFile), 'utf8'))),
    codeFolder: (s3Key) => join(outdir, `asset.${s3Key.replace(/\.zip$/, '')}`),
  };
}
