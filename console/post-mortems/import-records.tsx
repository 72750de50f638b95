import './post-mortems.css';
import { to } from '../router/to.ts';
import { Page } from '../shell/page.tsx';

/** How past incidents are taken in: by the command line, which the page teaches. */
export function ImportRecords() {
  return (
    <Page
      title="Import"
      about="Past incidents, and records of another installation, are taken in on the command line, by somebody with rights in the account: the API has no call for it, so this page only says how."
    >
      <ol class="stack steps prose-width">
        <li>
          <h2>Look at what would come</h2>
          <p>This changes nothing and needs no rights. It names each fault with its place.</p>
          <pre>npx holdfast import incidents.json --dry-run</pre>
          <p class="quiet">A table of a spreadsheet and VERIS are taken as well: --format csv, --format veris.</p>
        </li>
        <li>
          <h2>Take them in</h2>
          <p>Closed, as what is over; or open, to work on them here.</p>
          <pre>npx holdfast import incidents.json{'\n'}npx holdfast import incidents.json --status open</pre>
        </li>
        <li>
          <h2>Find them</h2>
          <p>
            They stand among the <a href={to.postMortems('?status=closed')}>closed post-mortems</a>.
          </p>
        </li>
      </ol>
    </Page>
  );
}
