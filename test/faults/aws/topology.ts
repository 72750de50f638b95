import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { App } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import * as z from 'zod';
import { HoldfastStack } from '../../../infra/holdfast-stack.ts';
import { stackTemplate } from '../../../local/aws-model/stack-template.ts';
import { stackTopology, type Topology } from '../../../local/aws-model/stack-topology.ts';
import type { HoldfastConfig } from '../../../shared/domain/policy/policy.ts';

const Asset = z.object({ Metadata: z.object({ 'aws:asset:path': z.string() }) });

/** Reads the topology from the synthesized stack. Takes a few seconds: once for each process. */
export function readTopology(config: HoldfastConfig): Topology {
  // With the asset's path in the metadata a function of the template names its folder.
  const outdir = mkdtempSync(join(tmpdir(), 'holdfast-topology-'));
  const app = new App({
    outdir,
    context: { 'aws:cdk:enable-asset-metadata': true, 'aws:cdk:disable-asset-staging': true },
  });
  const folderOf = (name: string): string => join(import.meta.dirname, '../../../functions', name);
  const stack = new HoldfastStack(app, 'Holdfast', {
    config,
    bundles: { folderOf, metafile: { inputs: {}, outputs: {} } },
    keepsArchive: true,
  });
  const template = Template.fromStack(stack).toJSON();
  rmSync(outdir, { recursive: true });
  const nameOf = (id: string): string => basename(Asset.parse(template.Resources[id]).Metadata['aws:asset:path']);
  return stackTopology(stackTemplate(template), nameOf);
}
