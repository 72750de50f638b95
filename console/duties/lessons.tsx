import { useState } from 'preact/hooks';
import '../lists/lists.css';
import './duties.css';
import { api, type Schemas } from '../data/api.ts';
import { got } from '../data/refusal.ts';
import { askedBy } from '../lists/asked-by.ts';
import { chosenIn } from '../lists/chosen-in.ts';
import { ClearFilters, FilterBar } from '../lists/filter-bar.tsx';
import type { Chosen } from '../lists/filter-spec.ts';
import { ListFoot } from '../lists/list-foot.tsx';
import { useList } from '../lists/use-list.ts';
import { Due } from '../marks/due.tsx';
import { Time } from '../marks/time.tsx';
import { TlpMark } from '../marks/tlp.tsx';
import { Empty } from '../parts/empty.tsx';
import { Problem } from '../parts/problem.tsx';
import { Skeleton } from '../parts/skeleton.tsx';
import { query } from '../router/address.ts';
import { to } from '../router/to.ts';
import { Page } from '../shell/page.tsx';
import { LessonActions } from './lesson-actions.tsx';
import { type LessonDeed, LessonDialog } from './lesson-dialog.tsx';
import { LESSON_FILTERS } from './lesson-filters.ts';

type AnyLessonLine = Schemas['LessonLine'] | Schemas['RestrictedLessonLine'];

const keyOf = (line: AnyLessonLine) => `${line.postMortemId} ${line.id}`;

async function readLessons(chosen: Chosen, cursor: string | undefined, signal: AbortSignal) {
  const { team, ...rest } = askedBy(chosen, LESSON_FILTERS);
  const asked = { ...rest, ...(team === undefined ? {} : { team: [team] }) } as Record<string, never>;
  const place = { limit: 100, ...(cursor === undefined ? {} : { cursor }) };
  const { data } = got(await api.GET('/lessons', { params: { query: { ...asked, ...place } }, signal }));
  return { lines: data.lessons, next: data.next, looked: data.looked };
}

/** What was learned and a document has to say from now on: until it does, and whether it still does. */
export function Lessons() {
  const chosen = chosenIn(query.value, LESSON_FILTERS);
  const [deed, setDeed] = useState<LessonDeed>();
  const [changed, setChanged] = useState<ReadonlyMap<string, AnyLessonLine>>(new Map());
  const list = useList<AnyLessonLine>({
    key: ['lessons', chosen],
    read: (cursor, signal) => readLessons(chosen, cursor, signal),
    keyOf,
  });
  return (
    <Page
      title="Lessons"
      about="A lesson is in place once one person put it there and shows it, and a second person read that and confirmed it."
    >
      <FilterBar filters={LESSON_FILTERS} label="Filter lessons" />
      {list.isPending ? (
        <Skeleton rows={6} />
      ) : list.lines.length === 0 && list.error !== null ? (
        <Problem error={list.error} what="The list" retry={list.readAgain} />
      ) : list.lines.length === 0 && !list.isMore ? (
        Object.keys(chosen).length > 0 ? (
          <Empty action={<ClearFilters filters={LESSON_FILTERS} />}>No lesson is what these filters ask for.</Empty>
        ) : (
          <Empty
            action={
              <a class="button" href={to.postMortems()}>
                To the post-mortems
              </a>
            }
          >
            No lesson waits; those in place are found by their status. A lesson is added in its post-mortem: what a
            plan, a policy or a training is to say from now on, whose work that is, and until when.
          </Empty>
        )
      ) : (
        <>
          <ul class="duties">
            {list.lines.map((line) => (
              <li key={keyOf(line)} class="duty">
                {'statement' in line ? (
                  <LessonCard
                    line={line}
                    isChanged={isSame(line, changed.get(keyOf(line)))}
                    onDeed={(what) => setDeed({ line, what })}
                  />
                ) : (
                  <RestrictedDuty line={line} words={line.status} />
                )}
              </li>
            ))}
          </ul>
          <ListFoot list={list} />
        </>
      )}
      <LessonDialog
        deed={deed}
        onClose={() => setDeed(undefined)}
        onChanged={(line) => setChanged((before) => new Map(before).set(keyOf(line), line))}
      />
    </Page>
  );
}

type LessonCardProps = {
  line: Schemas['LessonLine'];
  /** The lesson is not as its line says any more, and the list does not know yet: nothing is offered for it twice. */
  isChanged: boolean;
  onDeed: (what: LessonDeed['what']) => void;
};

function LessonCard({ line, isChanged, onDeed }: LessonCardProps) {
  return (
    <>
      <div class="duty-words">
        <p class="duty-statement">
          <bdi>{line.statement}</bdi>
        </p>
        <p class="row small quiet">
          <a href={to.record(line.postMortemId)}>{line.incident}</a>
          <TlpMark tlp={line.tlp} />
          <span>
            {line.updates}: <bdi>{line.document}</bdi>
          </span>
          <bdi>{line.ownerTeam}</bdi>
          {line.proof === undefined && line.version === undefined ? null : (
            <span>
              shown by <bdi>{[line.version, line.proof].filter((words) => words !== undefined).join(', ')}</bdi>
            </span>
          )}
          {line.claimed === undefined ? null : (
            <span>
              put in place by <bdi>{line.claimed.by.name ?? line.claimed.by.id}</bdi>,{' '}
              <Time at={line.claimed.at} style="day" />
            </span>
          )}
          {line.reopened === undefined ? null : <span>open again: {line.reopened}</span>}
        </p>
      </div>
      <div class="duty-state">
        <span class={`mark tone-${TONES[line.status]}`}>{WORDS[line.status]}</span>
        <Due at={line.dueAt} />
      </div>
      <div class="duty-actions">
        {isChanged ? (
          <span class="small quiet">It changed; the list follows in a moment.</span>
        ) : (
          <LessonActions line={line} onDeed={onDeed} />
        )}
      </div>
    </>
  );
}

const isSame = (line: AnyLessonLine, before: AnyLessonLine | undefined) =>
  before !== undefined && JSON.stringify(line) === JSON.stringify(before);

const TONES = { open: 'open', claimed: 'claimed', 'in place': 'good' } as const;
const WORDS = { open: '○ Open', claimed: '◐ To be confirmed', 'in place': '● In place, review due' } as const;

type RestrictedDutyProps = {
  line: { id: string; postMortemId: string; tlp: 'CLEAR' | 'GREEN' | 'AMBER' | 'AMBER+STRICT' | 'RED' };
  words: string;
};

/** A duty of a record that few may read: the id and the mark alone. */
export function RestrictedDuty({ line, words }: RestrictedDutyProps) {
  return (
    <>
      <a class="duty-words" href={to.record(line.postMortemId)}>
        <TlpMark tlp={line.tlp} /> <span class="hatched">Restricted, {line.id}: your look will be in the log</span>
      </a>
      <span class="duty-state quiet">{words}</span>
    </>
  );
}
