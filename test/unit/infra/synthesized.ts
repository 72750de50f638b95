import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { App } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import * as z from 'zod';
import type { FunctionBundles } from '../../../infra/bundle/bundle.ts';
import { HoldfastStack } from '../../../infra/holdfast-stack.ts';
import { parseConfig } from '../../../shared/domain/policy/parse-config.ts';
import type { HoldfastConfigInput } from '../../../shared/domain/policy/policy.ts';

const Resource = z.object({
  Type: z.string(),
  Properties: z.record(z.string(), z.unknown()).default({}),
  DeletionPolicy: z.string().optional(),
  DependsOn: z.array(z.string()).default([]),
});
export type Resource = z.infer<typeof Resource>;

/** The folder of the CDK's output, which it would leave in the machine's own. */
const outdir = mkdtempSync(join(tmpdir(), 'holdfast-synth-'));
process.on('exit', () => rmSync(outdir, { recursive: true, force: true }));

/** The stack as an app makes it, but for the code of its functions. */
export function synthesize(input: HoldfastConfigInput = {}) {
  const app = new App({ outdir });
  const stack = new HoldfastStack(app, 'Holdfast', {
    config: parseConfig(input),
    bundles: someBundles,
    keepsArchive: true,
  });
  return { app, stack };
}

export function templateOf(input?: HoldfastConfigInput): Template {
  return Template.fromStack(synthesize(input).stack);
}

/** Resources of one CloudFormation type, by logical id. */
export function resourcesOf(template: Template, type: string): [id: string, resource: Resource][] {
  return Object.entries(template.findResources(type)).map(([id, resource]) => [id, Resource.parse(resource)]);
}

/** The logical ids that a value refers to, however deep: `Ref` and `Fn::GetAtt`. */
export function referencesIn(value: unknown): string[] {
  return [...JSON.stringify(value ?? null).matchAll(/"(?:Ref|Fn::GetAtt)":(?:\["|")([A-Za-z0-9]+)"/g)].map(
    ([, id = '']) => id,
  );
}

/** Any folder will do: what a function contains is not the infrastructure's business. */
const someBundles: FunctionBundles = {
  folderOf: () => import.meta.dirname,
  metafile: { inputs: {}, outputs: {} },
};
