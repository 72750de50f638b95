import { useEffect, useState } from 'preact/hooks';
import type { Shape } from '../forms/shape.ts';
import type { Stop } from './contents.ts';
import { useDesk } from './desk.ts';
import { DraftOfOthers } from './draft-of-others.tsx';
import { sectionDoor, sectionIn } from './editing/doors.ts';
import { jumpTo } from './jump.ts';
import { SavedState } from './saved-state.tsx';
import { StopHead } from './stop-head.tsx';
import { useWriting } from './use-writing.ts';
import { WritingFields } from './writing-fields.tsx';

type SectionStop = Extract<Stop, { kind: 'section' }>;

/** One section of the record, which is one form. */
export function SectionForm({ stop, shape }: { stop: SectionStop; shape: Shape }) {
  const desk = useDesk();
  const { record, mayWrite } = desk;
  const path = `sections.${stop.name}`;
  const writing = useWriting(desk, path, sectionIn(record, stop.name), () => sectionDoor(record.id, stop.name, shape));
  const isAsked = record.completeness.missing.some((one) => one.path === path || one.path.startsWith(`${path}.`));
  const [isOpened, setIsOpened] = useState(false);
  const isShown = writing.mine.value !== undefined || (mayWrite && (isAsked || isOpened));
  // Whoever empties the last field is still in it.
  useEffect(() => {
    if (isShown) setIsOpened(true);
  }, [isShown]);
  const open = () => {
    setIsOpened(true);
    jumpTo(path);
  };
  return (
    <section class="record-stop" id={stop.name} data-path={path} aria-labelledby={`${stop.name}-title`}>
      <StopHead stop={stop}>
        <SavedState writing={writing} />
      </StopHead>
      {mayWrite ? <DraftOfOthers writing={writing} /> : null}
      {isShown ? (
        <WritingFields {...{ desk, writing, shape, path }} />
      ) : (
        <div class="record-unwritten">
          <span>{mayWrite ? 'Not asked of this record, and empty.' : 'Nothing is written here.'}</span>
          {mayWrite ? (
            <button type="button" id={`f-${path}`} class="button button-plain" onClick={open}>
              Write it
            </button>
          ) : null}
        </div>
      )}
    </section>
  );
}
