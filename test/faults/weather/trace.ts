import { hash } from './random.ts';
import type { Timeline } from './timeline.ts';

export type Step = { readonly at: string; readonly who: string; readonly what: string; readonly fault?: string };

export type Trace = ReturnType<typeof createTrace>;

/** Everything that happened in a run, in order, and a number that stands for all of it: the same run, the same number. */
export function createTrace(timeline: Timeline) {
  const steps: Step[] = [];
  let fingerprint = 0;

  return {
    note(who: string, what: string, fault?: string): void {
      const step = { at: timeline.now(), who, what, ...(fault === undefined ? {} : { fault }) };
      steps.push(step);
      fingerprint = hash(`${fingerprint} ${step.at} ${who} ${what} ${fault ?? ''}`);
    },

    fingerprint: () => fingerprint,
    steps: (): readonly Step[] => steps,
  };
}

/** The last steps that have to do with `about`, or simply the last ones: enough to see what led to a violation. */
export function relevantSteps(steps: readonly Step[], about: readonly string[], limit: number): Step[] {
  const isRead = ({ what, fault }: Step) => fault === undefined && /^(get|query) /.test(what);
  const isRelevant = (step: Step) => !isRead(step) && about.some((word) => step.what.includes(word));
  const relevant = about.length === 0 ? steps : steps.filter(isRelevant);
  return (relevant.length === 0 ? steps : relevant).slice(-limit);
}

const LINE = 200;

export function stepInWords({ at, who, what, fault }: Step): string {
  const words = what.length > LINE ? `${what.slice(0, LINE)} …` : what;
  return `${at.slice(5, 23).replace('T', ' ')}  ${who.padEnd(26)} ${words}${fault === undefined ? '' : `  ✗ ${fault}`}`;
}
