import * as z from 'zod';
import { mustNotBeAuthor } from '../../domain/record/decide/record-rules.ts';
import type { PostMortemHead } from '../../domain/record/post-mortem.ts';
import { attest } from '../../domain/remediation/decide/attestation.ts';
import { changeExistingWork } from '../../domain/remediation/decide/creation.ts';
import { acceptRisk, cancel } from '../../domain/remediation/decide/risk.ts';
import { ExistingWorkChange, wrongTicket } from '../../domain/remediation/existing-work.ts';
import { Remediation } from '../../domain/remediation/remediation.ts';
import type { RemediationEvent } from '../../domain/remediation/remediation-events.ts';
import { AttestationDraft } from '../../domain/verification/attestation.ts';
import { Instant, PartId, PostMortemId, RecommendationId } from '../../domain/words/identifiers.ts';
import type { Person } from '../../domain/words/person.ts';
import { Refusal } from '../../domain/words/refusal.ts';
import { saysSomething } from '../../domain/words/says-something.ts';
import { WRITTEN } from '../../domain/words/words.ts';
import { NotFound } from '../../store/errors.ts';
import type { Item } from '../../store/table.ts';
import { CheckedFix, checkNow, standingNow } from '../../verification/check-now.ts';
import { FixStanding } from '../../verification/fix-standing.ts';
import { personOf } from '../access.ts';
import { mustMatch, wasReadAs } from '../http/conditions.ts';
import { isAsSaid, isSameClaim, remediationEtag } from '../http/etags.ts';
import { type Answer, type Call, NO_BODY, type Route, route } from '../route.ts';
import { makeOnce } from './once.ts';
import { causeOf, mustBeReadable, mustReachRecord } from './record-calls.ts';

const params = { id: PostMortemId, remediation: RecommendationId };
type OfRemediation = Call<{ id: PostMortemId; remediation: RecommendationId }>;

const answer = { status: 200, means: 'The remediation', schema: Remediation, hasEtag: true } as const;
const common = { tag: 'Remediations', params, query: {}, answer } as const;

/** What stands in the place of the fix: "none at all" is a risk that stays open, and no acceptance makes it another. */
const Control = WRITTEN.reason.refine(saysSomething, {
  error: 'say what is done in its place until then, in a sentence; where nothing is, the fix stays open',
});

/** Acceptance of a risk, as a person writes it. */
export const RISK = {
  schema: z.strictObject({ until: Instant, reason: WRITTEN.reason, compensatingControl: Control }),
  example: {
    until: '2027-01-31T00:00:00.000Z',
    reason: 'The vendor delivers the update in January.',
    compensatingControl: 'The on-call team reads the sign-in log every morning.',
  },
};

/** Decisions of people about remediations; their tickets are worked in Jira. */
export const remediationRoutes: Route[] = [
  route({
    operationId: 'listRemediations',
    method: 'GET',
    path: '/post-mortems/{id}/remediations',
    tag: 'Remediations',
    summary: 'Where each fix stands',
    action: 'read records',
    ifMatch: 'none',
    params: { id: PostMortemId },
    query: {},
    body: NO_BODY,
    answer: {
      status: 200,
      means: 'All remediations of the record',
      schema: z.object({ remediations: z.array(Remediation) }),
    },
    async handle(call) {
      await mustBeReadable(call, call.params.id, 'remediations');
      return { body: { remediations: await call.deps.store.remediations(call.params.id) } };
    },
  }),
  route({
    ...common,
    operationId: 'readRemediation',
    method: 'GET',
    path: '/post-mortems/{id}/remediations/{remediation}',
    summary: 'Where one fix stands, with its own ETag',
    action: 'read records',
    ifMatch: 'none',
    body: NO_BODY,
    async handle(call) {
      const { id, remediation: remediationId } = call.params;
      await mustBeReadable(call, id, `remediations/${remediationId}`);
      const remediation = await call.deps.store.remediation(id, remediationId);
      if (remediation === undefined) throw new NotFound(`remediation ${remediationId}`);
      return { body: remediation, etag: remediationEtag(remediation) };
    },
  }),
  route({
    operationId: 'readStanding',
    method: 'GET',
    path: '/post-mortems/{id}/remediations/{remediation}/standing',
    tag: 'Remediations',
    summary: 'Where one fix stands by all that is known now, check by check, without judging it',
    action: 'read records',
    ifMatch: 'none',
    params,
    query: {},
    body: NO_BODY,
    answer: { status: 200, means: 'Where the fix stands', schema: FixStanding },
    async handle(call) {
      const { id: postMortemId, remediation: remediationId } = call.params;
      await mustBeReadable(call, postMortemId, `remediations/${remediationId}/standing`);
      return { body: await standingNow(call.deps, { postMortemId, remediationId }) };
    },
  }),
  route({
    ...common,
    operationId: 'attestFix',
    method: 'POST',
    path: '/post-mortems/{id}/remediations/{remediation}/attestations',
    summary: 'A person’s word on a check; `check` is its place in the plan, from 0',
    action: 'attest fixes',
    ifMatch: 'optional',
    isIdempotentByKey: true,
    body: {
      schema: AttestationDraft,
      example: { check: 0, outcome: 'pass', note: 'A test report reached the channel after two minutes.' },
    },
    async handle(call) {
      const { body, caller, deps, params: path } = call;
      const id = PartId.parse(deps.newId());
      const { result } = await makeOnce(call, {
        location: call.path,
        ids: [id],
        make: async (once) =>
          decided(
            call,
            await mustReachRecord(call, path.id),
            (current) => attest(current, { ...body, id, by: personOf(caller), at: deps.now() }),
            once,
          ),
      });
      if (result !== undefined) return result;
      await mustBeReadable(call, path.id, `remediations/${path.remediation}`);
      return answerWith(await deps.store.remediation(path.id, path.remediation));
    },
  }),
  route({
    operationId: 'checkFix',
    method: 'POST',
    path: '/post-mortems/{id}/remediations/{remediation}/check',
    tag: 'Remediations',
    summary: 'Judges a claimed fix now, and says where it stands; at most once a minute for each fix',
    action: 'check fixes',
    ifMatch: 'none',
    isIdempotentByKey: true,
    params,
    query: {},
    body: NO_BODY,
    answer: { status: 200, means: 'Where the fix stands, also when nothing changed', schema: CheckedFix },
    problems: [429],
    async handle(call) {
      const { by, deps, params: path } = call;
      const fix = { postMortemId: path.id, remediationId: path.remediation };
      const { result } = await makeOnce(call, {
        location: call.path,
        ids: [],
        make: async (once) => {
          await mustReachRecord(call, path.id);
          return checkNow(deps, fix, by, causeOf(call), once);
        },
      });
      if (result !== undefined) return { body: result };
      await mustBeReadable(call, path.id, `remediations/${path.remediation}`);
      return { body: { ...(await standingNow(deps, fix)), changes: [] } };
    },
  }),
  route({
    ...common,
    operationId: 'acceptRisk',
    method: 'POST',
    path: '/post-mortems/{id}/remediations/{remediation}/risk-acceptance',
    summary: 'Decides to live without the fix until a date, or for longer, with a compensating control',
    action: 'accept risks',
    ifMatch: 'required',
    body: RISK,
    handle: (call) =>
      judged(call, (current, by) => acceptRisk(current, call.body, by, call.deps.now(), call.deps.config)),
  }),
  route({
    ...common,
    operationId: 'changeExistingWork',
    method: 'POST',
    path: '/post-mortems/{id}/remediations/{remediation}/existing-work',
    summary: 'Names other work for a fix whose ticket could not be taken, or wants a ticket of its own for it',
    action: 'cancel remediations',
    ifMatch: 'required',
    body: { schema: ExistingWorkChange, example: { kind: 'ticket', ticket: 'NET-12' } },
    handle: (call) =>
      judged(call, (current, by) => {
        const { body, deps } = call;
        const problem = body.kind === 'ticket' ? wrongTicket(body.ticket, deps.config.jira) : undefined;
        if (problem !== undefined) throw new Refusal('unknown part', `ticket: ${problem}`);
        return changeExistingWork(current, body, by, deps.now());
      }),
  }),
  route({
    ...common,
    operationId: 'cancelRemediation',
    method: 'POST',
    path: '/post-mortems/{id}/remediations/{remediation}/cancel',
    summary: 'Gives the fix up, with the reason',
    action: 'cancel remediations',
    ifMatch: 'required',
    body: { schema: z.strictObject({ reason: WRITTEN.reason }), example: { reason: 'The system was switched off.' } },
    handle: (call) => judged(call, (current, by) => cancel(current, call.body.reason, by, call.deps.now())),
  }),
];

/** A decision that takes a fix out of an approved record wants the same four eyes as the approval. */
async function judged(
  call: OfRemediation,
  decision: (current: Remediation, by: Person) => RemediationEvent[],
): Promise<Answer> {
  const head = await mustReachRecord(call, call.params.id);
  const by = personOf(call.caller);
  return decided(call, head, (current) => {
    mustNotBeAuthor(head, by);
    return decision(current, by);
  });
}

async function decided(
  call: OfRemediation,
  { revision }: PostMortemHead,
  decision: (current: Remediation) => RemediationEvent[],
  once: Item[] = [],
): Promise<Answer> {
  const { id, remediation: remediationId } = call.params;
  const { remediation } = await call.deps.store.changeRemediation(
    id,
    remediationId,
    (current) => {
      if (current === undefined) throw new NotFound(`remediation ${remediationId}`);
      const holds = (etag: string) => isAsSaid(current, etag);
      mustMatch(call, { current: remediationEtag(current), holds, revision });
      mustBeOfThisClaim(call, current);
      return decision(current);
    },
    causeOf(call),
    once,
  );
  return answerWith(remediation);
}

/**
 * A decision about a fix rests on its claim: on whether its ticket is done, and for which time.
 *
 *     read: claimed ── it fails, is reopened, and claimed again ── "I saw that it works" ✗ of the fix before this one
 *
 * @throws Refusal
 */
function mustBeOfThisClaim(call: OfRemediation, current: Remediation): void {
  const read = wasReadAs(call);
  if (read === undefined || read.some((etag) => isSameClaim(current, etag))) return;
  throw new Refusal(
    'wrong state',
    `its ticket was moved to done or reopened after what you read: it is ${current.state} now; read it again`,
  );
}

const answerWith = (remediation: Remediation | undefined): Answer => ({
  body: remediation,
  etag: remediation && remediationEtag(remediation),
});
