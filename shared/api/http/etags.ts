import type { PostMortem } from '../../domain/record/post-mortem.ts';
import { claimToJudge, type Remediation } from '../../domain/remediation/remediation.ts';
import { canonicalJson } from '../../domain/words/canonical-json.ts';
import { sha256 } from '../../sha256.ts';

/** https://www.rfc-editor.org/rfc/rfc9110#section-8.8.3: the version of a record. */
export const recordEtag = ({ revision }: Pick<PostMortem, 'revision'>): string => `"${revision}"`;

/**
 * True for an ETag of the record after which nobody has written in it. Facts that Holdfast notes by itself move the
 * revision, and refuse nobody.
 *
 *     a person wrote, 7 ── read 7 ── the ticket is linked, 8 ── write on "7" ✓ nothing of what was read is another
 *     a person wrote, 7 ── read 7 ── another person wrote, 8 ── write on "7" ✗ read it again
 */
export const isAsWritten = (record: PostMortem, etag: string): boolean =>
  isBetween(etag, record.writtenRevision ?? record.revision, record.revision);

/**
 * True for an ETag of the record as it is judged now: the same content, under the same template, in the same round of review.
 * A judgement rests on that alone, as the approval of a revision does.
 */
export const isAsJudged = (record: PostMortem, etag: string): boolean =>
  isBetween(etag, record.judgedRevision ?? record.contentRevision, record.revision);

/** True for an ETag of the record from before its incident came back. */
export const isFromBeforeItsReturn = ({ carriedOnRevision }: PostMortem, etag: string): boolean =>
  carriedOnRevision !== undefined && isBetween(etag, 1, carriedOnRevision - 1);

function isBetween(etag: string, first: number, last: number): boolean {
  const [, digits] = /^"([1-9]\d*)"$/.exec(etag) ?? [];
  return digits !== undefined && Number(digits) >= first && Number(digits) <= last;
}

const DIGITS = 20;

/**
 * The version of a section, a part, an entry of the timeline: of its content alone, so that two people who write in
 * different ones do not get into each other's way. Letters tell it from a record's.
 */
export const contentEtag = (content: unknown): string => `"c${digest(canonicalJson(content))}"`;

const digest = (text: string): string => sha256(text).slice(0, DIGITS);

/**
 * The version of a remediation: of what people have said of it, and after a full stop, of the claim that they said it about.
 * Tickets, checks and dates move the standing of a fix; whether that still allows what somebody decides is for the
 * rules to say, with their reason.
 */
export function remediationEtag(remediation: Remediation): string {
  return `"${saidOf(remediation)}.${claimOf(remediation)}"`;
}

/** True for an ETag of the remediation since which nobody has attested, accepted its risk or cancelled it. */
export const isAsSaid = (remediation: Remediation, etag: string): boolean =>
  etag.startsWith(`"${saidOf(remediation)}.`);

/** True for an ETag of the remediation under the claim that it has now, or under none as it has none now. */
export const isSameClaim = (remediation: Remediation, etag: string): boolean =>
  etag.endsWith(`.${claimOf(remediation)}"`);

function saidOf(remediation: Remediation): string {
  const { id, checks, steps, attestations, acceptanceCount = 0 } = remediation;
  const isCancelled = remediation.state === 'cancelled';
  return contentEtag({ id, checks, steps, attestations, acceptanceCount, isCancelled }).slice(1, -1);
}

function claimOf(remediation: Remediation): string {
  const claim = claimToJudge(remediation)?.claim.at ?? 'none';
  return digest(`${claim} ${remediation.reopenCount}`);
}
