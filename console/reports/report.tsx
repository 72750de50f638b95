import { api } from '../data/api.ts';
import { useQuery } from '../data/query.ts';
import { got } from '../data/refusal.ts';
import { TlpMark } from '../marks/tlp.tsx';
import { Problem } from '../parts/problem.tsx';
import { Skeleton } from '../parts/skeleton.tsx';
import { Page } from '../shell/page.tsx';
import { ReportBlock } from './block.tsx';
import { Downloads } from './downloads.tsx';
import { Inline } from './inline.tsx';
import './reports.css';

/** One report, in the words in which it was made. */
export function Report({ params: { name = '' } }: { params: Readonly<Record<string, string>> }) {
  const { data, error, refetch } = useQuery({
    key: ['report', name],
    read: async (signal) => got(await api.GET('/reports/{name}/document', { params: { path: { name } }, signal })).data,
    // What is in a report never changes.
    staleMs: Number.POSITIVE_INFINITY,
  });
  if (data === undefined) {
    return (
      <Page title="Report">
        {error === null ? (
          <Skeleton rows={10} />
        ) : (
          <Problem error={error} what="The report" retry={() => void refetch()} />
        )}
      </Page>
    );
  }
  return (
    <Page title={data.title} about={<Inline words={data.about} />} actions={<Downloads name={name} />}>
      {data.marking === undefined ? null : (
        <p class="report-marking">
          <TlpMark tlp={data.marking} />
        </p>
      )}
      <p class="report-headline">{data.headline}</p>
      <nav class="report-contents" aria-label="Sections of the report">
        {data.sections.map(({ id, title }) => (
          <a key={id} href={`#${id}`}>
            {title}
          </a>
        ))}
      </nav>
      {data.sections.map(({ id, title, blocks }) => (
        <section key={id} class="report-section" aria-labelledby={id}>
          <h2 id={id} tabIndex={-1}>
            {title}
          </h2>
          {blocks.map((block, at) => (
            <ReportBlock key={`${at}`} block={block} />
          ))}
        </section>
      ))}
    </Page>
  );
}
