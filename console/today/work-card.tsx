import { Due } from '../marks/due.tsx';
import { TlpMark } from '../marks/tlp.tsx';
import { to } from '../router/to.ts';
import { GROUPS, type WorkGroup, type WorkItem } from './work-groups.ts';

/** What waits for the person, group by group, and what they may take up. */
export function WorkCard({ groups, toBegin }: { groups: readonly WorkGroup[]; toBegin: readonly WorkItem[] }) {
  return (
    <div class="work">
      {groups.map(({ name, items, isMore }) => (
        <section key={name} aria-labelledby={`work-${name}`}>
          <h2 id={`work-${name}`}>
            {GROUPS[name].words}{' '}
            <span class="quiet">
              {items.length}
              {isMore ? '+' : ''}
            </span>
          </h2>
          <WorkItems items={items} action={GROUPS[name].action} />
          {isMore ? <p class="work-more small quiet">There is more; it comes up as these are done.</p> : null}
        </section>
      ))}
      {toBegin.length === 0 ? null : (
        <section aria-labelledby="work-begin">
          <h2 id="work-begin">Open, without you so far</h2>
          <WorkItems items={toBegin} action="Write" />
          <p class="work-more small">
            <a href={to.postMortems('?status=open')}>All that are open</a>
          </p>
        </section>
      )}
    </div>
  );
}

function WorkItems({ items, action }: { items: readonly WorkItem[]; action: string }) {
  return (
    <ul>
      {items.map((item) => (
        <li key={item.key} class="work-item">
          <WorkWords item={item} />
          <a class="button" href={item.href}>
            {action}
            <span class="unseen"> {item.incident ?? item.id}</span> <span aria-hidden="true">▸</span>
          </a>
        </li>
      ))}
    </ul>
  );
}

function WorkWords({ item }: { item: WorkItem }) {
  if (item.words === undefined) {
    return (
      <>
        <TlpMark tlp={item.tlp} />
        <span class="hatched">{item.id}: your look will be in the log</span>
        <span />
      </>
    );
  }
  return (
    <>
      <span class="work-of">
        <code>{item.incident}</code> <TlpMark tlp={item.tlp} />
      </span>
      <span class="work-words">
        <bdi>{item.words}</bdi>{' '}
        {item.about === undefined ? null : (
          <span class="quiet small">
            <bdi>{item.about}</bdi>
          </span>
        )}
      </span>
      <span class="small">{item.dueAt === undefined ? null : <Due at={item.dueAt} />}</span>
    </>
  );
}
