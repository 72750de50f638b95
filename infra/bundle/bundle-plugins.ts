import type { Plugin } from 'esbuild';
import * as z from 'zod';
import type { HoldfastConfig } from '../../shared/domain/policy/policy.ts';

/**
 * Gives functions the validated config under `#config`, so that they neither read a file nor validate it again at a cold start.
 *
 * Outside the bundle, `imports` in package.json maps `#config` to `holdfast.config.ts`.
 */
export function embedConfig(config: HoldfastConfig): Plugin {
  return {
    name: 'embed-config',
    setup(build) {
      build.onResolve({ filter: /^#config$/ }, () => ({ path: '#config', namespace: 'holdfast-config' }));
      build.onLoad({ filter: /.*/, namespace: 'holdfast-config' }, () => ({
        contents: JSON.stringify(config),
        loader: 'json',
      }));
    },
  };
}

/** Leaves out the error messages of zod in some fifty other languages: a third of a megabyte that a cold start would parse. */
export function keepEnglishOnly(): Plugin {
  return {
    name: 'keep-english-only',
    setup(build) {
      build.onLoad({ filter: /[\\/]zod[\\/]v4[\\/]locales[\\/]index\.c?js$/ }, ({ path }) => ({
        contents: path.endsWith('.cjs')
          ? "exports.en = require('./en.cjs').default;"
          : "export { default as en } from './en.js';",
      }));
    },
  };
}

/**
 * Takes credentials from the environment alone, where Lambda puts those of a function's role. The default chain brings clients
 * of single sign-on, profiles and instance metadata, a quarter of a small bundle, and comes to the same answer.
 * https://docs.aws.amazon.com/lambda/latest/dg/configuration-envvars.html#configuration-envvars-runtime
 */
export function takeCredentialsFromEnvironment(): Plugin {
  const namespace = 'holdfast-credentials';
  return {
    name: 'take-credentials-from-environment',
    setup(build) {
      build.onResolve({ filter: /^@aws-sdk\/credential-provider-node$/ }, ({ resolveDir }) => ({
        path: 'credentials',
        namespace,
        pluginData: resolveDir,
      }));
      build.onLoad({ filter: /.*/, namespace }, ({ pluginData }) => ({
        contents: "export { fromEnv as defaultProvider } from '@aws-sdk/credential-provider-env';",
        resolveDir: z.string().parse(pluginData),
      }));
    },
  };
}
