import { type AskFunction, SourceTimedOut } from '../../../shared/verification/ask-source.ts';
import { answering, HARSH } from '../../support/systems/asked-source.ts';
import type { Controls } from '../people/controls.ts';
import type { FunctionSurroundings, Strike } from './invocation.ts';

/** Misbehaviour of a function that answers, and answers nothing of use. */
const NO_HELP = [
  'says nothing',
  'speaks of another resource',
  'answers another question',
  'tells what it knew before',
  'says pass and fail at once',
] as const satisfies readonly (keyof typeof HARSH)[];

/** The scanner's function as one invocation reaches it: it sees how a control really stands, where it is any good. */
export function askScanner({ isThere, random, seen }: Controls, { operate }: FunctionSurroundings): AskFunction {
  return ({ timeoutMs }, question) => {
    const late = () => new SourceTimedOut(timeoutMs);
    const strikes: Strike<unknown>[] = [
      { kind: 'crash before the call', takesEffect: false, outcome: 'crash' },
      { kind: 'crash after the call', takesEffect: true, outcome: 'crash' },
      { kind: 'throttled', takesEffect: false, outcome: { fails: () => new Error('TooManyRequestsException') } },
      { kind: 'time-out before the effect', takesEffect: false, outcome: { fails: late, afterMs: timeoutMs } },
      { kind: 'time-out after the effect', takesEffect: true, outcome: { fails: late, afterMs: timeoutMs } },
      { kind: 'internal error', takesEffect: false, outcome: { fails: () => new Error('ServiceException') } },
    ];
    return operate<unknown>({
      service: 'sources',
      what: `ask about ${question.about.subject.id} because of a ${question.because}`,
      effect: () => {
        if (!isThere) return undefined;
        if (random.chance(0.1)) return HARSH[random.pick(NO_HELP)](question);
        return answering({ outcome: seen(question.about.subject.id) })(question);
      },
      strikes,
      down: { kind: 'time-out before the effect', takesEffect: false, outcome: { fails: late, afterMs: timeoutMs } },
    });
  };
}
