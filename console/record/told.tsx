import { Problem } from '../parts/problem.tsx';

/** What this page itself found, in words for the person. */
export class Told extends Error {}

/** What went wrong, whoever found it. */
export function ProblemOrTold({ error, what }: { error: Error | undefined; what: string }) {
  if (!(error instanceof Told)) return <Problem error={error} what={what} />;
  return (
    <p class="band band-bad" role="alert">
      {error.message}
    </p>
  );
}
