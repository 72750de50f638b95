import { type HmacProof, type ProofOutcome, proveHmac, type SignedRequest } from './hmac-proof.ts';
import { proveStatic, type StaticProof } from './static-proof.ts';

/** How a system proves that it sent a request. */
export type Proof = HmacProof | StaticProof;

/**
 * Looks whether the sender knows one of the secrets, before anything of the body is parsed.
 *
 * @param secrets the current one, and the one before it while it is being changed
 */
export const prove = (proof: Proof, request: SignedRequest, secrets: readonly string[]): ProofOutcome =>
  'signed' in proof ? proveHmac(proof, request, secrets) : proveStatic(proof, request, secrets);
