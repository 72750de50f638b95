import { StandingMark } from '../marks/standing-mark.tsx';
import { Problem } from '../parts/problem.tsx';
import { Skeleton } from '../parts/skeleton.tsx';
import { to } from '../router/to.ts';
import { CameBack } from './came-back.tsx';
import { holdsOf, monthsOf, teamsOf } from './holds.ts';
import { HoldsBar } from './holds-bar.tsx';
import { useSummary } from './use-summary.ts';

/** Teams that are drawn; the others are in the list of remediations. */
const MOST_TEAMS = 8;

/** Whether what was done holds: of all fixes, and by team. */
export function HoldsCard() {
  const { data, error, refetch } = useSummary();
  if (data === undefined)
    return error === null ? (
      <Skeleton rows={4} />
    ) : (
      <Problem error={error} what="The counts" retry={() => void refetch()} />
    );
  const all = holdsOf(data);
  const teams = teamsOf(data);
  return (
    <div class="holds">
      <section class="card stack" aria-labelledby="holds-title">
        <h2 id="holds-title">Holds</h2>
        {all.due === 0 ? (
          <p class="quiet">No fix is due for proof: nobody says yet that one is done.</p>
        ) : (
          <>
            <p>
              <b class="today-figure">{all.holding.toLocaleString('en')}</b> proven of {all.due.toLocaleString('en')}{' '}
              that are said to be done
            </p>
            <HoldsBar holds={all} />
            <ul class="holds-words">
              {all.shares.map(({ mark, count }) => (
                <li key={mark} class="small">
                  <StandingMark mark={mark} /> {count.toLocaleString('en')}
                </li>
              ))}
            </ul>
          </>
        )}
        <CameBack />
      </section>
      <section class="card stack" aria-labelledby="teams-title">
        <h2 id="teams-title">By team</h2>
        <p class="quiet small">Proven of those that are said to be done</p>
        {teams.length === 0 ? <p class="quiet">No team has a fix yet.</p> : null}
        <ul class="teams">
          {teams.slice(0, MOST_TEAMS).map((team) => {
            const holds = holdsOf(data, team);
            return (
              <li key={team}>
                <a href={to.remediations(`?team=${encodeURIComponent(team)}`)}>
                  <bdi>{team}</bdi>
                  {holds.due === 0 ? <span /> : <HoldsBar holds={holds} height={10} />}
                  <span class="small quiet">{holds.due === 0 ? 'none due' : `${holds.holding} of ${holds.due}`}</span>
                </a>
              </li>
            );
          })}
        </ul>
        {teams.length > MOST_TEAMS ? <a href={to.remediations()}>All {teams.length} teams</a> : null}
      </section>
      <OpenedCard months={monthsOf(data.openedIn)} />
    </div>
  );
}

function OpenedCard({ months }: { months: { month: string; count: number }[] }) {
  const most = Math.max(1, ...months.map(({ count }) => count));
  const total = months.reduce((sum, { count }) => sum + count, 0);
  return (
    <section class="card stack" aria-labelledby="opened-title">
      <h2 id="opened-title">Opened</h2>
      <p>
        <b class="today-figure">{total.toLocaleString('en')}</b> in twelve months, {months.at(-1)?.count ?? 0} of them
        in this one
      </p>
      <svg
        class="months"
        viewBox="0 0 240 48"
        preserveAspectRatio="none"
        height="48"
        role="img"
        aria-label={wordsOf(months)}
      >
        {months.map(({ month, count }, at) => {
          const height = count === 0 ? 1 : Math.max(3, (count / most) * 46);
          return (
            <rect key={month} x={at * 20 + 2} y={48 - height} width="16" height={height}>
              <title>
                {month}: {count}
              </title>
            </rect>
          );
        })}
      </svg>
      <p class="row row-apart small quiet">
        <span>{months[0]?.month}</span>
        <span>{months.at(-1)?.month}</span>
      </p>
    </section>
  );
}

const wordsOf = (months: { month: string; count: number }[]) =>
  `Records opened by month: ${months.map(({ month, count }) => `${month} ${count}`).join(', ')}`;
