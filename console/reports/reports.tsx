import { useSignal } from '@preact/signals';
import { api } from '../data/api.ts';
import { useQuery } from '../data/query.ts';
import { got } from '../data/refusal.ts';
import { Time } from '../marks/time.tsx';
import { Empty } from '../parts/empty.tsx';
import { Problem } from '../parts/problem.tsx';
import { Skeleton } from '../parts/skeleton.tsx';
import { query, setQuery } from '../router/address.ts';
import { to } from '../router/to.ts';
import { useMe } from '../shell/me.ts';
import { Page } from '../shell/page.tsx';
import { MakeReport, REPORT_KINDS } from './make-report.tsx';
import './reports.css';

type Line = Awaited<ReturnType<typeof readPage>>['reports'][number];
type Kind = keyof typeof REPORT_KINDS;

const readPage = async (kind: Kind | undefined, cursor: string | undefined, signal: AbortSignal) =>
  got(
    await api.GET('/reports', {
      params: { query: { ...(kind === undefined ? {} : { kind }), ...(cursor === undefined ? {} : { cursor }) } },
      signal,
    }),
  ).data;

/** The reports, the newest first: those of the schedule, and those that somebody had made. */
export function Reports() {
  const { may } = useMe();
  const asked = query.value.get('kind');
  const kind = asked === 'overdue' || asked === 'validation' ? asked : undefined;
  return (
    <Page title="Reports" about="What is overdue, and which fixes evidence proves.">
      {may('make reports') ? <MakeReport /> : null}
      <div class="filter" role="group" aria-label="Kind of report">
        {([undefined, 'overdue', 'validation'] as const).map((one) => (
          <button
            key={one ?? 'all'}
            type="button"
            class="button"
            aria-pressed={kind === one}
            onClick={() => setQuery({ kind: one })}
          >
            {one === undefined ? 'All' : REPORT_KINDS[one]}
          </button>
        ))}
      </div>
      <Pages key={kind ?? 'all'} kind={kind} />
    </Page>
  );
}

function Pages({ kind }: { kind: Kind | undefined }) {
  const cursors = useSignal<readonly (string | undefined)[]>([undefined]);
  return (
    <>
      {cursors.value.map((cursor, at) => (
        <OnePage
          key={cursor ?? 'first'}
          kind={kind}
          cursor={cursor}
          isLast={at === cursors.value.length - 1}
          more={(next) => {
            cursors.value = [...cursors.value, next];
          }}
        />
      ))}
    </>
  );
}

type OnePageProps = {
  kind: Kind | undefined;
  cursor: string | undefined;
  isLast: boolean;
  more: (next: string) => void;
};

function OnePage({ kind, cursor, isLast, more }: OnePageProps) {
  const { may } = useMe();
  const { data, error, refetch } = useQuery({
    key: ['reports', kind ?? 'all', cursor ?? ''],
    read: (signal) => readPage(kind, cursor, signal),
  });
  if (data === undefined) {
    return error === null ? (
      <Skeleton rows={6} />
    ) : (
      <Problem error={error} what="The list of reports" retry={() => void refetch()} />
    );
  }
  const { reports, next } = data;
  if (reports.length === 0 && cursor === undefined) {
    return (
      <Empty>
        No report is here yet. The schedule makes the first one, on most installations on Monday
        {may('make reports') ? '; with the buttons above you need not wait for it' : ''}. Reports say what is overdue,
        and which fixes were proven or came back.
      </Empty>
    );
  }
  return (
    <>
      <ul class="report-list">
        {reports.map((line) => (
          <ReportRow key={line.name} line={line} />
        ))}
      </ul>
      {isLast && next !== undefined ? (
        <button type="button" class="button" onClick={() => more(next)}>
          Show older ones
        </button>
      ) : null}
    </>
  );
}

function ReportRow({ line: { name, kind, generatedAt, period, summary, madeFor } }: { line: Line }) {
  return (
    <li>
      <div>
        <a href={to.report(name)}>
          <strong>{REPORT_KINDS[kind]}</strong>
          <span class="unseen">, </span> <Time at={generatedAt} />
        </a>
        <p>
          <bdi>{summary}</bdi>
        </p>
      </div>
      <div class="quiet small">
        {kind === 'validation' ? (
          <p>
            <Time at={period.from} style="day" /> to <Time at={period.to} style="day" />
          </p>
        ) : null}
        {madeFor === undefined ? (
          <p>by the schedule</p>
        ) : (
          <p>
            <span class="tag">by hand</span> for <bdi>{'name' in madeFor ? madeFor.name : madeFor.id}</bdi>
          </p>
        )}
      </div>
    </li>
  );
}
