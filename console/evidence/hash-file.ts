/** Bytes that are read at once: enough to be quick, few enough for a phone. */
const PIECE = 4 * 1024 * 1024;

/**
 * SHA-256 of a file in hex, before it travels.
 *
 * The browser's own digest takes bytes only in one piece, and a disk image does not fit into the memory of a page; so the rounds
 * are reckoned here, piece by piece. FIPS 180-4, section 6.2.
 *
 * @param onProgress share that is done, 0 to 1
 */
export async function hashFile(file: Blob, onProgress: (share: number) => void, signal?: AbortSignal): Promise<string> {
  const hash = startSha256();
  for (let at = 0; at < file.size; at += PIECE) {
    signal?.throwIfAborted();
    hash.add(new Uint8Array(await file.slice(at, at + PIECE).arrayBuffer()));
    onProgress(Math.min(1, (at + PIECE) / file.size));
    // The page stays alive between two pieces.
    await new Promise((resolve) => setTimeout(resolve));
  }
  onProgress(1);
  return hash.end();
}

const rotated = (word: number, by: number) => (word >>> by) | (word << (32 - by));

/** The first 32 bits of the parts after the point of roots of the first primes: FIPS 180-4, 4.2.2 and 5.3.3. */
function primesRoots(count: number, power: number): Uint32Array {
  const found: number[] = [];
  for (let one = 2; found.length < count; one += 1) if (!found.some((prime) => one % prime === 0)) found.push(one);
  return Uint32Array.from(found, (prime) => {
    const root = prime ** power;
    return Math.floor((root - Math.floor(root)) * 2 ** 32);
  });
}

const ROUNDS = primesRoots(64, 1 / 3);

export function startSha256(): { add: (bytes: Uint8Array) => void; end: () => string } {
  const state = primesRoots(8, 1 / 2);
  const block = new Uint8Array(64);
  const words = new Uint32Array(64);
  let filled = 0;
  let total = 0;
  const take = (bytes: Uint8Array) => {
    let at = 0;
    while (at < bytes.length) {
      if (filled === 0 && bytes.length - at >= 64) {
        compress(state, bytes, at, words);
        at += 64;
        continue;
      }
      const some = bytes.subarray(at, at + 64 - filled);
      block.set(some, filled);
      filled += some.length;
      at += some.length;
      if (filled < 64) continue;
      compress(state, block, 0, words);
      filled = 0;
    }
  };
  return {
    add: (bytes) => {
      total += bytes.length;
      take(bytes);
    },
    end: () => {
      const bits = total * 8;
      const padding = new Uint8Array((filled < 56 ? 56 : 120) - filled + 8);
      padding[0] = 0x80;
      const view = new DataView(padding.buffer);
      view.setUint32(padding.length - 8, Math.floor(bits / 2 ** 32));
      view.setUint32(padding.length - 4, bits >>> 0);
      take(padding);
      return [...state].map((word) => word.toString(16).padStart(8, '0')).join('');
    },
  };
}

function compress(state: Uint32Array, bytes: Uint8Array, offset: number, words: Uint32Array): void {
  const view = new DataView(bytes.buffer, bytes.byteOffset + offset, 64);
  const w = (at: number) => words[at] ?? 0;
  for (let at = 0; at < 16; at += 1) words[at] = view.getUint32(at * 4);
  for (let at = 16; at < 64; at += 1) {
    const [early, late] = [w(at - 15), w(at - 2)];
    const low = rotated(early, 7) ^ rotated(early, 18) ^ (early >>> 3);
    const high = rotated(late, 17) ^ rotated(late, 19) ^ (late >>> 10);
    words[at] = w(at - 16) + low + w(at - 7) + high;
  }
  let [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0, g = 0, h = 0] = state;
  for (let at = 0; at < 64; at += 1) {
    const choice = (e & f) ^ (~e & g);
    const one = (h + (rotated(e, 6) ^ rotated(e, 11) ^ rotated(e, 25)) + choice + (ROUNDS[at] ?? 0) + w(at)) | 0;
    const majority = (a & b) ^ (a & c) ^ (b & c);
    const two = ((rotated(a, 2) ^ rotated(a, 13) ^ rotated(a, 22)) + majority) | 0;
    [h, g, f, e, d, c, b, a] = [g, f, e, (d + one) | 0, c, b, a, (one + two) | 0];
  }
  [a, b, c, d, e, f, g, h].forEach((word, at) => {
    state[at] = (state[at] ?? 0) + word;
  });
}
