import type { Tone } from '../document/document.ts';
import type { Standing } from './report-data.ts';

type StandingWords = {
  id: string;
  title: string;
  means: string;
  tone: Tone;
  /** Said when no fix stands there. Without it, nothing is said. */
  none?: string;
};

export const STANDING_WORDS: Record<Standing, StandingWords> = {
  'did not hold': {
    id: 'did-not-hold',
    title: 'Did not hold',
    means: 'It was claimed; the evidence says otherwise.',
    tone: 'bad',
    none: 'No fix was shown to fail in this period.',
  },
  proven: {
    id: 'proven',
    title: 'Proven',
    means: 'Every check passed, on fresh evidence from after the claim, and no source says fail.',
    tone: 'good',
    none: 'No fix was proven in this period.',
  },
  attested: {
    id: 'attested',
    title: 'Attested',
    means: 'A second person gave their word on every check; no source of evidence was asked.',
    tone: 'attested',
  },
  'done, not tested': {
    id: 'done-not-tested',
    title: 'Done, not tested',
    means:
      'The ticket is closed as done, and nothing else was looked at; or its check was never seen failing. That is no proof.',
    tone: 'untested',
  },
  unproven: {
    id: 'unproven',
    title: 'Unproven',
    means:
      'Evidence has been missing for so long that the claim no longer stops the clock: it counts as overdue from its due date.',
    tone: 'unproven',
  },
  late: {
    id: 'late',
    title: 'Evidence late',
    means: 'A check was due and its evidence is missing or too old. Until it comes, this is a claim.',
    tone: 'warn',
  },
  'in doubt': {
    id: 'in-doubt',
    title: 'In doubt',
    means:
      'A source says fail. It is reopened when that is confirmed; until the source takes it back, this is a claim.',
    tone: 'doubt',
  },
  passing: {
    id: 'passing',
    title: 'Passed a step',
    means: 'Every check so far passed; more are to come before it counts as proven.',
    tone: 'progress',
  },
  claimed: {
    id: 'claimed',
    title: 'Claimed',
    means: 'The ticket says done, or its pull request is merged. Nothing is checked yet.',
    tone: 'neutral',
  },
  reopened: {
    id: 'reopened',
    title: 'Reopened',
    means: 'The claim was taken back in Jira before evidence decided.',
    tone: 'withdrawn',
  },
};
