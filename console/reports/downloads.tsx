import { useAct } from '../data/act.ts';
import { api } from '../data/api.ts';
import { got } from '../data/refusal.ts';
import { ActButton } from '../parts/act-button.tsx';
import { Problem } from '../parts/problem.tsx';

const FORMS = [
  ['html', 'HTML'],
  ['markdown', 'Markdown'],
  ['json', 'JSON'],
] as const;

/** The files of a report. A link to one is good for minutes, so it is made when somebody asks for it. */
export function Downloads({ name }: { name: string }) {
  const download = useAct(async (format: (typeof FORMS)[number][0]) => {
    const { data } = got(await api.GET('/reports/{name}/link', { params: { path: { name }, query: { format } } }));
    // The answer says that it is a file to keep, so this page stays.
    location.assign(data.url);
  });
  const table = useAct(async () => {
    const { data } = got(
      await api.GET('/reports/{name}', {
        params: { path: { name }, query: { format: 'csv' } },
        parseAs: 'text',
      }),
    );
    keep(String(data), `${name}.csv`);
  });
  return (
    <div class="downloads">
      <div class="row">
        <span class="quiet">Download</span>
        {FORMS.map(([format, words]) => (
          <ActButton key={format} act={download} onClick={() => void download.act(format)}>
            {words}
          </ActButton>
        ))}
        <ActButton act={table} onClick={() => void table.act()}>
          CSV
        </ActButton>
        <button type="button" class="button" onClick={() => print()}>
          Print
        </button>
      </div>
      <Problem error={download.error.value ?? table.error.value} what="The file" />
    </div>
  );
}

/** Gives text to the person as a file. */
function keep(text: string, name: string): void {
  const url = URL.createObjectURL(new Blob([text], { type: 'text/csv' }));
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), 10_000);
}
