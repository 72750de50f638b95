import { RefusedByApi } from '../api/refused-by-api.ts';

/** Options of `holdfast lesson …` by the place in the body that the API names. */
const OPTIONS: Readonly<Record<string, string>> = {
  '/version': '--document-version',
  '/url': '--url',
  '/versionAt': '--version-date',
  '/note': '--note',
  '/training': '--audience, --people, --trained and --trained-by',
  '/training/audience': '--audience',
  '/training/people': '--people',
  '/training/trained': '--trained',
  '/training/at': '--trained-by',
  '/exercise': '--exercised and --exercise-result',
  '/exercise/at': '--exercised',
  '/exercise/result': '--exercise-result',
  '/test': '--test, --tested, --test-result, and --test-url or --test-evidence',
  '/test/what': '--test',
  '/test/at': '--tested',
  '/test/result': '--test-result',
  '/test/url': '--test-url',
  '/test/evidenceId': '--test-evidence',
  '/reason': '--reason',
  '/dueAt': '--due-at',
};

const ADVICE: Readonly<Record<number, string>> = {
  409: 'how it stands now: holdfast lesson show <record> <lesson>',
  412: 'read it again (holdfast lesson show <record> <lesson>), and decide on what is there now',
};

/** A refusal in the words of whoever typed the command; other errors as they are. */
export function aboutLesson(error: unknown): unknown {
  if (!(error instanceof RefusedByApi)) return error;
  return new RefusedByApi(error.status, error.problem, ADVICE[error.status], (place) => OPTIONS[place] ?? place);
}
