import { namesSomething, saysSomething } from '../../words/says-something.ts';
import type { Evidence } from './evidence.ts';
import type { Lesson, LessonReference } from './lesson.ts';

export type ProofProblem = { path: string; message: string };

/** What a proof is held against. */
export type ProofFacts = {
  /** When the incident was opened: what was there before it has not learned of it. */
  openedAt: string;
  /** When a review last found that the lesson did not hold any more. */
  heldUntil?: string | undefined;
  now: string;
  evidence: readonly Pick<Evidence, 'id' | 'status'>[];
};

/** What is still wanted of the proof that a lesson is in place, and what is in it that cannot be. Empty: it is one. */
export function proofProblems(
  { updates }: Pick<Lesson, 'updates'>,
  reference: LessonReference,
  facts: ProofFacts,
): ProofProblem[] {
  return [
    ...emptyWords(reference),
    ...wanted(updates, reference),
    ...datesOutside(reference, facts),
    ...contradictions(reference, facts),
  ];
}

/** Fields that are filled, and tell nobody anything. */
function emptyWords({ version, url, training, exercise, test }: LessonReference): ProofProblem[] {
  const unless = (isFine: boolean, path: string, message: string) => (isFine ? [] : [{ path, message }]);
  const place = 'this is an address of your own machine: give one that others can open';
  return [
    ...unless(
      namesSomething(version),
      'version',
      'say which version it is, such as "3.1" or the day on which it was published',
    ),
    ...unless(url === undefined || !isOwnMachine(url), 'url', place),
    ...unless(training === undefined || namesSomething(training.audience), 'training.audience', 'say whom it is for'),
    ...unless(
      exercise === undefined || saysSomething(exercise.result),
      'exercise.result',
      'say how it went, in a few words',
    ),
    ...unless(test === undefined || saysSomething(test.what), 'test.what', 'say what was run, in a few words'),
    ...unless(test?.url === undefined || !isOwnMachine(test.url), 'test.url', place),
  ];
}

function isOwnMachine(url: string): boolean {
  const { hostname } = new URL(url);
  return hostname === 'localhost' || hostname.endsWith('.localhost') || hostname === '[::1]' || /^127\./.test(hostname);
}

/** By what is updated: a document has a place and a date, a training has people, a detection fires. */
function wanted(updates: Lesson['updates'], reference: LessonReference): ProofProblem[] {
  const { url, versionAt, training, exercise, test } = reference;
  switch (updates) {
    case 'policy':
    case 'procedure':
    case 'response plan':
      return [
        ...missing('url', url, `say where this version of the ${updates} is`),
        ...missing('versionAt', versionAt, `say of when this version of the ${updates} is`),
        ...outOfPlace('training', training, `a ${updates} is proven by its version; training is a lesson of its own`),
        ...outOfPlace('test', test, `a ${updates} is proven by its version; a detection is a lesson of its own`),
        ...(updates === 'response plan'
          ? []
          : outOfPlace(
              'exercise',
              exercise,
              `a ${updates} is proven by its version; exercises are of plans and training`,
            )),
      ];
    case 'training':
      return [
        ...missing('training', training, 'say whom it is for, how many they are, how many of them did it, and by when'),
        ...outOfPlace(
          'test',
          test,
          'a training is proven by the people who did it; a detection is a lesson of its own',
        ),
      ];
    case 'detection':
      return [
        ...missing('test', test, 'say what was run to see that it fires, when, and with which result'),
        ...(test === undefined || test.url !== undefined || test.evidenceId !== undefined
          ? []
          : [
              {
                path: 'test.url',
                message: 'give a link to the result, or the `evidenceId` of evidence of this record',
              },
            ]),
        ...outOfPlace('training', training, 'a detection is proven by a test; training is a lesson of its own'),
        ...outOfPlace('exercise', exercise, 'a detection is proven by a test; exercises are of plans and training'),
      ];
  }
}

function datesOutside({ versionAt, training, exercise, test }: LessonReference, facts: ProofFacts): ProofProblem[] {
  const dates = {
    versionAt,
    'training.at': training?.at,
    'exercise.at': exercise?.at,
    'test.at': test?.at,
  };
  return Object.entries(dates).flatMap(([path, at]) => {
    if (at === undefined) return [];
    if (Date.parse(at) > Date.parse(facts.now)) return [{ path, message: `${at} is still to come` }];
    // Whoever names a day means the whole of it: one that began before the incident is the same day.
    if (facts.heldUntil !== undefined && dayOf(at) < dayOf(facts.heldUntil)) {
      const found = 'when a review found that the lesson no longer held';
      return [{ path, message: `${at} is before ${dayOf(facts.heldUntil)}, ${found}` }];
    }
    if (dayOf(at) >= dayOf(facts.openedAt)) return [];
    return [{ path, message: `${at} is before the incident, which was opened on ${dayOf(facts.openedAt)}` }];
  });
}

function contradictions({ training, test }: LessonReference, { evidence }: ProofFacts): ProofProblem[] {
  const problems: ProofProblem[] = [];
  if (training !== undefined && training.trained > training.people) {
    const message = `${training.trained} of ${training.people} people cannot have done it`;
    problems.push({ path: 'training.trained', message });
  }
  if (test?.result === 'did not fire') {
    problems.push({ path: 'test.result', message: 'a detection that did not fire is not in place' });
  }
  const named = test?.evidenceId;
  if (named !== undefined) problems.push(...evidenceProblems(evidence.find(({ id }) => id === named)?.status, named));
  return problems;
}

/** Only what is there can be looked at: what was announced may never arrive, or arrive as something else. */
function evidenceProblems(status: Evidence['status'] | undefined, id: string): ProofProblem[] {
  if (status === 'held' || status === 'elsewhere') return [];
  const why =
    status === undefined
      ? `there is no evidence ${id} in this record`
      : `the evidence ${id} ${status === 'expected' ? 'is still to be uploaded' : 'was refused'}`;
  return [{ path: 'test.evidenceId', message: why }];
}

/** Times are in UTC here, so the day is how they begin. */
const dayOf = (at: string): string => at.slice(0, 10);
const missing = (path: string, value: unknown, message: string): ProofProblem[] =>
  value === undefined ? [{ path, message }] : [];
const outOfPlace = (path: string, value: unknown, message: string): ProofProblem[] =>
  value === undefined ? [] : [{ path, message }];
