/**
 * Prints the fixes of a team that are late, the longest first:
 *
 *     HOLDFAST_API_URL=https://… HOLDFAST_TOKEN=$(holdfast token) node client/examples/late-fixes.ts messaging
 */
import { holdfastClient, pagesOf } from '../client.ts';

const { HOLDFAST_API_URL: apiUrl, HOLDFAST_TOKEN: token } = process.env;
const [team] = process.argv.slice(2);
if (apiUrl === undefined || token === undefined || team === undefined) {
  console.error('set HOLDFAST_API_URL and HOLDFAST_TOKEN, and name a team');
  process.exit(2);
}

const client = holdfastClient({ apiUrl, token: () => token });
const late = pagesOf((cursor) =>
  client.GET('/remediations', {
    params: { query: { team: [team], overdue: 'true', ...(cursor === undefined ? {} : { cursor }) } },
  }),
);
for await (const { remediations } of late) {
  for (const fix of remediations) {
    // Of a restricted record a list says no more than that the fix is there.
    console.log(
      'title' in fix ? `${fix.dueAt}  ${fix.ticket?.key ?? '(no ticket)'}  ${fix.title}` : `(restricted)  ${fix.id}`,
    );
  }
}
