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
    means: 'The ticket said done; the evidence says otherwise.',
    tone: 'bad',
    none: 'No fix was shown to fail in this period.',
  },
  proven: {
    id: 'proven',
    title: 'Proven',
    means: 'Every check passed, on evidence from after the claim.',
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
    means: 'The ticket is still closed as done, and nothing else was looked at. That is no proof.',
    tone: 'untested',
  },
  undecided: {
    id: 'undecided',
    title: 'Undecided',
    means:
      'A check was due and its evidence is missing or too old, or a source said fail and is about to be confirmed. Until then, this is a claim.',
    tone: 'warn',
  },
  passing: {
    id: 'passing',
    title: 'Passed a step',
    means: 'Every check so far passed; more are to come before it counts as proven.',
    tone: 'progress',
  },
  claimed: {
    id: 'claimed',
    title: 'Newly claimed',
    means: 'The ticket says done. Nothing is checked yet.',
    tone: 'neutral',
  },
  reopened: {
    id: 'reopened',
    title: 'Reopened',
    means: 'The claim was taken back in Jira before evidence decided.',
    tone: 'withdrawn',
  },
};
