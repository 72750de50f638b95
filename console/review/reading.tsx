import './reading.css';
import type { ComponentChildren } from 'preact';
import type { Schemas } from '../data/api.ts';
import { checkAsked } from '../fix/check-words.ts';
import { Time } from '../marks/time.tsx';
import { WordMark } from '../marks/word-mark.tsx';
import { sectionInWords } from './path-words.ts';
import { FieldTerms } from './read-value.tsx';

type RecordShape = Schemas['Record'];
/** What stands beside a heading, such as a button for a remark on it. */
type Beside = (path: string, words: string) => ComponentChildren;

type RecordReadingProps = {
  record: RecordShape;
  timeline: readonly Schemas['TimelineEntry'][];
  beside?: Beside;
};

const BEFORE = ['summary', 'framework', 'impact', 'attack', 'advisory', 'detection', 'response'] as const;
const AFTER = ['analysis', 'humanFactor'] as const;
const LAST = ['sharing', 'source'] as const;

/** The whole record to read, section by section and part by part, as its page has them. */
export function RecordReading({ record, timeline, beside = () => null }: RecordReadingProps) {
  const sections = (names: readonly (keyof RecordShape['sections'])[]) =>
    names.map((name) => <SectionReading key={name} name={name} value={record.sections[name]} beside={beside} />);
  return (
    <div class="reading">
      {sections(BEFORE)}
      <TimelineReading entries={timeline} beside={beside} />
      {sections(AFTER)}
      <Parts
        title="Root causes"
        path="rootCauses"
        parts={record.rootCauses}
        head={['kind', 'statement']}
        beside={beside}
      />
      <Parts
        title="Contributing factors"
        path="contributingFactors"
        parts={record.contributingFactors}
        head={['kind', 'statement']}
        beside={beside}
      />
      <Parts
        title="Observations"
        path="observations"
        parts={record.observations}
        head={['kind', 'statement']}
        beside={beside}
      />
      <Recommendations recommendations={record.recommendations} beside={beside} />
      <Parts title="Lessons" path="lessons" parts={record.lessons} head={['updates', 'statement']} beside={beside} />
      <Parts
        title="Notifications"
        path="notifications"
        parts={record.notifications}
        head={['regime', 'recipient']}
        beside={beside}
      />
      <Parts
        title="Temporary measures"
        path="temporaryMeasures"
        parts={record.temporaryMeasures}
        head={['kind', 'what']}
        beside={beside}
      />
      <Parts title="Evidence" path="evidence" parts={record.evidence} head={['status', 'name']} beside={beside} />
      <Parts
        title="Corrections"
        path="corrections"
        parts={record.corrections}
        head={['of', 'because']}
        beside={beside}
      />
      {sections(LAST)}
    </div>
  );
}

function Head({ title, path, beside }: { title: string; path: string; beside: Beside }) {
  return (
    <div class="row row-apart">
      <h3 id={`read-${path}`}>{title}</h3>
      {beside(path, title)}
    </div>
  );
}

function SectionReading({ name, value, beside }: { name: string; value: object | undefined; beside: Beside }) {
  if (value === undefined) return null;
  const [title, path] = [sectionInWords(name), `sections.${name}`];
  const text = 'text' in value && typeof value.text === 'string' ? value.text : undefined;
  return (
    <section aria-labelledby={`read-${path}`}>
      <Head title={title} path={path} beside={beside} />
      {text === undefined ? null : (
        <p class="prose">
          <bdi>{text}</bdi>
        </p>
      )}
      <FieldTerms value={value} without={['text']} />
    </section>
  );
}

type PartShape = { id: string; [field: string]: unknown };

type PartsProps = {
  title: string;
  path: string;
  parts: readonly PartShape[];
  head: readonly [string, string];
  beside: Beside;
};

function Parts({ title, path, parts, head: [kind, words], beside }: PartsProps) {
  if (parts.length === 0) return null;
  return (
    <section aria-labelledby={`read-${path}`}>
      <Head title={title} path={path} beside={() => null} />
      <ol class="read-parts">
        {parts.map((part) => (
          <li key={part.id} class="read-part" id={`read-${path}.${part.id}`}>
            <div class="row row-apart">
              <span class="tag small">{String(part[kind] ?? '')}</span>
              {beside(`${path}.${part.id}`, `${title}: ${String(part[words] ?? '').slice(0, 60)}`)}
            </div>
            <p class="prose">
              <bdi>{String(part[words] ?? '')}</bdi>
            </p>
            <FieldTerms value={part} without={[kind, words]} />
          </li>
        ))}
      </ol>
    </section>
  );
}

function TimelineReading({ entries, beside }: { entries: RecordReadingProps['timeline']; beside: Beside }) {
  if (entries.length === 0) return null;
  return (
    <section aria-labelledby="read-timeline">
      <Head title="Timeline" path="timeline" beside={beside} />
      <ol class="read-timeline">
        {entries.map(({ id, at, what, kind, role, milestone }) => (
          <li key={id}>
            <Time at={at} />
            <span>
              <bdi>{what}</bdi>
              <span class="quiet small"> {[kind, role, milestone].filter((one) => one !== undefined).join(' · ')}</span>
            </span>
          </li>
        ))}
      </ol>
    </section>
  );
}

function Recommendations({
  recommendations,
  beside,
}: {
  recommendations: RecordShape['recommendations'];
  beside: Beside;
}) {
  if (recommendations.length === 0) return null;
  return (
    <section aria-labelledby="read-recommendations">
      <Head title="Recommendations" path="recommendations" beside={() => null} />
      <ol class="read-parts">
        {recommendations.map((one) => (
          <RecommendationReading key={one.id} recommendation={one} beside={beside} />
        ))}
      </ol>
    </section>
  );
}

const TOLD = [
  'title',
  'why',
  'kind',
  'answers',
  'verification',
  'status',
  'state',
  'rank',
  'quadrant',
  'priority',
  'remediation',
  'sameWords',
  'impact',
  'feasibility',
  'ownerTeam',
];

function RecommendationReading({
  recommendation,
  beside,
}: {
  recommendation: Schemas['Recommendation'];
  beside: Beside;
}) {
  const { id, title, why, kind, verification, priority, impact, feasibility, ownerTeam, status, quadrant } =
    recommendation;
  return (
    <li class="read-part" id={`read-recommendations.${id}`}>
      <div class="row row-apart">
        <h4>
          <bdi>{title}</bdi>
        </h4>
        {beside(`recommendations.${id}`, title)}
      </div>
      <p class="row small quiet">
        <WordMark words={priority} tone={priority} />
        <span>
          {kind} · {ownerTeam} · impact {impact} of 5, feasibility {feasibility} of 5: {quadrant} · {status}
        </span>
      </p>
      <p class="prose">
        <bdi>{why}</bdi>
      </p>
      <FieldTerms value={recommendation} without={TOLD} />
      <p class="quiet small">How it is proven</p>
      <ul class="read-list">
        {verification.checks.map((check, at) => (
          <li key={at}>{checkAsked(check)}</li>
        ))}
      </ul>
    </li>
  );
}
