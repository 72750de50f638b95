import { createHmac, timingSafeEqual } from 'node:crypto';

/**
 * How a system proves that it sent a request: an HMAC-SHA256, as its documentation describes it.
 *
 *     Jira               X-Hub-Signature: sha256=<hex of the body>
 *     Standard Webhooks  webhook-signature: v1,<Base64 of id.timestamp.body> v1,<…>
 */
export type HmacProof = {
  /** Header of the signature. Names of headers are in lower case. */
  readonly header: string;
  /** What stands before a signature in the header: `sha256=`. */
  readonly prefix: string;
  readonly encoding: 'hex' | 'base64';
  /** Between several signatures, of which one has to hold: of senders that sign with the old secret and the new one at once. */
  readonly separator?: string;
  /** The key is in Base64 behind `whsec_`, as Standard Webhooks have it; otherwise the secret is the key. */
  readonly hasEncodedSecret?: true;
  /** What is signed, in this order. */
  readonly signed: readonly SignedPart[];
  /** Header of the time of sending, in seconds since 1970. It is given where the time is signed. */
  readonly timestampHeader?: string;
  /** Header of the message's id. It is given where the id is signed. */
  readonly idHeader?: string;
};

export type SignedPart = 'id' | 'timestamp' | '.' | 'body';

/** A request as it came in. Names of headers are in lower case. */
export type SignedRequest = {
  readonly body: Buffer;
  readonly headers: Readonly<Record<string, string | undefined>>;
};

export type ProofOutcome =
  | {
      readonly isProven: true;
      /** The secret before the current one held: the sender does not have the new one yet. */
      readonly isByPrevious: boolean;
      /** Time of sending, in milliseconds since 1970, where a header has it: the signature covers it. */
      readonly sentAtMs?: number;
      /** Id of the message, where a header has it: the signature covers it. */
      readonly id?: string;
    }
  | Unproven;

export type Unproven = {
  readonly isProven: false;
  /** True when the headers have the form of a proof: it is our sender with another secret, or somebody who knows the form. */
  readonly isWellFormed: boolean;
  /** What would have been right, for the sender. */
  readonly detail: string;
};

/**
 * Looks whether the sender knows one of the secrets. Nothing in the body is parsed for it, and all is compared in constant time, so that
 * the answer's timing tells nothing about the right signature.
 *
 * @param secrets the current one, and the one before it while it is being changed
 */
export function proveHmac(proof: HmacProof, request: SignedRequest, secrets: readonly string[]): ProofOutcome {
  const given = signaturesIn(request.headers[proof.header], proof);
  const message = signedBytes(proof, request);
  const detail = whatIsRight(proof);
  if (message === undefined || given.length === 0) return { isProven: false, isWellFormed: false, detail };
  const held = secrets.findIndex((secret) => {
    const key = keyIn(secret, proof);
    // An empty key is one that everybody knows.
    if (key.length === 0) return false;
    const right = createHmac('sha256', key).update(message).digest();
    return given.some((one) => timingSafeEqual(one, right));
  });
  if (held === -1) return { isProven: false, isWellFormed: true, detail };
  const { timestampHeader, idHeader } = proof;
  const sentAtMs = timestampHeader === undefined ? undefined : Number(request.headers[timestampHeader]) * 1_000;
  const id = idHeader === undefined ? undefined : request.headers[idHeader];
  return {
    isProven: true,
    isByPrevious: held > 0,
    ...(sentAtMs !== undefined && { sentAtMs }),
    ...(id !== undefined && { id }),
  };
}

const keyIn = (secret: string, { hasEncodedSecret }: HmacProof): Buffer =>
  hasEncodedSecret ? Buffer.from(secret.replace(/^whsec_/, ''), 'base64') : Buffer.from(secret);

/** 32 bytes, and no other spelling of them. */
const ENCODED = { hex: /^[0-9a-f]{64}$/i, base64: /^[A-Za-z0-9+/]{43}=$/ } as const;

/** Well-formed signatures in the header. What is none is passed over: `v2=…` may stand beside `v1=…`. */
function signaturesIn(header: string | undefined, { prefix, encoding, separator }: HmacProof): Buffer[] {
  const values = separator === undefined ? [header ?? ''] : (header ?? '').split(separator);
  return values.flatMap((value) => {
    const encoded = value.startsWith(prefix) ? value.slice(prefix.length) : '';
    return ENCODED[encoding].test(encoded) ? [Buffer.from(encoded, encoding)] : [];
  });
}

/*
 * Only digits, and no point in an id: with any text in front of a point, another message could have the same signed bytes.
 *
 *     1795255200.5 . {"a":1}      and      1795255200 . 5.{"a":1}
 */
const TIMESTAMP = /^\d{1,15}$/;
const MESSAGE_ID = /^[\w-]{1,128}$/;

/** @returns undefined where a header is missing, or has another form */
function signedBytes(proof: HmacProof, { body, headers }: SignedRequest): Buffer | undefined {
  const timestamp = headers[proof.timestampHeader ?? ''] ?? '';
  const id = headers[proof.idHeader ?? ''] ?? '';
  if (proof.timestampHeader !== undefined && !TIMESTAMP.test(timestamp)) return undefined;
  if (proof.idHeader !== undefined && !MESSAGE_ID.test(id)) return undefined;
  const bytes = { id: Buffer.from(id), timestamp: Buffer.from(timestamp), '.': Buffer.from('.'), body };
  return Buffer.concat(proof.signed.map((part) => bytes[part]));
}

const WORDS: Record<SignedPart, string> = {
  id: 'the id',
  timestamp: 'the timestamp',
  '.': 'a point',
  body: 'the raw body',
};

function whatIsRight({ header, prefix, encoding, signed, timestampHeader }: HmacProof): string {
  const time = timestampHeader === undefined ? '' : `${timestampHeader} must be the Unix time in seconds, and `;
  const parts = signed.map((part) => WORDS[part]).join(', ');
  return `${time}${header} must be ${prefix}<HMAC-SHA256 of ${parts}, in ${encoding}>`;
}
