import { toast } from '../parts/toasts.tsx';

/** Hands a page of a list over as a file. */
export function saveCsv(text: string, name: string): void {
  const url = URL.createObjectURL(new Blob([text], { type: 'text/csv' }));
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
  toast(`${name} is saved: what the filters find, up to 100 lines.`);
}
