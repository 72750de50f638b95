import { fieldId } from '../../forms/field-id.ts';
import type { BoundField } from '../writing-fields.tsx';

type RankGridProps = { bound: BoundField; others: readonly { impact: number; feasibility: number }[] };

const FIVE = [1, 2, 3, 4, 5] as const;
const FROM_THE_TOP = FIVE.toReversed();

/** How much it helps, by how easily it is done: one of 25 cells. Arrows move in it; a figure says how many others stand there. */
export function RankGrid({ bound, others }: RankGridProps) {
  const { all, put, path, readOnly } = bound;
  const impact = typeof all.impact === 'number' ? all.impact : undefined;
  const feasibility = typeof all.feasibility === 'number' ? all.feasibility : undefined;
  const choose = (nextImpact: number, nextFeasibility: number) => {
    put('impact', nextImpact);
    put('feasibility', nextFeasibility);
  };
  const move = (event: KeyboardEvent) => {
    const step = STEPS[event.key];
    if (step === undefined || readOnly) return;
    event.preventDefault();
    const [up, right] = step;
    const next = [clamp((impact ?? 3) + up), clamp((feasibility ?? 3) + right)] as const;
    choose(...next);
    const group = event.currentTarget as HTMLElement;
    requestAnimationFrame(() => group.querySelector<HTMLElement>(`[data-cell="${next.join(' ')}"]`)?.focus());
  };
  return (
    <fieldset class="form-group" id={fieldId(path)} tabIndex={-1}>
      <legend class="form-label">
        Impact by feasibility <span class="form-required">required</span>
      </legend>
      <p class="form-help">How much it helps decides the priority of the ticket; both together, what is done first.</p>
      <div class="record-grid">
        <span class="record-grid-up small quiet" aria-hidden="true">
          helps much ↑
        </span>
        <div class="record-cells" role="radiogroup" aria-label="Impact by feasibility" onKeyDown={move}>
          {FROM_THE_TOP.map((high) =>
            FIVE.map((wide) => {
              const isChosen = impact === high && feasibility === wide;
              const here = others.filter((one) => one.impact === high && one.feasibility === wide).length;
              const isStart = impact === undefined && high === 3 && wide === 3;
              return (
                <button
                  key={`${high} ${wide}`}
                  type="button"
                  role="radio"
                  data-cell={`${high} ${wide}`}
                  class="record-cell"
                  aria-checked={isChosen}
                  aria-disabled={readOnly}
                  aria-label={`Impact ${high}, feasibility ${wide}${here === 0 ? '' : `, ${here} other${here === 1 ? '' : 's'} here`}`}
                  tabIndex={isChosen || isStart ? 0 : -1}
                  onClick={() => {
                    if (!readOnly) choose(high, wide);
                  }}
                >
                  {isChosen ? '●' : here === 0 ? '' : here}
                </button>
              );
            }),
          )}
        </div>
        <span class="record-grid-right small quiet" aria-hidden="true">
          easily done →
        </span>
        <p class="small">
          {impact === undefined || feasibility === undefined
            ? 'Not placed yet.'
            : `Impact ${impact}, feasibility ${feasibility}: ${quadrantIn(impact, feasibility)}.`}
        </p>
      </div>
    </fieldset>
  );
}

const STEPS: Readonly<Record<string, readonly [number, number]>> = {
  ArrowUp: [1, 0],
  ArrowDown: [-1, 0],
  ArrowRight: [0, 1],
  ArrowLeft: [0, -1],
};
const clamp = (n: number) => Math.min(5, Math.max(1, n));

/** As the API reckons it: 4 and 5 are high. */
function quadrantIn(impact: number, feasibility: number): string {
  if (impact >= 4) return feasibility >= 4 ? 'quick win' : 'major project';
  return feasibility >= 4 ? 'fill-in' : 'reconsider';
}
