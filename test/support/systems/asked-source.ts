import { type AskFunction, SourceTimedOut } from '../../../shared/verification/ask-source.ts';
import type { Question } from '../../../shared/verification/source-answer.ts';

/** What a team's function does with a question. What it returns goes to Holdfast as it is. */
export type Behaviour = (question: Question) => unknown;

type Said = { outcome: string; [field: string]: unknown };

/** A plain answer to what was asked. */
export const answering =
  (said: Said): Behaviour =>
  ({ correlationId, about }) => ({ correlationId, about, ...said });

/** Functions that are asked and do no good. They are harsher than what teams write by mistake. */
export const HARSH = {
  'answers after its time': () => Promise.reject(new SourceTimedOut(10_000)),
  'says nothing': () => undefined,
  'answers null': () => null,
  'is not there': () => Promise.reject(new Error('ResourceNotFoundException: Function not found')),
  'throws what is no error': () => Promise.reject('no'),
  'speaks of another resource': ({ correlationId, about }) => ({
    ...{ correlationId, outcome: 'fail' },
    about: { ...about, resource: 'arn:aws:s3:::another-bucket' },
  }),
  'speaks of another subject': ({ correlationId, about: { resource } }) => ({
    ...{ correlationId, outcome: 'fail' },
    about: { subject: { type: 'control', id: 'another' }, resource },
  }),
  'answers another question': ({ about }) => ({ correlationId: 'another', about, outcome: 'fail' }),
  'tells what it knew before': (question) =>
    answering({ outcome: 'fail', observedAt: new Date(Date.parse(question.askedAt) - 60_000).toISOString() })(question),
  'sees the future': (question) =>
    answering({ outcome: 'fail', observedAt: new Date(Date.parse(question.askedAt) + 86_400_000).toISOString() })(
      question,
    ),
  'says pass and fail at once': (question) => [
    answering({ outcome: 'pass' })(question),
    answering({ outcome: 'fail' })(question),
  ],
  'knows another word': answering({ outcome: 'failed' }),
  'says in whose name it speaks': answering({ outcome: 'fail', source: 'another' }),
  'does not judge, and not why': answering({ outcome: 'not judged' }),
  'answers a text': () => 'fail',
} as const satisfies Record<string, Behaviour>;

/** The functions of a configuration, all of which behave the same. */
export function askedSource() {
  const questions: Question[] = [];
  const asked: { name: string; timeoutMs: number }[] = [];
  let behave: Behaviour = () => undefined;
  const ask: AskFunction = async (to, question) => {
    asked.push(to);
    questions.push(question);
    return behave(question);
  };
  return {
    questions,
    asked,
    ask,
    behaves: (next: Behaviour): void => {
      behave = next;
    },
  };
}
