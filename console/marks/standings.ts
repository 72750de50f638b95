import type { Schemas } from '../data/api.ts';

type FixState = Schemas['FixLine']['state'];

/** Where a fix stands, as a person is to understand it. */
export type MarkName =
  | 'requested'
  | 'unsure'
  | 'open'
  | 'claimed'
  | 'passing'
  | 'late'
  | 'unproven'
  | 'in doubt'
  | 'proven'
  | 'attested'
  | 'done, not tested'
  | 'did not hold'
  | 'reopened'
  | 'accepted'
  | 'cancelled';

export type MarkLook = { words: string; means: string; tone: string; shape: string };

/** Word, shape and colour of each: always all three. Words and colours are those of the reports. */
export const MARKS: Record<MarkName, MarkLook> = {
  requested: { words: 'Requested', means: 'Its ticket is about to be made.', tone: 'neutral', shape: 'dashes' },
  unsure: {
    words: 'Creating, unsure',
    means: 'Jira was asked for the ticket and did not answer; Holdfast looks whether it is there.',
    tone: 'neutral',
    shape: 'dashes-question',
  },
  open: { words: 'Open', means: 'Nobody says that it is done.', tone: 'open', shape: 'ring' },
  claimed: {
    words: 'Claimed',
    means: 'The ticket says done, or its pull request is merged. Nothing is checked yet.',
    tone: 'claimed',
    shape: 'half',
  },
  passing: {
    words: 'Passed a step',
    means: 'Every check so far passed; more are to come before it counts as proven.',
    tone: 'progress',
    shape: 'arc',
  },
  late: {
    words: 'Evidence late',
    means: 'A check was due and its evidence is missing or too old. Until it comes, this is a claim.',
    tone: 'warn',
    shape: 'clock',
  },
  unproven: {
    words: 'Unproven',
    means:
      'Evidence has been missing for so long that the claim no longer stops the clock: it counts as overdue from its due date.',
    tone: 'unproven',
    shape: 'triangle',
  },
  'in doubt': {
    words: 'In doubt',
    means:
      'A source says fail. It is reopened when that is confirmed; until the source takes it back, this is a claim.',
    tone: 'doubt',
    shape: 'diamond',
  },
  proven: {
    words: 'Proven',
    means: 'Every check passed, on fresh evidence from after the claim, and no source says fail.',
    tone: 'good',
    shape: 'disc',
  },
  attested: {
    words: 'Attested',
    means: 'A second person gave their word on every check; no source of evidence was asked.',
    tone: 'attested',
    shape: 'shield',
  },
  'done, not tested': {
    words: 'Done, not tested',
    means:
      'The ticket is closed as done, and nothing else was looked at; or its check was never seen failing. That is no proof.',
    tone: 'untested',
    shape: 'hollow-tick',
  },
  'did not hold': {
    words: 'Did not hold',
    means: 'It was claimed; the evidence says otherwise.',
    tone: 'bad',
    shape: 'octagon',
  },
  reopened: {
    words: 'Reopened',
    means: 'The claim was taken back in Jira before evidence decided.',
    tone: 'withdrawn',
    shape: 'back',
  },
  accepted: {
    words: 'Risk accepted',
    means: 'An approver decided to live without it, until a date or for longer.',
    tone: 'accepted',
    shape: 'square',
  },
  cancelled: { words: 'Cancelled', means: 'The fix was given up, with a reason.', tone: 'neutral', shape: 'slash' },
};

/** The mark of a line of the lists, or of a fix with the standing that was read beside it. */
export function markOf(fix: {
  state: FixState;
  grade?: Schemas['FixLine']['grade'] | undefined;
  isUnproven?: boolean | undefined;
  cameBackAt?: string | undefined;
  standing?: string | undefined;
}): MarkName {
  const { state, grade, isUnproven, standing } = fix;
  if (isSaidOf(standing, state)) return standing;
  switch (state) {
    case 'verified':
      return grade ?? 'done, not tested';
    case 'ineffective':
    case 'regressed':
      return 'did not hold';
    case 'requested':
    case 'ambiguous':
    case 'open':
      // One that waits for another ticket as well: why it is wanted again says more than how far that ticket is.
      if (fix.cameBackAt !== undefined) return 'did not hold';
      return state === 'ambiguous' ? 'unsure' : state;
    case 'claimed':
      return isUnproven === true ? 'unproven' : 'claimed';
    case 'verifying':
      return isUnproven === true ? 'unproven' : 'passing';
    default:
      return state;
  }
}

/** What a standing is said of; of the others the state says all. */
const JUDGED: readonly FixState[] = ['open', 'claimed', 'verifying', 'verified', 'ineffective', 'regressed'];
/** Said of what is verified alone. */
const GRADES: readonly string[] = ['proven', 'attested', 'done, not tested'];

const isSaidOf = (standing: string | undefined, state: FixState): standing is MarkName =>
  standing !== undefined &&
  Object.hasOwn(MARKS, standing) &&
  JUDGED.includes(state) &&
  (state === 'verified' || !GRADES.includes(standing));
