import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { missingPlatformPackages } from '../../../tools/complete-lockfile.ts';

const lockfile = readFileSync(new URL('../../../package-lock.json', import.meta.url), 'utf8');

describe('package-lock.json', () => {
  it('names the packages of every platform, so that npm ci takes it everywhere', () => {
    expect(missingPlatformPackages(JSON.parse(lockfile)), 'run npm run lockfile').toEqual({});
  });

  it('names no registry', () => {
    expect(lockfile).not.toContain('"resolved"');
  });
});

describe('completing a lockfile', () => {
  it('adds what npm left out, for its platform only', () => {
    const parent = {
      version: '1.0.0',
      dev: true,
      optionalDependencies: { '@x/y-linux-x64-musl': '1.0.0', '@x/y-darwin-arm64': '1.0.0', fsevents: '~2.3.3' },
    };
    const packages = { 'node_modules/@x/y': parent, 'node_modules/@x/y-darwin-arm64': { version: '1.0.0' } };
    expect(missingPlatformPackages({ packages })).toEqual({
      'node_modules/@x/y-linux-x64-musl': {
        version: '1.0.0',
        dev: true,
        optional: true,
        os: ['linux'],
        cpu: ['x64'],
        libc: ['musl'],
      },
    });
  });
});
