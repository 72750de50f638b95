import { readFile, writeFile } from 'node:fs/promises';
import * as z from 'zod';

/**
 * Adds the packages of other platforms to package-lock.json.
 *
 * npm leaves an optional package out of the lockfile when the registry at hand does not serve it, as mirrors do with
 * platforms that nobody there uses. `npm ci` then refuses the lockfile everywhere, since it names what is not in it. An
 * entry with a version and a platform is enough: npm skips it elsewhere, and fetches it by name where it fits. Run after
 * `npm install` (npm run lockfile); a test says when it is needed.
 */
const Package = z.looseObject({
  version: z.string().optional(),
  dev: z.boolean().optional(),
  optionalDependencies: z.record(z.string(), z.string()).optional(),
});
const Lockfile = z.looseObject({ packages: z.record(z.string(), Package) });

/** Names of platforms as packages use them: `@biomejs/cli-linux-x64-musl`, `@oxlint/binding-win32-arm64-msvc`. */
const OS = ['aix', 'android', 'darwin', 'freebsd', 'linux', 'netbsd', 'openbsd', 'openharmony', 'sunos', 'win32'];
const CPU = ['arm64', 'arm', 'ia32', 'loong64', 'mips64el', 'ppc64', 'riscv64', 's390x', 'x64', 'wasm32'];

export function missingPlatformPackages(lockfile: unknown): Record<string, Record<string, unknown>> {
  const { packages } = Lockfile.parse(lockfile);
  const missing: Record<string, Record<string, unknown>> = {};
  for (const { optionalDependencies = {}, dev } of Object.values(packages)) {
    for (const [name, version] of Object.entries(optionalDependencies)) {
      const platform = platformIn(name);
      const path = `node_modules/${name}`;
      if (packages[path] !== undefined || platform === undefined || !/^\d/.test(version)) continue;
      missing[path] = { version, ...(dev === true ? { dev } : {}), optional: true, ...platform };
    }
  }
  return missing;
}

function platformIn(name: string): { os: string[]; cpu: string[]; libc?: string[] } | undefined {
  const words = (name.split('/').at(-1) ?? '').split('-');
  const os = OS.find((one) => words.includes(one));
  const cpu = CPU.find((one) => words.includes(one));
  if (os === undefined || cpu === undefined) return undefined;
  const libc = words.some((word) => word.startsWith('musl'))
    ? 'musl'
    : words.some((word) => word.startsWith('gnu'))
      ? 'glibc'
      : undefined;
  return { os: [os], cpu: [cpu], ...(libc === undefined ? {} : { libc: [libc] }) };
}

if (process.argv[1] === import.meta.filename) {
  const file = new URL('../package-lock.json', import.meta.url);
  const lockfile = z.record(z.string(), z.unknown()).parse(JSON.parse(await readFile(file, 'utf8')));
  const missing = missingPlatformPackages(lockfile);
  const packages = Object.fromEntries(
    Object.entries({ ...Object(lockfile.packages), ...missing }).toSorted(([a], [b]) => a.localeCompare(b, 'en')),
  );
  await writeFile(file, `${JSON.stringify({ ...lockfile, packages }, null, 2)}\n`);
  console.log(`${Object.keys(missing).length} packages of other platforms added`);
}
