import {
  aRepeatedFailCountsAtOnce,
  eachQuestionIsAskedOnce,
  silenceIsHeldOnlyAfterAsking,
  whatIsReopenedFalselyWasAskedAbout,
} from './asking-promises.ts';
import {
  aFailedFixIsReopened,
  aReopeningHasGrounds,
  aStandingFailReopens,
  honestSourcesReopenNothingGood,
  nothingIsProvenOverAFail,
  whatComesBackAgainAndAgainIsHeld,
} from './fail-promises.ts';
import { silenceOfAnOutageIsExcused } from './outage-promises.ts';
import { reportsAgreeWithTheBooks, whatPeopleCloseIsAClaim } from './report-promises.ts';
import {
  eachRungIsToldOnce,
  nothingIsProvenByOldEvidence,
  nothingIsToldDaily,
  silenceIsNotToldTooEarly,
  silenceIsTold,
  stepsPassOnEvidenceOfTheirOwn,
} from './silence-promises.ts';
import type { Promised } from './violation.ts';

/** What must hold of a year, whoever lied in it and whatever came late. */
export const YEAR_PROMISES: readonly Promised[] = [
  nothingFails,
  whatPeopleCloseIsAClaim,
  nothingIsProvenOverAFail,
  aStandingFailReopens,
  aFailedFixIsReopened,
  aReopeningHasGrounds,
  aRepeatedFailCountsAtOnce,
  whatIsReopenedFalselyWasAskedAbout,
  eachQuestionIsAskedOnce,
  silenceIsHeldOnlyAfterAsking,
  whatComesBackAgainAndAgainIsHeld,
  honestSourcesReopenNothingGood,
  silenceIsNotToldTooEarly,
  silenceIsTold,
  silenceOfAnOutageIsExcused,
  nothingIsProvenByOldEvidence,
  stepsPassOnEvidenceOfTheirOwn,
  eachRungIsToldOnce,
  nothingIsToldDaily,
  reportsAgreeWithTheBooks,
];

function nothingFails({ mistakes, end }: Parameters<Promised>[0]): ReturnType<Promised> {
  return mistakes.map((error) => ({
    promise: 'nothing fails that nobody made fail',
    because: error instanceof Error ? `${error.stack}` : String(error),
    at: end,
  }));
}
