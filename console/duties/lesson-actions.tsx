import type { Schemas } from '../data/api.ts';
import { isMe, useMe } from '../shell/me.ts';
import type { LessonDeed } from './lesson-dialog.tsx';

type LessonActionsProps = { line: Schemas['LessonLine']; onDeed: (what: LessonDeed['what']) => void };

/** What can be done about a lesson by whoever looks at it. Where two people are needed, the second button says so. */
export function LessonActions({ line, onDeed }: LessonActionsProps) {
  const { me, may } = useMe();
  const deed = (what: LessonDeed['what'], words: string, isMain = false, because?: string) => (
    <button
      type="button"
      class={`button${isMain ? ' button-main' : ''}`}
      aria-disabled={because !== undefined}
      title={because}
      onClick={() => {
        if (because === undefined) onDeed(what);
      }}
    >
      {words}
      <span class="unseen"> {line.statement.slice(0, 80)}</span>
    </button>
  );
  const isOwn = isMe(me, line.claimed?.by);
  const mayWrite = may('write records', line.tlp, true);
  if (line.status === 'open') return mayWrite ? deed('in place', 'Put in place') : null;
  if (line.status === 'in place') {
    return mayWrite ? (
      <>
        {deed('in place', 'It still holds')}
        {deed('no longer holds', 'It does not')}
      </>
    ) : null;
  }
  if (!may('confirm lessons', line.tlp, true)) return null;
  return (
    <>
      {deed('confirm', 'Confirm', false, isOwn ? OWN_CLAIM : undefined)}
      {deed('refuse', isOwn ? 'Take back' : 'Refuse')}
      {isOwn ? <span class="small quiet">{OWN_CLAIM}</span> : null}
    </>
  );
}

const OWN_CLAIM = 'You put it in place. Somebody else confirms it.';
