import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build, type Metafile } from 'esbuild';
import { type FunctionName, functionNames } from '../../runtime/function-names.ts';
import type { HoldfastConfig } from '../../shared/domain/policy/policy.ts';
import { bundleConsole } from './bundle-console.ts';
import { embedConfig, keepEnglishOnly, takeCredentialsFromEnvironment } from './bundle-plugins.ts';

/** Folder with the code of each function, ready to upload. */
export interface FunctionBundles {
  folderOf(name: FunctionName): string;
  /** esbuild's account of which source files each bundle contains. */
  metafile: Metafile;
}

interface BundleOptions {
  readonly config: HoldfastConfig;
  readonly outDir: string;
  /** The folder with one folder per function; `functions` in the project by default. */
  readonly functionsDir?: string;
  /** The folder of the browser's app; `console` in the project by default. */
  readonly consoleDir?: string;
}

const projectRoot = fileURLToPath(new URL('../..', import.meta.url));

/**
 * Bundles all functions in one run into `<outDir>/<name>/index.mjs`, and writes `<outDir>/metafile.json` beside them. The console goes
 * into the folder of the function that serves it.
 *
 * The output depends on nothing but the sources and the config, so an unchanged function is not deployed again.
 */
export async function bundleFunctions(options: BundleOptions): Promise<FunctionBundles> {
  const { config, outDir } = options;
  const { functionsDir = join(projectRoot, 'functions'), consoleDir = join(projectRoot, 'console') } = options;
  const [bundles] = await Promise.all([
    bundleCode(config, outDir, functionsDir),
    bundleConsole({ projectRoot, consoleDir, outDir: join(outDir, SERVES_CONSOLE, 'console') }),
  ]);
  return bundles;
}

/** The function whose bundle has the console in it. */
const SERVES_CONSOLE: FunctionName = 'serve-console';

async function bundleCode(config: HoldfastConfig, outDir: string, functionsDir: string): Promise<FunctionBundles> {
  const { metafile, outputFiles } = await build({
    absWorkingDir: projectRoot,
    entryPoints: functionNames.map((name) => ({ in: join(functionsDir, name, 'index.ts'), out: `${name}/index` })),
    // Not where the files go, but what paths in source maps are relative to: the same wherever they go, so that the same code
    // has the same asset hash on every machine.
    outdir: 'bundle',
    write: false,
    outExtension: { '.js': '.mjs' },
    bundle: true,
    platform: 'node',
    target: 'node24',
    format: 'esm',
    // The AWS SDK is bundled although the runtime has one: loading the runtime's copy takes longer at a cold start.
    // Its ES modules are smaller than its CommonJS, because unused commands drop out.
    mainFields: ['module', 'main'],
    banner: { js: requireForCommonJs },
    minify: true,
    // Error classes and log lines must keep the names that the source and the runbooks use.
    keepNames: true,
    // Maps without sources: enough for line numbers in a stack trace at 3 a.m., a tenth of the size.
    sourcemap: 'linked',
    sourcesContent: false,
    legalComments: 'none',
    metafile: true,
    logLevel: 'warning',
    plugins: [embedConfig(config), keepEnglishOnly(), takeCredentialsFromEnvironment()],
  });
  for (const { path, contents } of outputFiles) {
    const file = join(outDir, relative(join(projectRoot, 'bundle'), path));
    await mkdir(dirname(file), { recursive: true });
    await writeFile(file, contents);
  }
  await writeFile(join(outDir, 'metafile.json'), JSON.stringify(metafile));
  return { folderOf: (name) => join(outDir, name), metafile };
}

/** CommonJS packages in the bundle load Node's own modules with `require`, which an ES module does not have. */
const requireForCommonJs = [
  "import { createRequire as holdfastCreateRequire } from 'node:module';",
  'const require = holdfastCreateRequire(import.meta.url);',
].join('');
