import { api } from '../data/api.ts';
import { got } from '../data/refusal.ts';
import { BodyForm } from '../lists/body-form.tsx';
import { TlpBand } from '../marks/tlp.tsx';
import { Problem } from '../parts/problem.tsx';
import { Skeleton } from '../parts/skeleton.tsx';
import { toast } from '../parts/toasts.tsx';
import type { Params } from '../router/place.ts';
import { to } from '../router/to.ts';
import { Page } from '../shell/page.tsx';
import { EndedRecord } from './ended-record.tsx';
import { useEnding } from './use-ending.ts';

/** Decides that an incident needs no post-mortem, after what that means was read. */
export function WaiveRecord({ params: { id = '' } }: { params: Params }) {
  const { record, etag, error, refetch, because, done } = useEnding(id, 'waive');
  return (
    <Page title="Waive" about="An incident that needs no review, such as a false alarm, is waived with a reason.">
      <Problem error={error} what="The record" retry={() => void refetch()} />
      {record === undefined ? (
        error === null ? (
          <Skeleton rows={4} />
        ) : null
      ) : (
        <div class="stack prose-width">
          <TlpBand tlp={record.tlp} />
          <EndedRecord record={record} />
          <ul class="what-happens">
            <li>The record ends here: nothing of it is asked for any more, and nobody approves it.</li>
            <li>No ticket is made for what it recommends.</li>
            <li>
              {record.incident.source === 'holdfast'
                ? 'It has no ticket of an incident: nothing else changes.'
                : `The ticket ${record.incident.key} keeps its state, and its link leads to this record. When the ticket is reopened, the record is open again.`}
            </li>
            <li>Your name and the reason stay in the log. This cannot be taken back by hand.</li>
          </ul>
          <BodyForm
            name="waiveRecord"
            look="grave"
            because={because}
            send={async (body) => {
              const header = { 'If-Match': etag };
              got(
                await api.POST('/post-mortems/{id}/waive', { params: { path: { id }, header }, body: body as never }),
              );
              return () => {
                toast('The record is waived.');
                done();
              };
            }}
          >
            Waive {record.incident.key}
          </BodyForm>
          <p>
            <a href={to.record(id)}>Back to the record</a>
          </p>
        </div>
      )}
    </Page>
  );
}
