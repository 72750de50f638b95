import { Due } from '../marks/due.tsx';
import { TlpMark } from '../marks/tlp.tsx';
import { WordMark } from '../marks/word-mark.tsx';
import { to } from '../router/to.ts';
import { CONTENTS, isUnder, pathOf } from './contents.ts';
import type { RecordNow } from './record-data.ts';
import type { Present } from './use-activity.ts';

/** Under the title: what it is, how bad, who may know, by when, and who is here. */
export function RecordFacts({ record, present }: { record: RecordNow; present: readonly Present[] }) {
  const { incident, status, severity, kind, category, tlp, dueAt } = record;
  const isHttp = /^https?:/.test(incident.url ?? '');
  return (
    <div class="row record-facts">
      {isHttp ? (
        <a href={incident.url} rel="noreferrer">
          {incident.key}
        </a>
      ) : (
        <span>{incident.key}</span>
      )}
      <span>
        {kind}
        {category === undefined ? '' : ` · ${category}`}
      </span>
      <WordMark words={severity} tone={severity} />
      <WordMark words={status} tone={status} />
      <TlpMark tlp={tlp} />
      {status === 'open' || status === 'in review' ? (
        <span>
          due <Due at={dueAt} />
        </span>
      ) : null}
      <a href={to.history(record.id)}>History</a>
      {present.map(({ name, path }) => (
        <span key={`${name} ${path}`} class="record-here">
          <bdi>{name}</bdi> is in {placeIn(path)}
        </span>
      ))}
    </div>
  );
}

const placeIn = (path: string) => CONTENTS.find((stop) => isUnder(pathOf(stop), path))?.title ?? 'the record';
