import type { Remediation } from '../../shared/domain/remediation/remediation.ts';
import type { RemediationEvent } from '../../shared/domain/remediation/remediation-events.ts';
import type { AskedBecause } from '../../shared/domain/verification/asking.ts';
import type { Severity } from '../../shared/domain/words/severity.ts';
import type { ValidationReport } from '../../shared/report/report-data.ts';
import type { Truth } from './truth/repairs.ts';
import type { Span } from './truth/spans.ts';
import type { FixPlan } from './world/plan.ts';

/** A word of a source, with times that no product knows as a whole. Milliseconds since 1970. */
export type SaidWord = {
  readonly source: string;
  readonly resource: string;
  readonly outcome: 'pass' | 'fail';
  readonly observedAt: number;
  readonly isFalse: boolean;
  /** It was asked, and looked because of that. */
  readonly isAnswer: boolean;
  /** When Holdfast had it in its table, and when it had taken it up. Infinity: not yet. */
  arrivedAt: number;
  takenUpAt: number;
};

/** A question as it reached the function of a source, and what that made of it. */
export type PutQuestion = {
  readonly id: string;
  readonly at: number;
  readonly source: string;
  readonly resource: string;
  readonly because: AskedBecause;
  /** `none`: it timed out, failed, or answered what is no answer. */
  readonly answer: 'pass' | 'fail' | 'not judged' | 'none';
};

/** How a fix was shown from a time on. */
export type Shown = { readonly at: number; readonly fix: Remediation };

export type ToldEvent = { readonly at: number; readonly event: RemediationEvent };

/** Everything about one fix: what is true, what was said, and what Holdfast made of it. */
export type FixBooks = {
  readonly id: string;
  readonly plan: FixPlan;
  readonly team: string;
  readonly priority: Severity;
  readonly truth: Truth;
  /** Words of accepted sources that judge, in the order in which they were observed. */
  readonly words: SaidWord[];
  /** In the order in which they were put. */
  readonly questions: PutQuestion[];
  readonly shown: Shown[];
  readonly events: ToldEvent[];
  /** When its first due date is, and when people moved its card to done. */
  firstDueAt: number;
  readonly closings: number[];
};

/** The books of a year. */
export type YearBooks = {
  readonly fixes: readonly FixBooks[];
  readonly reports: readonly ValidationReport[];
  /** The day on which Holdfast itself was down. */
  readonly outage: Span;
  readonly begin: number;
  readonly end: number;
  readonly isHonest: boolean;
  readonly signals: number;
  /** How often a verdict was computed. */
  readonly verdicts: number;
  /** What failed that nothing should let fail. */
  readonly mistakes: readonly unknown[];
};

/** How a fix is shown at a time. */
export function shownAt({ shown }: FixBooks, at: number): Remediation | undefined {
  return shown.findLast((one) => one.at <= at)?.fix;
}
