import { shortened } from '../../../shared/domain/words/shorten.ts';
import type { User } from '../site/catalogue.ts';
import type { Comment, History, Issue, IssueLink, RemoteLink, SimulatedChangeItem } from '../site/issue.ts';
import type { Site } from '../site/site.ts';
import { adfToHtml } from './adf-to-html.ts';
import { type SafeHtml, safeHtml, webAddress } from './html.ts';
import { avatar, dueBadge, labelList, priorityMark, statusLozenge, timeShown } from './page-parts.ts';

/** Everything about one issue, with buttons to move it and a place to comment. */
export function issueMain(issue: Issue, { rules, store, clock }: Site): SafeHtml {
  const { key, project, summary, description, comments, histories } = issue;
  const action = `/_simulator/issues/${encodeURIComponent(key)}`;
  const moves = rules
    .waysOf(issue)
    .map(({ to }) => rules.statusWithId(to))
    .map(
      ({ name }) => safeHtml`<button name="status" value="${name}" data-focus="move-${name}">Move to ${name}</button>`,
    );
  return safeHtml`<div class="issue">
<div>
<p class="crumbs"><a href="/board/${project.key}" data-focus="project">${project.name}</a> / ${key}</p>
<h1>${summary}</h1>
<form class="moves" method="post" action="${action}/transition" aria-label="Move this issue">${moves}</form>
<section class="box" aria-labelledby="description"><h2 id="description">Description</h2>
<div class="text">${description === null ? safeHtml`<p class="empty">No description.</p>` : adfToHtml(description)}</div></section>
<section class="box" aria-labelledby="comments"><h2 id="comments">Comments (${comments.length})</h2>
${comments.length > 0 && safeHtml`<ol class="feed">${comments.map(commentShown)}</ol>`}
<form method="post" action="${action}/comment"><label for="comment-text">Add a comment</label>
<textarea id="comment-text" name="text" rows="3" required data-focus="comment"></textarea>
<button class="main" data-focus="send">Comment</button></form></section>
<section class="box" aria-labelledby="history"><h2 id="history">History</h2>
<ol class="feed">${[...histories].reverse().map(historyShown)}
<li>${feedHead(issue.creator, issue.createdAt)}<p class="change">created the issue</p></li></ol></section>
</div>
<aside aria-label="Details">${facts(issue, clock())}${linksShown(issue, (id) => store.find(id))}</aside>
</div>`;
}

function facts(issue: Issue, now: Date): SafeHtml {
  const { status, resolution, issueType, priority, assignee, reporter, labels, createdAt, updatedAt } = issue;
  return safeHtml`<section class="box" aria-labelledby="details"><h2 id="details">Details</h2><dl class="facts">
<dt>Status</dt><dd>${statusLozenge(status)}</dd>
<dt>Resolution</dt><dd>${resolution?.name ?? 'Unresolved'}</dd>
<dt>Work type</dt><dd>${issueType.name}</dd>
<dt>Priority</dt><dd>${priorityMark(priority)}</dd>
<dt>Assignee</dt><dd>${assignee?.displayName ?? 'Unassigned'}</dd>
<dt>Reporter</dt><dd>${reporter.displayName}</dd>
<dt>Due date</dt><dd>${issue.dueDate === null ? 'None' : dueBadge(issue, now)}</dd>
<dt>Labels</dt><dd>${labels.length === 0 ? 'None' : labelList(labels)}</dd>
<dt>Created</dt><dd>${timeShown(createdAt)}</dd>
<dt>Updated</dt><dd>${timeShown(updatedAt)}</dd>
</dl></section>`;
}

function linksShown({ links, remoteLinks }: Issue, find: (id: string) => Issue | undefined): SafeHtml {
  if (links.length + remoteLinks.length === 0) return safeHtml``;
  return safeHtml`<section class="box" aria-labelledby="links"><h2 id="links">Links</h2><ul class="links">
${links.map((link) => issueLinkShown(link, find(link.otherIssueId)))}${remoteLinks.map(remoteLinkShown)}</ul></section>`;
}

function issueLinkShown({ type, direction }: IssueLink, other: Issue | undefined): SafeHtml {
  if (other === undefined) return safeHtml``;
  return safeHtml`<li>${type[direction]} <a href="/browse/${other.key}" data-focus="${other.key}">${other.key}</a> ${other.summary}</li>`;
}

function remoteLinkShown({ id, object }: RemoteLink): SafeHtml {
  const href = webAddress(object.url);
  if (href === undefined) return safeHtml`<li>${object.title}</li>`;
  return safeHtml`<li><a href="${href}" rel="noreferrer" data-focus="remote-${id}">${object.title}</a></li>`;
}

function commentShown({ author, createdAt, body }: Comment): SafeHtml {
  return safeHtml`<li>${feedHead(author, createdAt)}<div class="text">${adfToHtml(body)}</div></li>`;
}

function historyShown({ author, createdAt, items }: History): SafeHtml {
  return safeHtml`<li>${feedHead(author, createdAt)}${items.map(changeShown)}</li>`;
}

function changeShown(item: SimulatedChangeItem): SafeHtml {
  const { field, fieldId, fromString, toString: toText } = item;
  // Links have no field of their own: their history is a sentence, not a value that took another's place.
  if (fieldId === undefined) return safeHtml`<p class="change">${toText}</p>`;
  return safeHtml`<p class="change"><b>${field}</b>: <del>${orNone(fromString)}</del> → <ins>${orNone(toText)}</ins></p>`;
}

function orNone(text: string | null): string {
  return text === null || text === '' ? 'none' : shortened(text, 120);
}

function feedHead(person: User, at: Date): SafeHtml {
  return safeHtml`<p class="feed-head">${avatar(person)} <b>${person.displayName}</b> ${timeShown(at)}</p>`;
}
