import type { Schemas } from '../data/api.ts';
import { StandingShape } from '../marks/standing-mark.tsx';
import type { MarkName } from '../marks/standings.ts';
import { Time } from '../marks/time.tsx';
import { withTimesInWords } from '../marks/with-times-in-words.ts';
import { checkAsked } from './check-words.ts';

type Result = Schemas['CheckResult'];

const LOOK: Record<Result['outcome'], { words: string; mark: MarkName; tone: string }> = {
  pass: { words: 'pass', mark: 'proven', tone: 'good' },
  fail: { words: 'fail', mark: 'did not hold', tone: 'bad' },
  unknown: { words: 'could not decide', mark: 'unproven', tone: 'unproven' },
  stale: { words: 'evidence too old', mark: 'unproven', tone: 'unproven' },
  unsettled: { words: 'not settled', mark: 'in doubt', tone: 'doubt' },
  untested: { words: 'not tested', mark: 'done, not tested', tone: 'untested' },
};

/** Each check of the plan: what it asks, what came of it, why, and the evidence with its time and its source. */
export function CheckResults({ results }: { results: readonly Result[] }) {
  return (
    <ol class="checks">
      {results.map((result, at) => (
        <li key={at} class="check">
          <span class={`mark mark-small tone-${LOOK[result.outcome].tone}`}>
            <StandingShape mark={LOOK[result.outcome].mark} size={14} />
            {LOOK[result.outcome].words}
          </span>
          <div>
            <p>
              <span class="quiet">Check {at + 1}.</span> {checkAsked(result.check)}
            </p>
            {result.evidence.some(({ what }) => what === result.because) ? null : (
              <p class="small quiet">
                <bdi>{withTimesInWords(result.because)}</bdi>
              </p>
            )}
            <EvidenceList evidence={result.evidence} />
            <NotJudged result={result} />
          </div>
        </li>
      ))}
    </ol>
  );
}

function EvidenceList({ evidence }: Pick<Result, 'evidence'>) {
  if (evidence.length === 0) return null;
  return (
    <ul class="evidence-list small" aria-label="Evidence">
      {evidence.map(({ what, at, url }) => (
        <li key={`${what} ${at}`}>
          <bdi>{what}</bdi> · seen <Time at={at} />
          {url === undefined || !/^https?:\/\//i.test(url) ? null : (
            <>
              {' · '}
              <a href={url} target="_blank" rel="noreferrer">
                at its source<span class="unseen"> (another page)</span>
              </a>
            </>
          )}
        </li>
      ))}
    </ul>
  );
}

function NotJudged({ result: { notJudged } }: { result: Result }) {
  if (notJudged === undefined) return null;
  const { count, hasMore, newest } = notJudged;
  return (
    <p class="small quiet">
      Heard {count === 1 ? 'once' : `${count} times${hasMore === true ? ' or more' : ''}`} without a judgement, last by{' '}
      <bdi>{newest.source}</bdi>
      {newest.resource === undefined ? null : (
        <>
          {' '}
          on <bdi>{newest.resource}</bdi>
        </>
      )}
      {newest.reason === undefined ? null : (
        <>
          {' '}
          (<bdi>{newest.reason}</bdi>)
        </>
      )}
      , <Time at={newest.at} />
    </p>
  );
}
