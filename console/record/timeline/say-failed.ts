import { toast } from '../../parts/toasts.tsx';

/** Says what kept something from being done, where no form is open any more. */
export const sayFailed = (error: unknown) => toast(error instanceof Error ? error.message : String(error));
