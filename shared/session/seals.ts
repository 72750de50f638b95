import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto';
import { jsonIn } from '../domain/words/well-formed.ts';

const ALGORITHM = 'aes-256-gcm';
/** Bytes. NIST SP 800-38D, section 8.2.2: a random one is good for 2^32 messages of one key. */
const NONCE = 12;
const TAG = 16;

/** Keeps values where their bearer can neither read nor change them. */
export type Seals = {
  seal: (purpose: string, value: object) => string;
  /** @returns undefined for what is not sealed by us, or for another purpose */
  open: (purpose: string, text: string) => unknown;
};

/**
 * Seals by AES-256-GCM. Each purpose has a key of its own, so that the cookie of one cannot be sent as the other.
 *
 * @param secrets the first seals; all of them open, so that a secret can be changed while cookies are out
 */
export function sealsOf(secrets: readonly [string, ...string[]]): Seals {
  return {
    seal(purpose, value) {
      const nonce = randomBytes(NONCE);
      const cipher = createCipheriv(ALGORITHM, keyOf(secrets[0], purpose), nonce, { authTagLength: TAG });
      const sealed = Buffer.concat([cipher.update(JSON.stringify(value), 'utf8'), cipher.final()]);
      return Buffer.concat([nonce, sealed, cipher.getAuthTag()]).toString('base64url');
    },
    open(purpose, text) {
      const bytes = Buffer.from(text, 'base64url');
      if (bytes.length <= NONCE + TAG) return undefined;
      for (const secret of secrets) {
        const opened = openedWith(keyOf(secret, purpose), bytes);
        if (opened !== undefined) return jsonIn(opened);
      }
      return undefined;
    },
  };
}

const keyOf = (secret: string, purpose: string): Uint8Array =>
  new Uint8Array(hkdfSync('sha256', secret, '', `holdfast ${purpose}`, 32));

function openedWith(key: Uint8Array, bytes: Buffer): string | undefined {
  const decipher = createDecipheriv(ALGORITHM, key, bytes.subarray(0, NONCE), { authTagLength: TAG });
  decipher.setAuthTag(bytes.subarray(-TAG));
  try {
    const opened = Buffer.concat([decipher.update(bytes.subarray(NONCE, -TAG)), decipher.final()]);
    return opened.toString('utf8');
  } catch {
    // Another key, or not as we sealed it.
    return undefined;
  }
}
