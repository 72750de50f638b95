import { type StatusCategoryKey, statusCategories } from '../site/catalogue.ts';
import type { Issue } from '../site/issue.ts';
import { type SafeHtml, safeHtml } from './html.ts';
import { avatar, dueBadge, isOverdue, labelList, priorityMark } from './page-parts.ts';

type Column = Exclude<StatusCategoryKey, 'undefined'>;

const columns: readonly Column[] = ['new', 'indeterminate', 'done'];

/** Work without a category has not begun. */
const columnOf = ({ status: { category } }: Issue): Column => (category === 'undefined' ? 'new' : category);

/** A column for each status category, the most pressing cards first. */
export function boardMain(title: string, issues: readonly Issue[], now: Date): SafeHtml {
  const overdueCount = issues.filter((issue) => isOverdue(issue, now)).length;
  return safeHtml`<div class="title"><h1>${title}</h1>${
    overdueCount > 0 && safeHtml`<span class="due late">${overdueCount} overdue</span>`
  }</div>
<div class="columns">${columns.map((category) =>
    column(
      statusCategories[category].name,
      issues.filter((issue) => columnOf(issue) === category),
      now,
    ),
  )}</div>`;
}

function column(name: string, issues: readonly Issue[], now: Date): SafeHtml {
  const id = `column-${name.toLowerCase().replaceAll(' ', '-')}`;
  const cards = issues.toSorted((left, right) => byUrgency(left, right)).map((issue) => card(issue, now));
  return safeHtml`<section class="column" aria-labelledby="${id}">
<h2 id="${id}">${name} <span class="count">${issues.length}</span></h2>
${cards.length > 0 ? safeHtml`<ul class="cards">${cards}</ul>` : safeHtml`<p class="empty">Nothing here.</p>`}
</section>`;
}

function card(issue: Issue, now: Date): SafeHtml {
  const { key, summary, issueType, priority, labels, assignee, status } = issue;
  return safeHtml`<li><a class="card${isOverdue(issue, now) && ' late'}" href="/browse/${key}" data-focus="${key}">
<span class="summary">${summary}</span>
${labelList(labels)}
<span class="meta"><span class="key">${key}</span><span>${issueType.name}</span>${priorityMark(priority)}${
    isPlain(status.name) ? false : safeHtml`<span>${status.name}</span>`
  }${dueBadge(issue, now)}<span class="who">${
    assignee === null ? 'Unassigned' : safeHtml`${avatar(assignee)} ${assignee.displayName}`
  }</span></span>
</a></li>`;
}

/** A status that is called like its column says nothing new. */
function isPlain(statusName: string): boolean {
  return Object.values(statusCategories).some(({ name }) => name === statusName);
}

function byUrgency(left: Issue, right: Issue): number {
  const lastDay = '9999-12-31';
  return (
    (left.dueDate ?? lastDay).localeCompare(right.dueDate ?? lastDay) ||
    Number(left.priority?.id ?? 0) - Number(right.priority?.id ?? 0) ||
    Number(left.id) - Number(right.id)
  );
}
