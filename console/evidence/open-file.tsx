import { useId, useState } from 'preact/hooks';
import { useAct } from '../data/act.ts';
import { api } from '../data/api.ts';
import { queries } from '../data/query.ts';
import { got } from '../data/refusal.ts';
import { ActButton } from '../parts/act-button.tsx';
import { Problem } from '../parts/problem.tsx';

const LEAST = 10;

/** The purpose comes first, and is in the log before the link is made. */
export function OpenFile({ id, part }: { id: string; part: string }) {
  const field = useId();
  const [purpose, setPurpose] = useState('');
  const [link, setLink] = useState<{ url: string; name: string }>();
  const opening = useAct(async () => {
    const params = { path: { id, part } };
    const { url, name } = got(
      await api.POST('/post-mortems/{id}/evidence/{part}/read-link', { params, body: { purpose } }),
    ).data;
    await queries.invalidateQueries({ queryKey: ['custody', id, part] });
    setLink({ url, name });
  });
  const lacks = purpose.trim().length < LEAST ? `The purpose needs ${LEAST} letters` : undefined;
  return (
    <form
      class="stack"
      onSubmit={(event) => {
        event.preventDefault();
        if (lacks === undefined) void opening.act();
      }}
    >
      <label for={field}>What do you open it for? It will be in the log.</label>
      <input
        id={field}
        class="input"
        maxLength={1_000}
        value={purpose}
        onInput={({ currentTarget }) => {
          setPurpose(currentTarget.value);
          setLink(undefined);
        }}
      />
      <div class="row">
        <ActButton act={opening} because={lacks} onClick={() => void opening.act()}>
          Get the link
        </ActButton>
        {link === undefined ? null : (
          <a href={link.url} rel="noreferrer" target="_blank">
            Open <bdi>{link.name}</bdi>; the link lasts a short while
          </a>
        )}
      </div>
      <Problem error={opening.error.value} what="The link" />
    </form>
  );
}
