import { toast } from '../parts/toasts.tsx';
import { type CsvPage, gatherCsv } from './gather-csv.ts';

/** Hands the first lines of a list over as a file, and says how many they are. */
export async function saveCsv(
  read: (limit: number, cursor: string | undefined) => Promise<CsvPage>,
  name: string,
): Promise<void> {
  const { text, lines, isCut } = await gatherCsv(read);
  const url = URL.createObjectURL(new Blob([text], { type: 'text/csv' }));
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
  toast(
    `${name} is saved: ${isCut ? `the first ${lines} lines, and there are or may be more` : `all ${lines} lines`}.`,
  );
}
