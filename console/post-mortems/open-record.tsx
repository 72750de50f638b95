import { useState } from 'preact/hooks';
import { api } from '../data/api.ts';
import { got } from '../data/refusal.ts';
import type { FieldRecord } from '../forms/binding/field-value.ts';
import { BodyForm } from '../lists/body-form.tsx';
import { readListsAnew } from '../lists/read-lists-anew.ts';
import { go } from '../router/address.ts';
import { BASE } from '../router/base.ts';
import { to } from '../router/to.ts';
import { useMe } from '../shell/me.ts';
import { Page } from '../shell/page.tsx';

/** What was typed stays while the console is open. The key makes one record of it, however often it is sent. */
let kept: { body: FieldRecord; key: string } | undefined;

/** What is asked of every kind. What a review looks at is asked of a review of a period alone. */
const FIELDS = ['kind', 'title', 'description', 'severity', 'category', 'tlp', 'beganAt', 'endedAt', 'url'];

/** Opens a record that no ticket opened. */
export function OpenRecord() {
  const { me, may } = useMe();
  kept ??= { body: { kind: 'incident' }, key: crypto.randomUUID() };
  const { body: first } = kept;
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
          kept = { body, key: crypto.randomUUID() };
          setKind(body.kind);
        }}
        send={async (body) => {
          const header = { 'Idempotency-Key': kept?.key ?? crypto.randomUUID() };
          const { data } = got(await api.POST('/post-mortems', { params: { header }, body: body as never }));
          kept = undefined;
          readListsAnew('records', 'my-work', 'summary');
          go(to.record(data.id).slice(BASE.length), { replace: true });
        }}
      >
        Open
      </BodyForm>
    </Page>
  );
}
