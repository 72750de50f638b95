import * as z from 'zod';
import type { PostMortem } from '../../shared/domain/record/post-mortem.ts';
import { rankOf } from '../../shared/domain/remediation/recommendation.ts';
import { addDuration, Duration } from '../../shared/domain/words/duration.ts';
import type { ApiClient } from '../api-client.ts';
import type { Narrator } from '../narrator.ts';
import { mustBe, mustExist } from './expect.ts';
import { CAUSES, DEMO_SECTIONS, LESSON, RECOMMENDATIONS, TROUBLE } from './phishing-incident.ts';

const IN_A_MONTH = Duration.parse('P30D');

const Problem = z.object({ detail: z.string(), errors: z.array(z.unknown()).default([]) });

/** Anna fills the record in and submits it; Ben, who wrote nothing in it, approves it. */
export async function reviewAndApprove(
  id: string,
  { anna, ben }: { anna: ApiClient; ben: ApiClient },
  tell: Narrator,
): Promise<PostMortem> {
  await tell.step(
    'Anna submits too early',
    async () => {
      const { status, body } = await anna.attempt(id, 'POST', '/submit');
      mustBe('the answer', status, 422);
      return Problem.parse(body);
    },
    ({ errors }) => `→ refused: ${errors.length} required things are missing, each named`,
  );
  await tell.step(
    'Anna writes what happened, why, what went badly, and what should change',
    () => fillIn(id, anna),
    ({ rootCauses, recommendations, lessons }) =>
      `· root causes: ${rootCauses.map(({ kind }) => kind).join(', ')} · ${recommendations.length} recommendations · ${lessons.length} lesson`,
  );
  const submitted = await tell.step(
    'Anna submits',
    () => anna.change(id, 'POST', '/submit'),
    ({ status }) => `→ ${status}`,
  );
  const approval = { revision: submitted.revision };
  await tell.step(
    'Anna tries to approve her own record',
    async () => {
      const { status, body } = await anna.attempt(id, 'POST', '/approve', approval);
      mustBe('the answer', status, 403);
      return Problem.parse(body);
    },
    ({ detail }) => `→ 403: ${detail}`,
  );
  const approved = await tell.step(
    `Ben approves revision ${approval.revision}`,
    () => ben.change(id, 'POST', '/approve', approval),
    ({ status }) => `→ ${status}`,
  );
  for (const recommendation of approved.recommendations.toSorted((a, b) => rankOf(b) - rankOf(a))) {
    tell.line(`rank ${String(rankOf(recommendation)).padStart(2)}  ${recommendation.title}`);
  }
  return approved;
}

/** Content that the template of an incident wants, as one author writes it. */
export async function fillIn(id: string, anna: ApiClient): Promise<PostMortem> {
  await anna.change(id, 'PATCH', '', { category: 'phishing' });
  for (const [section, content] of Object.entries(DEMO_SECTIONS)) {
    await anna.change(id, 'PUT', `/sections/${section}`, content);
  }
  for (const cause of CAUSES) await anna.change(id, 'POST', '/root-causes', cause);
  const factor = { kind: 'process gap', statement: 'The look of the sign-in page changes without notice to staff.' };
  await anna.change(id, 'POST', '/contributing-factors', factor);
  await anna.change(id, 'POST', '/lessons', { ...LESSON, dueAt: addDuration(new Date().toISOString(), IN_A_MONTH) });
  let record = await anna.change(id, 'POST', '/observations', TROUBLE);
  const troubles = record.observations.map((one) => one.id);
  for (const { answersKind, ...recommendation } of Object.values(RECOMMENDATIONS)) {
    const cause = mustExist(
      answersKind,
      record.rootCauses.find(({ kind }) => kind === answersKind),
    );
    record = await anna.change(id, 'POST', '/recommendations', {
      ...recommendation,
      answers: [cause.id, ...(answersKind === 'procedural' ? troubles : [])],
    });
  }
  return record;
}
