import { Skeleton } from '../../../parts/skeleton.tsx';
import { onDemand } from '../on-demand.ts';
import type { BulkBar } from './bulk-bar.tsx';

const bar = onDemand(() => import('./bulk-bar.tsx'));

/** The bar, loaded with the first entry that is to be chosen. */
export function BulkBarOnDemand(props: Parameters<typeof BulkBar>[0]) {
  const part = bar.usePart();
  return part === undefined ? <Skeleton rows={1} /> : <part.BulkBar {...props} />;
}
