import { useEffect } from 'preact/hooks';
import { useAct } from '../data/act.ts';
import { api, type Schemas } from '../data/api.ts';
import { got } from '../data/refusal.ts';
import { usePinned } from '../data/use-pinned.ts';
import type { FieldRecord } from '../forms/binding/field-value.ts';
import { BodyForm } from '../lists/body-form.tsx';
import { readListsAnew } from '../lists/read-lists-anew.ts';
import { Time } from '../marks/time.tsx';
import { ActButton } from '../parts/act-button.tsx';
import { Dialog } from '../parts/dialog.tsx';
import { Problem } from '../parts/problem.tsx';
import { Skeleton } from '../parts/skeleton.tsx';
import { toast } from '../parts/toasts.tsx';
import { mayLeave } from '../router/address.ts';

export type LessonDeed = {
  line: Schemas['LessonLine'];
  what: 'in place' | 'confirm' | 'refuse' | 'no longer holds';
};

type LessonDialogProps = {
  deed: LessonDeed | undefined;
  onClose: () => void;
  /** Told of what was done, and of a line that is not as it is any more: the list follows later. */
  onChanged: (line: Schemas['LessonLine']) => void;
};

const TITLES = {
  'in place': 'Show that the lesson is in place',
  confirm: 'Confirm that the lesson is in place',
  refuse: 'Say why this is no proof',
  'no longer holds': 'Say why the lesson does not hold any more',
} as const;

/** What shows a lesson depends on what it changes: a version of a document, people who were trained, a test that fired. */
const PROOF = {
  policy: ['version', 'url', 'versionAt', 'note'],
  procedure: ['version', 'url', 'versionAt', 'exercise', 'note'],
  'response plan': ['version', 'url', 'versionAt', 'exercise', 'note'],
  training: ['version', 'url', 'versionAt', 'training', 'exercise', 'note'],
  detection: ['version', 'url', 'versionAt', 'test', 'note'],
} as const;

/** One step of a lesson, with what has to be known for it. */
export function LessonDialog({ deed, onClose, onChanged }: LessonDialogProps) {
  if (deed === undefined) return null;
  return (
    <Dialog isOpen title={TITLES[deed.what]} onClose={onClose} mayClose={mayLeave}>
      <p class="prose">
        <bdi>{deed.line.statement}</bdi>
      </p>
      <DeedBody key={`${deed.line.id} ${deed.what}`} deed={deed} onClose={onClose} onChanged={onChanged} />
    </Dialog>
  );
}

function DeedBody({ deed: { line, what }, onClose, onChanged }: LessonDialogProps & { deed: LessonDeed }) {
  const path = { id: line.postMortemId, part: line.id };
  const lesson = usePinned({
    key: ['lesson', line.postMortemId, line.id],
    read: async (signal) => got(await api.GET('/post-mortems/{id}/lessons/{part}', { params: { path }, signal })),
  });
  const etag = lesson.data?.etag ?? '';
  const done = (words: string) => {
    toast(words);
    onChanged(line);
    readListsAnew('lessons', 'my-work', 'summary', 'record');
    onClose();
  };
  const isAnother = lesson.data !== undefined && lesson.data.data.status !== line.status;
  useEffect(() => {
    if (!isAnother) return;
    onChanged(line);
    readListsAnew('lessons');
  }, [isAnother]);
  const params = { path, header: { 'If-Match': etag } };
  const confirm = useAct(async () => {
    got(await api.POST('/post-mortems/{id}/lessons/{part}/confirm', { params }));
    done('Confirmed: the lesson is in place.');
  });
  if (lesson.error !== null)
    return <Problem error={lesson.error} what="The lesson" retry={() => void lesson.refetch()} />;
  if (lesson.data === undefined) return <Skeleton rows={3} />;
  if (isAnother) return <ByNow lesson={lesson.data.data} />;
  switch (what) {
    case 'in place':
      return (
        <>
          <SentBack reopened={lesson.data.data.reopened} />
          <BodyForm
            name="putLessonInPlace"
            only={PROOF[line.updates]}
            send={async (body) => {
              got(await api.POST('/post-mortems/{id}/lessons/{part}/in-place', { params, body: bodyOf(body) }));
              return () => done('Written down. A second person reads it and confirms.');
            }}
          >
            {line.status === 'in place' ? 'It holds: this shows it' : 'This shows it'}
          </BodyForm>
        </>
      );
    case 'confirm':
      return (
        <>
          <Shown lesson={lesson.data.data} />
          <Problem error={confirm.error.value} />
          <p>
            <ActButton act={confirm} look="main" onClick={() => void confirm.act()}>
              I read it: confirm
            </ActButton>
          </p>
        </>
      );
    case 'refuse':
      return (
        <>
          <Shown lesson={lesson.data.data} />
          <BodyForm
            name="refuseLesson"
            look="grave"
            send={async (body) => {
              got(await api.POST('/post-mortems/{id}/lessons/{part}/refuse', { params, body: bodyOf(body) }));
              return () => done('Refused: the lesson is open again.');
            }}
          >
            Refuse, and open it again
          </BodyForm>
        </>
      );
    case 'no longer holds':
      return (
        <BodyForm
          name="reopenLesson"
          look="grave"
          send={async (body) => {
            got(await api.POST('/post-mortems/{id}/lessons/{part}/no-longer-holds', { params, body: bodyOf(body) }));
            return () => done('The lesson is open again.');
          }}
        >
          Open it again
        </BodyForm>
      );
  }
}

/** The form has the fields that the description of the API says; the API holds what is in them to it. */
const bodyOf = (body: FieldRecord) => body as never;

/** Somebody was faster: how it stands now, and nothing to send over it. */
/** Why it is to be put in place again, in the words of whoever found that. */
function SentBack({ reopened }: { reopened: Schemas['Lesson']['reopened'] | undefined }) {
  if (reopened === undefined) return null;
  const { why, reason, by, at } = reopened;
  return (
    <p class="band">
      {why === 'claim refused' ? 'What was claimed last was refused' : 'It was found to hold no more'} by{' '}
      <bdi>{by.name}</bdi>, <Time at={at} style="day" />: “<bdi>{reason}</bdi>”
    </p>
  );
}

function ByNow({ lesson }: { lesson: Schemas['Lesson'] }) {
  return (
    <>
      <p class="band band-warn" role="status">
        Somebody was faster: {BY_NOW[lesson.status]}. Nothing was sent.
      </p>
      {lesson.claim === undefined ? null : <Shown lesson={lesson} />}
    </>
  );
}

const BY_NOW = {
  open: 'it is open again',
  claimed: 'it was put in place, and waits for a second person',
  'in place': 'it is confirmed, and in place',
} as const;

function Shown({ lesson }: { lesson: Schemas['Lesson'] }) {
  const { claim } = lesson;
  if (claim === undefined) return <p class="quiet">It is not claimed any more.</p>;
  const { version, url, versionAt, training, exercise, test, note } = claim.reference;
  return (
    <dl class="terms">
      <Term words="Document">{lesson.document}</Term>
      <Term words="Version">{version}</Term>
      {url === undefined ? null : (
        <Term words="Address">
          <a href={url} target="_blank" rel="noreferrer">
            {url}
          </a>
        </Term>
      )}
      {versionAt === undefined ? null : (
        <Term words="Published">
          <Time at={versionAt} style="day" />
        </Term>
      )}
      {training === undefined ? null : (
        <Term words="Training">
          {training.trained} of {training.people}, {training.audience}, by <Time at={training.at} style="day" />
        </Term>
      )}
      {exercise === undefined ? null : (
        <Term words="Exercise">
          {exercise.result}, <Time at={exercise.at} style="day" />
        </Term>
      )}
      {test === undefined ? null : (
        <Term words="Test">
          {test.what}: {test.result}, <Time at={test.at} style="day" />
        </Term>
      )}
      {note === undefined ? null : <Term words="Note">{note}</Term>}
      <Term words="Put in place by">
        {claim.by.name ?? claim.by.id}, <Time at={claim.at} />
      </Term>
    </dl>
  );
}

function Term({ words, children }: { words: string; children: import('preact').ComponentChildren }) {
  return (
    <>
      <dt>{words}</dt>
      <dd>
        <bdi>{children}</bdi>
      </dd>
    </>
  );
}
