import { api } from '../data/api.ts';
import { useQuery } from '../data/query.ts';
import { got } from '../data/refusal.ts';
import { Time } from '../marks/time.tsx';
import { TlpMark } from '../marks/tlp.tsx';
import { WordMark } from '../marks/word-mark.tsx';
import { Dialog } from '../parts/dialog.tsx';
import { Problem } from '../parts/problem.tsx';
import { Skeleton } from '../parts/skeleton.tsx';
import { to } from '../router/to.ts';
import type { AnyRecordLine } from './read-records.ts';

/** A short look at a record, without leaving the list. Of a restricted one there is none: each look is logged. */
export function RecordPeek({ line, onClose }: { line: AnyRecordLine | undefined; onClose: () => void }) {
  if (line === undefined || !('incident' in line)) return null;
  return (
    <Dialog isOpen title={`${line.incident.key} ${line.incident.title}`} onClose={onClose}>
      <p class="row">
        <WordMark words={line.severity} tone={line.severity} />
        <WordMark words={line.status} tone={line.status} />
        <TlpMark tlp={line.tlp} />
      </p>
      <PeekBody id={line.id} />
      <p>
        <a class="button button-main" href={to.record(line.id)} onClick={onClose}>
          Open
        </a>
      </p>
    </Dialog>
  );
}

function PeekBody({ id }: { id: string }) {
  const { data: record, error } = useQuery({
    key: ['record-peek', id],
    read: async (signal) => got(await api.GET('/post-mortems/{id}', { params: { path: { id } }, signal })).data,
  });
  if (error !== null) return <Problem error={error} what="The record" />;
  if (record === undefined) return <Skeleton rows={3} />;
  const { met, required } = record.completeness;
  return (
    <>
      <p class="prose">{record.sections.summary?.text ?? 'Nobody wrote a summary yet.'}</p>
      <dl class="terms">
        <dt>Due</dt>
        <dd>
          <Time at={record.dueAt} />
        </dd>
        <dt>Complete</dt>
        <dd>
          {met} of {required}
        </dd>
        <dt>Recommendations</dt>
        <dd>{record.recommendations.length}</dd>
        <dt>Lessons</dt>
        <dd>{record.lessons.length}</dd>
      </dl>
    </>
  );
}
