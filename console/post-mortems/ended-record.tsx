import '../lists/lists.css';
import './post-mortems.css';
import type { Schemas } from '../data/api.ts';
import { TlpMark } from '../marks/tlp.tsx';
import { WordMark } from '../marks/word-mark.tsx';

/** Which record it is, for whoever is about to end it. */
export function EndedRecord({ record }: { record: Schemas['Record'] }) {
  return (
    <div class="card stack">
      <h2>
        {record.incident.key} <bdi>{record.incident.title}</bdi>
      </h2>
      <p class="row">
        <WordMark words={record.severity} tone={record.severity} />
        <WordMark words={record.status} tone={record.status} />
        <TlpMark tlp={record.tlp} />
      </p>
    </div>
  );
}
