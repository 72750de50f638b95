import { useState } from 'preact/hooks';
import { api } from '../data/api.ts';
import { got } from '../data/refusal.ts';
import type { FieldRecord } from '../forms/binding/field-value.ts';
import { BodyForm } from '../lists/body-form.tsx';
import { readListsAnew } from '../lists/read-lists-anew.ts';
import { toast } from '../parts/toasts.tsx';
import { go } from '../router/address.ts';
import { to } from '../router/to.ts';
import { useMe } from '../shell/me.ts';
import { Page } from '../shell/page.tsx';
import { onceMade } from './once-made.ts';

/** What was typed stays while the console is open. The key makes one record of it, however often it is sent and changed. */
let kept: { body: FieldRecord; key: string; unanswered: FieldRecord[] } | undefined;

/** What is asked of every kind. What a review looks at is asked of a review of a period alone. */
const FIELDS = ['kind', 'title', 'description', 'severity', 'category', 'tlp', 'beganAt', 'endedAt', 'url'];

/** Opens a record that no ticket opened. */
export function OpenRecord() {
  const { me, may } = useMe();
  kept ??= { body: { kind: 'incident' }, key: crypto.randomUUID(), unanswered: [] };
  const own = kept;
  const { body: first } = own;
  const [kind, setKind] = useState(first.kind);
  return (
    <Page
      title="Open a post-mortem"
      about="For what no ticket opened: a near miss, an exercise, the review of a quarter, an incident that was told by phone. An incident with a ticket opens its record when it is closed."
    >
      <BodyForm
        name="openRecord"
        first={first}
        only={kind === 'periodic review' ? [...FIELDS, 'scope'] : FIELDS}
        because={me !== undefined && !may('open records') ? 'Your roles open no records.' : undefined}
        onChange={(body) => {
          own.body = body;
          setKind(body.kind);
        }}
        send={async (body) => {
          const params = { header: { 'Idempotency-Key': own.key } };
          const { answer, isOfEarlier } = await onceMade(
            async (one: FieldRecord) => got(await api.POST('/post-mortems', { params, body: one as never })).data,
            asAsked(body),
            own.unanswered,
          );
          return () => {
            kept = undefined;
            if (isOfEarlier) toast('It was opened as you sent it first. Change here what you changed since.');
            readListsAnew('records', 'my-work', 'summary');
            go(to.record(answer.id), { replace: true });
          };
        }}
      >
        Open
      </BodyForm>
    </Page>
  );
}

/** Without what was filled in while another kind was chosen, and is not shown any more. */
function asAsked(body: FieldRecord): FieldRecord {
  const { scope, ...rest } = body;
  return body.kind === 'periodic review' && scope !== undefined ? { ...rest, scope } : rest;
}
