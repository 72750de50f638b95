import './post-mortems.css';
import { to } from '../router/to.ts';
import { useMe } from '../shell/me.ts';
import { Page } from '../shell/page.tsx';
import { ImportFiles } from './importing/import-files.tsx';

/** Past incidents, and records of another installation, come in here; large ones by the command line, which the page teaches. */
export function ImportRecords() {
  const { me, may } = useMe();
  const isAllowed = may('import records');
  return (
    <Page
      title="Import"
      about="Past incidents, and records of another installation. Each record of a file is taken in by itself, and once: the same file again makes nothing new."
    >
      {isAllowed ? <ImportFiles /> : null}
      {me === undefined || isAllowed ? null : (
        <p class="band">Taking records in is for administrators. Ask one of them, and send the file along.</p>
      )}
      <details class="prose-width import-by-hand" open={me !== undefined && !isAllowed}>
        <summary>Thousands of records, or one of more than 250 KB or 2,000 entries: on the command line</summary>
        <p>It names each fault with its place; the first of these lines changes nothing and needs no rights.</p>
        <pre>
          npx holdfast import incidents.json --dry-run{'\n'}npx holdfast import incidents.json{'\n'}npx holdfast import
          incidents.csv --status open
        </pre>
      </details>
      <p class="quiet">
        What came in stands among the <a href={to.postMortems('?status=closed')}>closed post-mortems</a>.
      </p>
    </Page>
  );
}
