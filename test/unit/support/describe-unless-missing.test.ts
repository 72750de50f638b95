import { globSync, readFileSync } from 'node:fs';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { describeUnlessMissing } from '../../support/machine/describe-unless-missing.ts';

afterEach(() => vi.unstubAllEnvs());

describe('tests that need something of the machine', () => {
  it('are run where it is there', () => {
    vi.stubEnv('CI', undefined);
    expect(describeUnlessMissing(undefined)).toBe(describe);
  });

  it('are run in CI where it is missing, and fail', () => {
    vi.stubEnv('CI', 'true');
    expect(describeUnlessMissing('Chromium is missing')).toBe(describe);
  });

  it.each([undefined, '', 'false', '0'])('are not run elsewhere where it is missing: CI is %j', (value) => {
    vi.stubEnv('CI', value);
    expect(describeUnlessMissing('Chromium is missing')).not.toBe(describe);
  });

  it('are the only ones that are ever skipped', () => {
    const files = globSync('test/**/*.ts').filter((file) => !file.includes('/describe-unless-missing.'));
    const skips = /\b(it|test|describe|context)(\.\w+)*\.(skip|skipIf|runIf|todo|only)\b/;
    expect(files.filter((file) => skips.test(readFileSync(file, 'utf8')))).toEqual([]);
  });
});
