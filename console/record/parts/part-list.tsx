import { useEffect } from 'preact/hooks';
import type { Shape } from '../../forms/shape.ts';
import { Empty } from '../../parts/empty.tsx';
import { Causes } from '../causes/causes.tsx';
import { PARTS, type Stop } from '../contents.ts';
import { useDesk } from '../desk.ts';
import { useDrafts } from '../draft-of-others.tsx';
import { waitingUnder, writingsChanged } from '../editing/writings.ts';
import { jumpTo, unfold } from '../jump.ts';
import { Templates } from '../recommendation/templates.tsx';
import { StopHead } from '../stop-head.tsx';
import { writingKey } from '../use-writing.ts';
import { beginPart, findKeptParts, newPartsOf, note } from './new-parts.ts';
import { PartCard } from './part-card.tsx';
import { partIdOf } from './part-id-of.ts';

type PartsStop = Extract<Stop, { kind: 'parts' }>;

/** All parts of one kind, with those that were only begun. */
export function PartList({ stop, shape }: { stop: PartsStop; shape: Shape }) {
  const desk = useDesk();
  const { record, mayWrite } = desk;
  const { name } = stop;
  const { one } = PARTS[name];
  const begun = newPartsOf(record.id, name);
  const { data: drafts } = useDrafts(record.id, mayWrite);
  void writingsChanged.value;
  useEffect(() => void findKeptParts(desk), [record.id]);
  useEffect(() => {
    note(
      record.id,
      (drafts ?? []).flatMap(({ path }) => (path.startsWith(`${name}.new-`) ? [path] : [])),
    );
  }, [drafts]);
  const madeOf = new Map(
    begun.flatMap((path) => {
      const id = partIdOf(desk, path);
      return id === undefined ? [] : [[id, path] as const];
    }),
  );
  const parts = record[name] as readonly { id: string }[];
  const isThere = (path: string) => [...madeOf.values()].includes(path);
  // A part keeps its form, and the cursor in it, on the way from begun to saved.
  const cards: { id: string | undefined; path: string }[] = [
    ...parts.map(({ id }) => ({ id, path: madeOf.get(id) ?? `${name}.${id}` })),
    ...begun.filter((path) => !isThere(path)).map((path) => ({ id: undefined, path })),
  ];
  // What somebody took out while it is written in here stays until its writer has decided.
  for (const path of waitingUnder(writingKey(desk, `${name}.`))) {
    if (!cards.some((card) => card.path === path)) cards.push({ id: path.slice(name.length + 1), path });
  }
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
