import { useState } from 'preact/hooks';
import { api, type Schemas } from '../data/api.ts';
import { useQuery } from '../data/query.ts';
import { got } from '../data/refusal.ts';
import { BodyForm } from '../lists/body-form.tsx';
import { gatherPage } from '../lists/gather-page.ts';
import { TlpBand } from '../marks/tlp.tsx';
import { Problem } from '../parts/problem.tsx';
import { Skeleton } from '../parts/skeleton.tsx';
import { toast } from '../parts/toasts.tsx';
import { useRested } from '../parts/use-rested.ts';
import type { Params } from '../router/place.ts';
import { to } from '../router/to.ts';
import { Page } from '../shell/page.tsx';
import { EndedRecord } from './ended-record.tsx';
import { useEnding } from './use-ending.ts';

/** Ends a record in favour of another one of the same incident. */
export function MergeRecord({ params: { id = '' } }: { params: Params }) {
  const { record, etag, error, refetch, because, done } = useEnding(id, 'merge');
  const [into, setInto] = useState<Schemas['RecordLine']>();
  return (
    <Page title="Merge" about="Two tickets, one incident: one record goes on and knows both tickets.">
      <Problem error={error} what="The record" retry={() => void refetch()} />
      {record === undefined ? (
        error === null ? (
          <Skeleton rows={4} />
        ) : null
      ) : (
        <div class="stack prose-width">
          <TlpBand tlp={record.tlp} />
          <EndedRecord record={record} />
          <OtherRecord not={id} chosen={into} onChoose={setInto} />
          {into === undefined ? null : (
            <>
              <ul class="what-happens">
                <li>
                  {record.incident.key} ends here, and {into.incident.key} goes on: <bdi>{into.incident.title}</bdi>
                </li>
                <li>What was written here stays to be read here; nothing of it is copied over.</li>
                <li>The ticket {record.incident.key} leads to the other record from then on.</li>
                <li>Your name and the reason stay in the log. This cannot be taken back.</li>
              </ul>
              <BodyForm
                name="mergeRecord"
                only={['reason']}
                key={into.id}
                first={{ into: into.id }}
                look="grave"
                because={because}
                send={async (body) => {
                  const header = { 'If-Match': etag };
                  got(
                    await api.POST('/post-mortems/{id}/merge', {
                      params: { path: { id }, header },
                      body: body as never,
                    }),
                  );
                  return () => {
                    toast(`Merged into ${into.incident.key}.`);
                    done();
                  };
                }}
              >
                Merge into {into.incident.key}
              </BodyForm>
            </>
          )}
          <p>
            <a href={to.record(id)}>Back to the record</a>
          </p>
        </div>
      )}
    </Page>
  );
}

type OtherRecordProps = {
  not: string;
  chosen: Schemas['RecordLine'] | undefined;
  onChoose: (line: Schemas['RecordLine']) => void;
};

/** Asks for the record that goes on: one that is open or in review. */
function OtherRecord({ not, chosen, onChoose }: OtherRecordProps) {
  const [words, setWords] = useState('');
  const asked = useRested(words.trim());
  const { data, error, refetch } = useQuery({
    key: ['records', 'to merge into', asked],
    read: async (signal) => {
      let isWhole = true;
      const { lines: found, next } = await gatherPage(async (cursor) => {
        const page = await underWay(asked, cursor, signal);
        isWhole = page.isWhole;
        return page;
      }, undefined);
      return { found, isWhole: isWhole && next === undefined };
    },
  });
  const lines = (data?.found ?? []).filter(({ id }) => id !== not);
  return (
    <fieldset class="card stack">
      <legend>
        <b>Into which record</b>
      </legend>
      <input
        class="input"
        type="search"
        aria-label="Words of the other record, or its key"
        placeholder="Words of the other record, or its key"
        value={words}
        onInput={({ currentTarget }) => setWords(currentTarget.value)}
      />
      <Problem error={error} what="The search" retry={() => void refetch()} />
      <div class="merge-into">
        {lines.map((line) => (
          <label key={line.id}>
            <input type="radio" name="into" checked={chosen?.id === line.id} onChange={() => onChoose(line)} />
            <code>{line.incident.key}</code> <bdi>{line.incident.title}</bdi>
          </label>
        ))}
      </div>
      {data === undefined ? null : !data.isWhole ? (
        <p class="quiet">There may be more: name it by its key, or by more of its words.</p>
      ) : lines.length === 0 ? (
        <p class="quiet">{asked.length < 2 ? 'No other record is open.' : 'No open record has these words.'}</p>
      ) : null}
    </fieldset>
  );
}

/** A page of the records into which one can be merged. A search finds those that are over as well. */
async function underWay(words: string, cursor: string | undefined, signal: AbortSignal) {
  const place = { limit: PAGE, ...(cursor === undefined ? {} : { cursor }) };
  const query = { ...place, status: UNDER_WAY };
  const data =
    words.length < 2
      ? { ...got(await api.GET('/post-mortems', { params: { query }, signal })).data, isWhole: true }
      : got(await api.GET('/search', { params: { query: { ...place, q: words } }, signal })).data;
  const lines = data.postMortems.filter(
    (line): line is Schemas['RecordLine'] => 'incident' in line && UNDER_WAY.includes(line.status),
  );
  return { lines, next: data.next, isWhole: data.isWhole };
}

const UNDER_WAY: Schemas['RecordLine']['status'][] = ['open', 'in review'];

/** Records of a page. */
const PAGE = 40;
