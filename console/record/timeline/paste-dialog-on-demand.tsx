import { useEffect } from 'preact/hooks';
import { onDemand } from './on-demand.ts';
import type { PasteDialog } from './paste-dialog.tsx';

type PasteDialogOnDemandProps = Parameters<typeof PasteDialog>[0] & { isOpen: boolean };

const dialog = onDemand(() => import('./paste-dialog.tsx'));

/** Once the page is there, so that nothing waits for it, in milliseconds. */
const AHEAD_MS = 1_000;

/** The dialog of a paste with all that reads one, loaded once the page is there: whoever opens it may paste at once. */
export function PasteDialogOnDemand({ isOpen, ...props }: PasteDialogOnDemandProps) {
  useEffect(() => {
    const timer = setTimeout(dialog.ahead, AHEAD_MS);
    return () => clearTimeout(timer);
  }, []);
  return isOpen ? <Loaded {...props} /> : null;
}

function Loaded(props: Parameters<typeof PasteDialog>[0]) {
  const part = dialog.usePart();
  return part === undefined ? null : <part.PasteDialog {...props} />;
}
