import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { useAct } from '../data/act.ts';
import { api } from '../data/api.ts';
import { queries } from '../data/query.ts';
import { got, Refusal } from '../data/refusal.ts';
import { ActButton } from '../parts/act-button.tsx';
import { Problem } from '../parts/problem.tsx';
import { go } from '../router/address.ts';

/** How often to look whether a report is there, and after how long to say that it takes longer. */
const LOOK_EVERY_MS = 1_500;
const LONG_MS = 60_000;

export const REPORT_KINDS = { overdue: 'What is overdue', validation: 'What was proven' } as const;
type Kind = keyof typeof REPORT_KINDS;

/** Has a report made, waits for it, and opens it. */
export function MakeReport() {
  const awaited = useSignal<{ name: string; since: number } | undefined>(undefined);
  const isLong = useSignal(false);
  const make = useAct(async (kind: Kind) => {
    const { data } = got(await api.POST('/reports', { body: { kind } }));
    if (data.isThere) open(data.name);
    else awaited.value = { name: data.name, since: Date.now() };
  });
  useEffect(() => {
    const one = awaited.value;
    if (one === undefined) return undefined;
    const timer = setInterval(() => {
      isLong.value = Date.now() - one.since > LONG_MS;
      void isMade(one.name).then(
        (isIt) => {
          if (isIt && awaited.peek() === one) open(one.name);
        },
        () => {
          // A look that failed says nothing; the next one comes.
        },
      );
    }, LOOK_EVERY_MS);
    return () => clearInterval(timer);
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
              : 'It is being made, and opens when it is there.'}
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

function open(name: string): void {
  void queries.invalidateQueries({ queryKey: ['reports'] });
  go(`/reports/${encodeURIComponent(name)}`);
}
