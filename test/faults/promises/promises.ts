import { dueDatesArePutBackOnce, fieldsAreKnownAsTheyAre, pushesAreAnswered } from './avoidance-promises.ts';
import {
  aWebhookIsAcceptedOnce,
  deadLetterQueuesAreEmpty,
  everyEventIsWorkedOff,
  everyEventReachesItsWorker,
  noEventIsLostBetweenTableAndBus,
} from './event-promises.ts';
import { nothingLeavesBeforeItsTime } from './limit-promises.ts';
import { changesAreInStep, countsAreRight, listsAreInStep, recordsAreFoundByTheirWords } from './list-promises.ts';
import { chainsAreIntact, stateEqualsReplay } from './log-promises.ts';
import {
  acceptedRisksEnd,
  approvalsCount,
  dutiesAreAnnouncedOnce,
  recordsStandWhereTheyShould,
} from './record-promises.ts';
import type { Remains } from './remains.ts';
import { acceptedFixesAreTakenUpAgain, nothingIsReopenedWhileAccepted } from './risk-promises.ts';
import { lastWordsAreThoseOfTheirLog, programsSpeakForTheirSourcesAlone } from './signal-promises.ts';
import { sweepsComeToTheirEnd } from './sweep-promises.ts';
import {
  everyRemediationAgreesWithItsTicket,
  noTicketWithoutRecord,
  oneCommentForEveryFailure,
  oneRecordForEveryClosedIncident,
  oneTicketForEveryApprovedRecommendation,
} from './ticket-promises.ts';
import {
  noFixStandsAgainstAFail,
  noFixStandsAgainstARepeatedFail,
  nothingGoodIsReopened,
  nothingIsAskedTwice,
  nothingIsProvenInSilence,
  silenceOfAnOutageIsExcused,
} from './verdict-promises.ts';
import type { Violation } from './violation.ts';

/** Promises that must hold when the storm is over, whatever happened in it. */
export const PROMISES: readonly ((remains: Remains) => Violation[])[] = [
  simulationIsSound,
  oneRecordForEveryClosedIncident,
  oneTicketForEveryApprovedRecommendation,
  noTicketWithoutRecord,
  oneCommentForEveryFailure,
  everyRemediationAgreesWithItsTicket,
  sweepsComeToTheirEnd,
  fieldsAreKnownAsTheyAre,
  dueDatesArePutBackOnce,
  pushesAreAnswered,
  noFixStandsAgainstAFail,
  nothingIsProvenInSilence,
  silenceOfAnOutageIsExcused,
  nothingGoodIsReopened,
  nothingIsAskedTwice,
  noFixStandsAgainstARepeatedFail,
  programsSpeakForTheirSourcesAlone,
  lastWordsAreThoseOfTheirLog,
  noEventIsLostBetweenTableAndBus,
  everyEventReachesItsWorker,
  everyEventIsWorkedOff,
  aWebhookIsAcceptedOnce,
  recordsStandWhereTheyShould,
  acceptedRisksEnd,
  acceptedFixesAreTakenUpAgain,
  nothingIsReopenedWhileAccepted,
  dutiesAreAnnouncedOnce,
  approvalsCount,
  chainsAreIntact,
  stateEqualsReplay,
  deadLetterQueuesAreEmpty,
  nothingLeavesBeforeItsTime,
  listsAreInStep,
  changesAreInStep,
  countsAreRight,
  recordsAreFoundByTheirWords,
];

function simulationIsSound({ storm }: Remains): Violation[] {
  return storm.mistakes.map((error) => ({
    promise: 'the simulation makes no mistake of its own',
    because: error instanceof Error ? `${error.stack}` : String(error),
    about: [],
  }));
}
