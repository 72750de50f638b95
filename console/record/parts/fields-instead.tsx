import type { ComponentChildren } from 'preact';
import type { PartKey } from '../contents.ts';
import type { Desk } from '../desk.ts';
import { ProposeIt } from '../recommendation/propose-it.tsx';
import { RankGrid } from '../recommendation/rank-grid.tsx';
import type { BoundField } from '../writing-fields.tsx';
import { PartPicker } from './part-picker.tsx';

type Instead = Readonly<Record<string, (bound: BoundField) => ComponentChildren>>;

/** Fields of parts that a form made from the description alone would serve badly: ids of other parts, and the rank. */
export function fieldsInstead({ record }: Desk, name: PartKey, id: string | undefined): Instead {
  if (name === 'recommendations') {
    const others = record.recommendations.filter((one) => one.id !== id);
    return {
      answers: (bound) => (
        <PartPicker bound={bound} legend="Answers" kinds={['rootCauses', 'contributingFactors', 'observations']} />
      ),
      impact: (bound) => <RankGrid bound={bound} others={others} />,
      feasibility: () => null,
      status: (bound) => <ProposeIt bound={bound} />,
    };
  }
  if (name === 'rootCauses') {
    return { worksWith: (bound) => <PartPicker bound={bound} legend="Works with" kinds={['rootCauses']} but={id} /> };
  }
  return {};
}
