import type { Remediation } from '../domain/remediation.ts';
import type { Outcome } from '../store/outcomes.ts';
import type { HeadItem } from '../store/read-record.ts';

/** Everything that the reports are made of, read beforehand: what follows is a function of it. */
export type ReportInput = {
  now: string;
  period: { from: string; to: string };
  title: string;
  /** Jira's base URL, without a slash at its end. */
  site: string;
  /** The address of a record, with `{id}` where its id goes. */
  recordUrl: string;
  /** As `dueRemediations` gives them for `remediation`. Whoever has been claimed since is left out. */
  overdue: readonly Remediation[];
  /** As `dueRemediations` gives them for `acceptance`, up to as far ahead as one wants to be warned. */
  acceptances: readonly Remediation[];
  /** As `dueReviews` gives them. */
  reviews: readonly HeadItem['head'][];
  /** Of the period, in order. */
  outcomes: readonly Outcome[];
  /** What is known now of the remediations in `outcomes`. One that is missing costs its priority and time to proof. */
  known: readonly Remediation[];
  /** Claims whose next check comes due soon. */
  upcoming: readonly Remediation[];
};
