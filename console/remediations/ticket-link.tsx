/** The ticket of a fix in Jira, in a tab of its own. */
export function TicketLink({ ticket: { site, key } }: { ticket: { site: string; key: string } }) {
  return (
    <a class="outside" href={`https://${site}/browse/${encodeURIComponent(key)}`} target="_blank" rel="noreferrer">
      {key} <span aria-hidden="true">↗</span>
      <span class="unseen">in Jira</span>
    </a>
  );
}
