import { useSignal } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';
import { useAct } from '../data/act.ts';
import { api } from '../data/api.ts';
import { queries } from '../data/query.ts';
import { got, Refusal } from '../data/refusal.ts';
import { ActButton } from '../parts/act-button.tsx';
import { Problem } from '../parts/problem.tsx';
import { go } from '../router/address.ts';
import { whenToLook } from './when-to-look.ts';

/** After how long to say that it takes longer. */
const LONG_MS = 60_000;

export const REPORT_KINDS = { overdue: 'What is overdue', validation: 'What was proven' } as const;
type Kind = keyof typeof REPORT_KINDS;

/** Has a report made, waits for it, and opens it for who is still here. Whoever goes on to something else stays there. */
export function MakeReport() {
  const awaited = useSignal<{ name: string; since: number } | undefined>(undefined);
  const isLong = useSignal(false);
  const isHere = useRef(true);
  useEffect(
    () => () => {
      isHere.current = false;
    },
    [],
  );
  const open = (name: string) => {
    void queries.invalidateQueries({ queryKey: ['reports'] });
    if (isHere.current) go(`/reports/${encodeURIComponent(name)}`);
  };
  const make = useAct(async (kind: Kind) => {
    const { data } = got(await api.POST('/reports', { body: { kind } }));
    if (data.isThere) open(data.name);
    else awaited.value = { name: data.name, since: Date.now() };
  });
  useEffect(() => {
    const one = awaited.value;
    if (one === undefined) return undefined;
    let timer: ReturnType<typeof setTimeout> | undefined;
    let isOver = false;
    const lookLater = () => {
      const waited = Date.now() - one.since;
      isLong.value = waited > LONG_MS;
      const next = whenToLook(waited);
      if (next !== undefined && !isOver) timer = setTimeout(look, next);
    };
    const look = () =>
      void isMade(one.name).then(
        (isIt) => {
          if (isOver) return;
          if (isIt) open(one.name);
          else lookLater();
        },
        // A look that failed says nothing; the next one comes.
        lookLater,
      );
    lookLater();
    return () => {
      isOver = true;
      clearTimeout(timer);
    };
  }, [awaited.value]);
  return (
    <section class="make-report" aria-labelledby="make-report">
      <h2 id="make-report">Make one now</h2>
      {awaited.value === undefined ? (
        <div class="row">
          {(Object.keys(REPORT_KINDS) as Kind[]).map((kind) => (
            <ActButton key={kind} act={make} onClick={() => void make.act(kind)}>
              Make “{REPORT_KINDS[kind]}”
            </ActButton>
          ))}
        </div>
      ) : (
        <div role="status" class="stack">
          <progress aria-label="The report is being made" />
          <p>
            {isLong.value
              ? 'It takes longer than usual. It will be in the list when it is made; this page need not stay open.'
              : 'It is being made, and opens when it is there if you stay on this page.'}
          </p>
        </div>
      )}
      <p class="quiet small">It tells what happened since the last one of the schedule, which it does not replace.</p>
      <Problem error={make.error.value} what="The report" />
    </section>
  );
}

async function isMade(name: string): Promise<boolean> {
  const answer = await api.GET('/reports/{name}/link', { params: { path: { name } } });
  if (answer.response.status === 404) return false;
  if (!answer.response.ok) throw new Refusal(answer.response, undefined);
  return true;
}
