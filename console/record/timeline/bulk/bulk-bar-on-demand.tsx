import { useEffect, useState } from 'preact/hooks';
import { Skeleton } from '../../../parts/skeleton.tsx';
import { sayFailed } from '../say-failed.ts';
import type { BulkBar } from './bulk-bar.tsx';

type BulkBarOnDemandProps = Parameters<typeof BulkBar>[0];

/** The bar, which is loaded once somebody wants it: most who read a record never do. */
export function BulkBarOnDemand(props: BulkBarOnDemandProps) {
  const [loaded, setLoaded] = useState<{ Bar: typeof BulkBar }>();
  useEffect(() => {
    import('./bulk-bar.tsx').then(({ BulkBar: Bar }) => setLoaded({ Bar }), sayFailed);
  }, []);
  return loaded === undefined ? <Skeleton rows={1} /> : <loaded.Bar {...props} />;
}
