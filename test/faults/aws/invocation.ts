import type { FaultKind, FaultPlan, Service } from '../weather/fault-plan.ts';
import type { Random } from '../weather/random.ts';
import type { Timeline } from '../weather/timeline.ts';
import type { Trace } from '../weather/trace.ts';

/** One way in which an operation goes wrong. */
export type Strike<Result> = {
  readonly kind: FaultKind;
  /** True when the other side carries the operation out all the same. */
  readonly takesEffect: boolean;
  readonly outcome:
    | { readonly fails: () => unknown; readonly afterMs?: number }
    | { readonly answers: () => Result }
    | 'crash';
};

export type Operation<Result> = {
  readonly service: Service;
  /** For the trace. */
  readonly what: string;
  /** Effect on the other side: at one moment, with all that follows from it. */
  readonly effect: () => Result;
  /** Most likely ones first; the first that the plan lets strike does. */
  readonly strikes: readonly Strike<Result>[];
  /** Effect while the service is down. */
  readonly down: Strike<Result>;
};

export type InvocationOutcome = { readonly value: unknown } | { readonly error: unknown } | { readonly died: string };

export type Weather = {
  readonly timeline: Timeline;
  readonly random: Random;
  readonly plan: FaultPlan;
  readonly trace: Trace;
};

/** A function as its work sees it: how to reach the world, and how much time is left. */
export type FunctionSurroundings = {
  readonly id: string;
  operate<Result>(operation: Operation<Result>): Promise<Result>;
  wait(delayMs: number): Promise<void>;
  remainingMs(): number;
  /** A number as SQS tells it: sometimes nothing, although there is something, and the other way round. */
  guess(count: number): number;
  /** True when a queue does not take one of several messages. */
  refuses(): boolean;
};

/**
 * Runs a function once. Every operation waits for its turn on the timeline, and there a fault may strike: the function
 * dies, the operation fails before or after its effect, or another answer comes. Who died never goes on, and what it
 * had sent may still arrive.
 *
 * @param done told once how it ended: what it returned, what it threw, or why it died
 */
export function invoke(
  { timeline, random, plan, trace }: Weather,
  { id, timeoutMs, isSpared = false }: { id: string; timeoutMs: number; isSpared?: boolean },
  work: (surroundings: FunctionSurroundings) => Promise<unknown>,
  done: (outcome: InvocationOutcome) => void,
): void {
  const startedAt = timeline.nowMs();
  let isRunning = true;

  function end(outcome: InvocationOutcome): void {
    if (!isRunning) return;
    isRunning = false;
    done(outcome);
  }

  function die(why: string): void {
    if (!isRunning) return;
    trace.note(id, 'dies', why);
    end({ died: why });
  }

  function strikeFor<Result>({ service, what, strikes, down }: Operation<Result>): Strike<Result> | undefined {
    if (isSpared) return undefined;
    return plan.isDown(service) ? down : strikes.find(({ kind }) => plan.strikes(kind, what));
  }

  const surroundings: FunctionSurroundings = {
    id,
    remainingMs: () => Math.max(0, startedAt + timeoutMs - timeline.nowMs()),
    guess: (count) => (!plan.isCalm() && random.chance(0.1) ? random.integer(0, 2) : count),
    refuses: () => plan.strikes('messages partly taken'),
    wait: (delayMs) => new Promise((resolve) => timeline.after(delayMs, () => isRunning && resolve())),
    operate<Result>(operation: Operation<Result>): Promise<Result> {
      return new Promise((resolve, reject) => {
        if (!isRunning) return;
        timeline.after(plan.latencyMs(), () => {
          // What a dead function had under way is on the wire, or never left.
          if (!isRunning && !random.chance(0.5)) return;
          const strike = isRunning ? strikeFor(operation) : undefined;
          trace.note(id, isRunning ? operation.what : `${operation.what} (sent before it died)`, strike?.kind);
          const carryOut = (): (() => void) => settlement(operation.effect, resolve, reject);
          if (strike === undefined) carryOut()();
          else suffer(strike, carryOut, resolve, reject);
        });
      });
    },
  };

  function suffer<Result>(
    { kind, takesEffect, outcome }: Strike<Result>,
    carryOut: () => () => void,
    resolve: (result: Result) => void,
    reject: (error: unknown) => void,
  ): void {
    if (takesEffect) carryOut();
    if (outcome === 'crash') die(kind);
    else if ('answers' in outcome) settlement(outcome.answers, resolve, reject)();
    else timeline.after(outcome.afterMs ?? 0, () => isRunning && reject(outcome.fails()));
  }

  timeline.after(timeoutMs, () => die('function timed out'));
  if (!isSpared && plan.strikes('function cut off'))
    timeline.after(random.integer(0, 400), () => die('function cut off'));
  work(surroundings).then(
    (value) => end({ value }),
    (error: unknown) => end({ error }),
  );
}

/** Does it now; tells of it when the result is called. */
function settlement<Result>(
  effect: () => Result,
  resolve: (result: Result) => void,
  reject: (error: unknown) => void,
): () => void {
  try {
    const result = effect();
    return () => resolve(result);
  } catch (error) {
    return () => reject(error);
  }
}
