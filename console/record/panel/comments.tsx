import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import { useAct } from '../../data/act.ts';
import { useHoldBack } from '../../forms/use-hold-back.ts';
import { Time } from '../../marks/time.tsx';
import { ActButton } from '../../parts/act-button.tsx';
import { Problem } from '../../parts/problem.tsx';
import { holdBack, type Leaving } from '../../router/address.ts';
import { CONTENTS, isUnder, pathOf } from '../contents.ts';
import { useDesk } from '../desk.ts';
import { jumpTo } from '../jump.ts';
import { addComment, type Comment, changeComment } from './comments-data.ts';
import { restOf } from './rest-of.ts';

const COMMENTS = 'comments-title';
const heading = () => document.getElementById(COMMENTS);
/** Where a comment is written; whoever may write none is led to what others wrote. */
export const focusComments = () =>
  (document.querySelector<HTMLElement>('.record-panel form textarea') ?? heading())?.focus();
/** What was pressed may be gone with what it was pressed at; whoever is elsewhere by then stays there. */
const focusInstead = (what: () => HTMLElement | null) =>
  requestAnimationFrame(() => {
    if (document.activeElement === document.body) what()?.focus();
  });
/** Once it is there: the button that asked for it has gone. */
const focusOnce = (field: HTMLTextAreaElement | null) => field?.focus();

type CommentsProps = {
  comments: readonly Comment[] | undefined;
  error: Error | null;
  place: string | undefined;
  setPlace: (place: string | undefined) => void;
};

/** What people say of the record, by place: threads with their replies. */
export function Comments({ comments, error, place, setPlace }: CommentsProps) {
  const { mayComment } = useDesk();
  const [isAllShown, setIsAllShown] = useState(false);
  const threads =
    comments?.filter(
      ({ inReplyTo, path }) => inReplyTo === undefined && (place === undefined || isUnder(place, path)),
    ) ?? [];
  const settled = threads.filter(({ isResolved }) => isResolved === true).length;
  const shown = isAllShown ? threads : threads.filter(({ isResolved }) => isResolved !== true);
  return (
    <section aria-labelledby={COMMENTS} class="stack">
      <h2 id={COMMENTS} tabIndex={-1} class="record-panel-title">
        Comments <span class="quiet">{comments === undefined ? '' : threads.length - settled}</span>
      </h2>
      <Problem error={error} what="The comments" />
      {place === undefined ? null : (
        <p class="small row">
          <span>
            on <strong>{placeInWords(place)}</strong>
          </span>
          <button type="button" class="button button-plain" onClick={() => setPlace(undefined)}>
            Show all
          </button>
        </p>
      )}
      {mayComment ? <NewComment key={place} place={place ?? 'sections.summary'} /> : null}
      <ul class="stack">
        {shown.map((thread) => (
          <li key={thread.id} class="record-thread">
            <Thread thread={thread} replies={comments?.filter(({ inReplyTo }) => inReplyTo === thread.id) ?? []} />
          </li>
        ))}
      </ul>
      {comments !== undefined && shown.length === 0 ? <p class="quiet small">Nobody has said anything here.</p> : null}
      {settled === 0 ? null : (
        <button type="button" class="button button-plain" onClick={() => setIsAllShown(!isAllShown)}>
          {isAllShown ? 'Hide what is settled' : `Show ${settled} settled`}
        </button>
      )}
    </section>
  );
}

/** A path as its section is called. */
function placeInWords(path: string): string {
  const stop = CONTENTS.find((one) => isUnder(pathOf(one), path));
  if (stop === undefined) return path;
  const rest =
    path
      .slice(pathOf(stop).length + 1)
      .split('.')
      .at(-1) ?? '';
  return rest === '' || /^[0-9A-Z]{26}$/.test(rest) ? stop.title : `${stop.title}, ${rest}`;
}

function Thread({ thread, replies }: { thread: Comment; replies: readonly Comment[] }) {
  const { record, mayWrite, mayComment } = useDesk();
  const [isReplying, setIsReplying] = useState(false);
  const settling = useAct(async () => {
    await changeComment(record.id, thread, { isResolved: thread.isResolved !== true });
    focusInstead(heading);
  });
  const replier = useRef<HTMLButtonElement>(null);
  const endReply = () => {
    setIsReplying(false);
    focusInstead(() => replier.current);
  };
  return (
    <>
      <button type="button" class="button button-plain record-place small" onClick={() => jumpTo(thread.path)}>
        {placeInWords(thread.path)}
      </button>
      <CommentWords comment={thread} />
      {replies.map((reply) => (
        <div key={reply.id} class="record-reply">
          <CommentWords comment={reply} />
        </div>
      ))}
      <div class="row">
        {mayComment ? (
          <button
            ref={replier}
            type="button"
            class="button button-plain"
            aria-expanded={isReplying}
            onClick={() => setIsReplying(!isReplying)}
          >
            Reply
          </button>
        ) : null}
        {mayComment || mayWrite ? (
          <ActButton act={settling} look="plain" onClick={() => void settling.act()}>
            {thread.isResolved === true ? 'Take it up again' : 'Settle'}
          </ActButton>
        ) : null}
      </div>
      <Problem error={settling.error.value} />
      {isReplying ? <NewComment place={thread.path} inReplyTo={thread.id} onDone={endReply} /> : null}
    </>
  );
}

function CommentWords({ comment }: { comment: Comment }) {
  const { record, person } = useDesk();
  const [text, setText] = useState<string>();
  useHoldBack(text !== undefined && text !== comment.text);
  const changer = useRef<HTMLButtonElement>(null);
  const focusChanger = () => requestAnimationFrame(() => changer.current?.focus());
  const changing = useAct(async () => {
    await changeComment(record.id, comment, { text: text ?? '' });
    // What was typed meanwhile is not sent.
    setText((now) => (now === text ? undefined : now));
    focusChanger();
  });
  return (
    <div>
      <p class="small">
        <strong>
          <bdi>{comment.by.name ?? comment.by.id}</bdi>
        </strong>{' '}
        <span class="quiet">
          <Time at={comment.at} />
          {comment.changedAt === undefined ? '' : ' · changed'}
        </span>
      </p>
      {text === undefined ? (
        <p class="record-words">{comment.text}</p>
      ) : (
        <textarea
          ref={focusOnce}
          class="input"
          aria-label="Your comment"
          value={text}
          onInput={({ currentTarget }) => setText(currentTarget.value)}
        />
      )}
      {comment.by.id !== person ? null : text === undefined ? (
        <button ref={changer} type="button" class="button button-plain small" onClick={() => setText(comment.text)}>
          Change
        </button>
      ) : (
        <div class="row">
          <ActButton
            act={changing}
            because={text.trim() === '' ? 'Write something' : undefined}
            onClick={() => void changing.act()}
          >
            Save
          </ActButton>
          <button
            type="button"
            class="button button-plain"
            onClick={() => {
              setText(undefined);
              focusChanger();
            }}
          >
            Cancel
          </button>
        </div>
      )}
      <Problem error={changing.error.value} />
    </div>
  );
}

/** Words that wait to be sent, by place: they outlive a look elsewhere in the page. */
const waiting = new Map<string, string>();
const whyToStay = (leaving: Leaving): string | undefined =>
  leaving !== 'place' && [...waiting.values()].some((words) => words.trim() !== '')
    ? 'A comment that you typed is not sent yet, and would be gone. Leave?'
    : undefined;

function NewComment({ place, inReplyTo, onDone }: { place: string; inReplyTo?: string; onDone?: () => void }) {
  const { record } = useDesk();
  const slot = `${record.id} ${place} ${inReplyTo ?? ''}`;
  const [text, setText] = useState(waiting.get(slot) ?? '');
  const key = useMemo(() => ({ now: crypto.randomUUID() }), []);
  const field = useRef<HTMLTextAreaElement>(null);
  useEffect(() => {
    if (inReplyTo !== undefined) field.current?.focus();
  }, []);
  const put = (next: string) => {
    setText(next);
    waiting.set(slot, next);
    holdBack(whyToStay);
    // Another text is another comment.
    key.now = crypto.randomUUID();
  };
  const adding = useAct(async () => {
    await addComment(record.id, { path: place, text, ...(inReplyTo === undefined ? {} : { inReplyTo }) }, key.now);
    const rest = restOf(waiting.get(slot) ?? text, text);
    put(rest);
    if (rest !== '') return;
    waiting.delete(slot);
    focusInstead(() => field.current);
    onDone?.();
  });
  const send = () => {
    if (text.trim() !== '') void adding.act();
  };
  return (
    <form
      class="stack"
      onSubmit={(event) => {
        event.preventDefault();
        send();
      }}
    >
      <textarea
        ref={field}
        class="input"
        rows={2}
        aria-label={inReplyTo === undefined ? `Comment on ${placeInWords(place)}` : 'Your reply'}
        placeholder={inReplyTo === undefined ? `On ${placeInWords(place)} …` : 'Reply …'}
        value={text}
        maxLength={4_000}
        onInput={({ currentTarget }) => put(currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key === 'Enter' && (event.metaKey || event.ctrlKey) && !event.shiftKey) send();
        }}
      />
      {text === '' ? null : (
        <div class="row">
          <ActButton act={adding} onClick={send}>
            {inReplyTo === undefined ? 'Comment' : 'Reply'}
          </ActButton>
        </div>
      )}
      <Problem error={adding.error.value} />
    </form>
  );
}
