import { useEffect } from 'preact/hooks';
import type { Shape } from '../../forms/shape.ts';
import { Empty } from '../../parts/empty.tsx';
import { Causes } from '../causes/causes.tsx';
import { PARTS, type PartKey, type Stop } from '../contents.ts';
import { type Desk, useDesk } from '../desk.ts';
import { useDrafts } from '../draft-of-others.tsx';
import { writingKey, writingsChanged, writingsUnder } from '../editing/writings.ts';
import { jumpTo, unfold } from '../jump.ts';
import { Templates } from '../recommendation/templates.tsx';
import { StopHead } from '../stop-head.tsx';
import { beginPart, findKeptParts, newPartsOf, note } from './new-parts.ts';
import { PartCard } from './part-card.tsx';

type PartsStop = Extract<Stop, { kind: 'parts' }>;

/** All parts of one kind, with those that were only begun. */
export function PartList({ stop, shape }: { stop: PartsStop; shape: Shape }) {
  const desk = useDesk();
  const { record, mayWrite } = desk;
  const { name } = stop;
  const { one } = PARTS[name];
  const { data: drafts } = useDrafts(record, mayWrite);
  void writingsChanged.value;
  useEffect(() => void findKeptParts(desk), [record.id]);
  useEffect(() => {
    note(
      record.id,
      (drafts ?? []).flatMap(({ path }) => (path.startsWith(`${name}.new-`) ? [path] : [])),
    );
  }, [drafts]);
  const cards = cardsOf(desk, name);
  const add = () => {
    const path = beginPart(record.id, name);
    unfold(path);
    jumpTo(path);
  };
  return (
    <section class="record-stop" id={name} data-path={name} aria-labelledby={`${name}-title`}>
      <StopHead stop={stop} />
      {name === 'rootCauses' ? <Causes /> : null}
      {cards.length === 0 ? <Empty>{mayWrite ? TEACH[name] : 'None.'}</Empty> : null}
      <ol class="record-parts">
        {cards.map(({ id, path }) => (
          <PartCard key={path} {...{ name, id, path, shape }} />
        ))}
      </ol>
      {mayWrite ? (
        <div class="row">
          <button type="button" class="button" id={`f-${name}`} onClick={add}>
            Add a {one}
          </button>
          {name === 'recommendations' ? <Templates /> : null}
        </div>
      ) : null}
    </section>
  );
}

type Card = { id: string | undefined; path: string };

/** Parts of the record, those that were begun, and what somebody took out while it is written in here: its writer decides. */
function cardsOf({ record, person }: Desk, name: PartKey): Card[] {
  const open = writingsUnder(writingKey(person, record.id, `${name}.`));
  const idOf = new Map(open.map(({ setup, partId }) => [setup.path, partId.value]));
  // A part keeps its form, and the cursor in it, on the way from begun to saved.
  const madeOf = new Map(open.flatMap(({ setup, place }) => (place === setup.path ? [] : [[place, setup.path]])));
  const parts = (record[name] as readonly { id: string }[]).map(({ id }) => {
    const place = `${name}.${id}`;
    return { id, path: madeOf.get(place) ?? place };
  });
  const begun = newPartsOf(record.id, name).filter((path) => idOf.get(path) === undefined);
  const waiting = open.filter(({ hasUnsent }) => hasUnsent).map(({ setup }) => setup.path);
  const others = [...begun, ...waiting].filter((path) => !parts.some((part) => part.path === path));
  return [...parts, ...[...new Set(others)].map((path) => ({ id: idOf.get(path), path }))];
}

/** What a list without entries is for. */
const TEACH = {
  rootCauses: 'Ask why, and why that, until the answer is something that can be changed.',
  contributingFactors: 'What made it possible or worse, without being its cause: a gap, a habit, a third party.',
  observations:
    'Write down what went well, what went badly, and where you were lucky. What went badly wants a recommendation.',
  recommendations:
    'Say what to do, who is to do it, and how two people would decide alike that it works. A template is a start.',
  lessons: 'Name the document, the training or the detection that has to say it from now on.',
  notifications: 'Who had to be told? If nobody, write why in Sharing.',
  temporaryMeasures: 'Blocks, exceptions, isolated machines: what somebody has to undo again.',
  corrections: 'If the ticket was wrong about something, set it right here; the ticket’s words stay beside it.',
} as const;
