import './fix.css';
import type { ComponentChildren } from 'preact';
import { api, type Schemas } from '../data/api.ts';
import { useQuery } from '../data/query.ts';
import { readFailedAgain } from '../data/read-failed-again.ts';
import { got } from '../data/refusal.ts';
import { Due } from '../marks/due.tsx';
import { StandingMark } from '../marks/standing-mark.tsx';
import { Time, timeInWords } from '../marks/time.tsx';
import { TlpBand, TlpMark } from '../marks/tlp.tsx';
import { WordMark } from '../marks/word-mark.tsx';
import { Empty } from '../parts/empty.tsx';
import { Problem } from '../parts/problem.tsx';
import { Skeleton } from '../parts/skeleton.tsx';
import { useRecordLog } from '../review/record-log.ts';
import type { Params } from '../router/place.ts';
import { to } from '../router/to.ts';
import { useMe } from '../shell/me.ts';
import { Page } from '../shell/page.tsx';
import { beforeTheClaim } from './before-the-claim.ts';
import { CheckResults } from './check-results.tsx';
import { FixActions } from './fix-actions.tsx';
import { didNotHoldBefore, markOfFix } from './mark-of-fix.ts';
import { Moments } from './moments.tsx';
import { standingInWords } from './standing-in-words.ts';
import { fixStory } from './story.ts';
import { Strip } from './strip.tsx';

type Fix = Schemas['Remediation'];
type Standing = Schemas['FixStanding'];

/** The story of a fix: from the approval over each claim and each check to where it stands. */
export function FixPlace({ params: { id = '', fix: fixId = '' } }: { params: Params }) {
  const path = { id, remediation: fixId };
  const record = useQuery({
    key: ['record', id],
    read: async (signal) => got(await api.GET('/post-mortems/{id}', { params: { path: { id } }, signal })),
  });
  const fix = useQuery({
    key: ['fix', id, fixId],
    read: async (signal) =>
      got(await api.GET('/post-mortems/{id}/remediations/{remediation}', { params: { path }, signal })),
  });
  const standing = useQuery({
    key: ['fix', id, fixId, 'standing'],
    read: async (signal) =>
      got(await api.GET('/post-mortems/{id}/remediations/{remediation}/standing', { params: { path }, signal })),
  });
  const log = useRecordLog(id);
  const { me, error: unknown } = useMe();
  const known = record.data?.data;
  // Drawn at once, so that nothing moves under somebody's hand.
  const isReading = me === undefined || [log, standing].some(({ data, error }) => data === undefined && error === null);
  if (fix.data === undefined || known === undefined || isReading) {
    const error = fix.error ?? record.error ?? (me === undefined ? unknown : null);
    return (
      <Page title="Fix" tab="Fix">
        {error === null ? (
          <Skeleton rows={6} />
        ) : (
          <Problem error={error} what="The fix" retry={() => void readFailedAgain()} />
        )}
      </Page>
    );
  }
  const { data, etag = '*' } = fix.data;
  const story = fixStory(log.data?.items ?? [], fixId);
  const isLogWhole = log.data?.hasMore === false;
  const isOver = data.state === 'cancelled' || data.state === 'verified';
  return (
    <Page title={data.title} about={<FixHead fix={data} standing={standing.data?.data} record={known} />}>
      <div class="stack">
        <TlpBand tlp={known.tlp} />
        <FixActions id={id} fixId={fixId} fix={data} etag={etag} record={known} />
        <Problem error={log.error} what="The log" retry={() => void log.refetch()} />
        {isLogWhole ? <Strip story={story} dueAt={data.dueAt} isOver={isOver} /> : null}
        <NowStands
          fix={data}
          standing={standing.data?.data}
          before={beforeTheClaim(data, isLogWhole ? story : undefined, timeInWords(data.dueAt, 'day'))}
          problem={
            <Problem
              error={standing.error}
              what="Where it stands by its checks"
              retry={() => void standing.refetch()}
            />
          }
        />
        <section aria-labelledby="story">
          <h2 id="story">What happened</h2>
          {log.data?.hasMore === true ? (
            <p class="small quiet">The log is long: its newest entries are not in this list.</p>
          ) : null}
          {isLogWhole && story.length === 0 ? (
            <Empty>Nothing has happened to this fix yet.</Empty>
          ) : (
            <Moments story={story} />
          )}
        </section>
      </div>
    </Page>
  );
}

type FixHeadProps = { fix: Fix; standing: Standing | undefined; record: Schemas['Record'] };

function FixHead({ fix, standing, record }: FixHeadProps) {
  const mark = markOfFix(fix, standing);
  const end = fix.state === 'accepted' ? `until ${timeInWords(fix.acceptance.until, 'day')}` : '';
  const link = record.recommendations.find(({ id }) => id === fix.id)?.remediation?.ticket;
  return (
    <div class="fix-facts">
      <StandingMark mark={mark} more={end} />
      {(fix.state === 'claimed' || fix.state === 'verifying') && didNotHoldBefore(fix) ? (
        <span class="quiet">did not hold before</span>
      ) : null}
      <WordMark words={fix.priority} tone={fix.priority} />
      <span>
        <bdi>{fix.ownerTeam}</bdi>
      </span>
      <span>
        Due <Due at={fix.dueAt} isOver={fix.state === 'cancelled' || fix.state === 'verified'} />
      </span>
      {fix.reopenCount === 0 ? null : <span class="mark tone-withdrawn">reopened {fix.reopenCount}×</span>}
      {link === undefined ? null : (
        <a href={link.url} target="_blank" rel="noreferrer">
          {link.key} in Jira<span class="unseen"> (another page)</span> ↗
        </a>
      )}
      <span>
        of <a href={to.record(fix.postMortemId)}>{record.incident.key}</a>, <bdi>{record.incident.title}</bdi>
      </span>
      <TlpMark tlp={record.tlp} />
    </div>
  );
}

type NowStandsProps = {
  fix: Fix;
  standing: Standing | undefined;
  before: string;
  /** What went wrong where the standing could not be read. */
  problem: ComponentChildren;
};

/** Where it stands by all that is known now: each check, what is awaited, and when it is looked at again. */
function NowStands({ fix, standing, before, problem }: NowStandsProps) {
  return (
    <section class="stack" aria-labelledby="now-stands">
      <h2 id="now-stands">Where it stands</h2>
      {before === '' ? null : <p>{before}</p>}
      <StateNote fix={fix} />
      {problem}
      {standing === undefined ? null : (
        <>
          <p class="quiet">{standingInWords(standing)}</p>
          {standing.results.length === 0 ? null : <CheckResults results={standing.results} />}
        </>
      )}
      {fix.untestedBecause === undefined ? null : (
        <p class="quiet">
          Nothing but its ticket can show it: <bdi>{fix.untestedBecause}</bdi>
        </p>
      )}
    </section>
  );
}

/** What its state alone tells, beside the checks. */
function StateNote({ fix }: { fix: Fix }) {
  switch (fix.state) {
    case 'ambiguous':
      return (
        <p>
          Asked Jira to create it, <Time at={fix.ambiguousSince} />; no answer came. Looking for it{' '}
          <Time at={fix.nextSearchAt} />; nothing is created twice.
        </p>
      );
    case 'requested':
      return fix.refusedBecause === undefined ? null : (
        <p>
          Jira refuses to create its ticket: <bdi>{fix.refusedBecause}</bdi>
        </p>
      );
    case 'accepted':
      return (
        <p>
          <bdi>{fix.acceptance.by.name}</bdi> accepted the risk: <bdi>{fix.acceptance.reason}</bdi> In its place:{' '}
          <bdi>{fix.acceptance.compensatingControl}</bdi>
        </p>
      );
    case 'cancelled':
      return (
        <p>
          Given up by <bdi>{fix.by.name}</bdi>, <Time at={fix.at} />: <bdi>{fix.reason}</bdi>
        </p>
      );
    default:
      return null;
  }
}
