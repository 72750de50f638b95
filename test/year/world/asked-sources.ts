import { type AskFunction, SourceTimedOut } from '../../../shared/verification/ask-source.ts';
import type { Question } from '../../../shared/verification/source-answer.ts';
import type { Random } from '../../faults/weather/random.ts';
import type { Timeline } from '../../faults/weather/timeline.ts';
import { answering, HARSH } from '../../support/systems/asked-source.ts';
import type { FixBooks, PutQuestion, SaidWord } from '../books.ts';
import type { Watcher } from '../truth/sources.ts';
import { isWithin } from '../truth/spans.ts';
import { type LookNow, noteWord } from './looks.ts';

/** A source that looks at a fix, as a question about that fix reaches it. */
type Reached = { readonly books: FixBooks; readonly watcher: Watcher; readonly lookNow: LookNow };

/** Shares of the questions that get no answer from a source that is up: a call that times out or fails, and what is no answer. */
const TIMES_OUT = 0.03;
const FAILS = 0.02;
const NO_HELP = [
  'says nothing',
  'speaks of another resource',
  'answers another question',
  'tells what it knew before',
] as const satisfies readonly (keyof typeof HARSH)[];
const IS_NO_HELP = 0.02;

export type AskedSources = ReturnType<typeof createAskedSources>;

/**
 * The functions by which sources are asked. Each looks when the question comes, with the eyes by which its source looks anyway, and
 * answers some seconds later. One that is down or has stopped for good never answers.
 */
export function createAskedSources(timeline: Timeline, words: Map<string, SaidWord>, random: Random) {
  const reached = new Map<string, Reached>();
  const keyOf = (subject: string, source: string) => `${subject} ${source}`;
  const wait = (ms: number): Promise<void> => new Promise((resolve) => timeline.after(ms, resolve));

  const ask: AskFunction = async ({ timeoutMs }, question) => {
    const { source, about } = question;
    const one = reached.get(keyOf(about.subject.id, source));
    if (one === undefined) throw new Error(`ResourceNotFoundException: ${source} knows nothing of ${about.subject.id}`);
    const fate = fateNow(one.watcher);
    if (fate !== 'answers') {
      note(one, question, 'none');
      await wait(fate === 'times out' ? timeoutMs : quickly());
      if (fate === 'times out') throw new SourceTimedOut(timeoutMs);
      if (fate === 'fails') throw new Error('ServiceException: the scanner is not there');
      return HARSH[random.pick(NO_HELP)](question);
    }
    const seen = one.lookNow(about.resource);
    note(one, question, seen.outcome);
    const said = { ...seen, watcher: one.watcher, resource: about.resource, at: timeline.nowMs() };
    noteWord(words, one.books, `answer-${question.correlationId}`, { ...said, isAnswer: true });
    await wait(quickly());
    const reason = seen.outcome === 'not judged' ? { reason: 'the agent did not answer' } : {};
    return answering({ outcome: seen.outcome, ...reason })(question);
  };

  const quickly = (): number => 500 + random.mostlyShort(8_000);

  function fateNow({ stopsAt, source: { outage } }: Watcher): 'answers' | 'times out' | 'fails' | 'is no help' {
    const at = timeline.nowMs();
    if (at >= stopsAt || isWithin(outage, at)) return random.chance(0.5) ? 'times out' : 'fails';
    const share = random.fraction();
    if (share < TIMES_OUT) return 'times out';
    if (share < TIMES_OUT + FAILS) return 'fails';
    return share < TIMES_OUT + FAILS + IS_NO_HELP ? 'is no help' : 'answers';
  }

  function note({ books }: Reached, question: Question, answer: PutQuestion['answer']): void {
    const { correlationId: id, source, because, about } = question;
    books.questions.push({ id, at: timeline.nowMs(), source, resource: about.resource, because, answer });
  }

  return {
    ask,
    add(one: Reached): void {
      reached.set(keyOf(one.books.plan.subject, one.watcher.source.name), one);
    },
  };
}
