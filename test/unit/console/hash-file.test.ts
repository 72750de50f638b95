import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { hashFile, startSha256 } from '../../../console/evidence/hash-file.ts';
import { mustHold } from '../../support/texts/must-hold.ts';

describe('the hash of a file in the browser', () => {
  it('is the SHA-256 that Node reckons, however the bytes are cut', () => {
    mustHold(
      fc.property(fc.array(fc.uint8Array({ maxLength: 200 }), { maxLength: 8 }), (pieces) => {
        const hash = startSha256();
        for (const piece of pieces) hash.add(piece);
        expect(hash.end()).toBe(createHash('sha256').update(Buffer.concat(pieces)).digest('hex'));
      }),
      { runs: 400 },
    );
  });

  it('ends between two pieces once the file is left out', async () => {
    const leavingOut = new AbortController();
    const told: number[] = [];
    const hashing = hashFile(
      new Blob([new Uint8Array(9_000_000)]),
      (share) => {
        told.push(share);
        leavingOut.abort();
      },
      leavingOut.signal,
    );
    await expect(hashing).rejects.toThrow('aborted');
    expect(told).toHaveLength(1);
  });

  it('tells how far it is, and ends at the whole', async () => {
    const bytes = new Uint8Array(9_000_000).fill(7);
    const told: number[] = [];
    const hash = await hashFile(new Blob([bytes]), (share) => told.push(share));
    expect(hash).toBe(createHash('sha256').update(bytes).digest('hex'));
    expect(told.at(-1)).toBe(1);
    expect(told.length).toBeGreaterThan(2);
    expect(told).toEqual(told.toSorted((a, b) => a - b));
  });
});
