import type { Priority, Status, User } from '../site/catalogue.ts';
import type { Issue } from '../site/issue.ts';
import { type SafeHtml, safeHtml } from './html.ts';

const day = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short', year: 'numeric', timeZone: 'UTC' });
const minute = new Intl.DateTimeFormat('en-GB', { dateStyle: 'medium', timeStyle: 'short', timeZone: 'UTC' });

/** A due date counts until its day has passed, and no longer once the work is done. */
export function isOverdue({ dueDate, status }: Issue, now: Date): boolean {
  return dueDate !== null && status.category !== 'done' && dueDate < now.toISOString().slice(0, 10);
}

export function dueBadge(issue: Issue, now: Date): SafeHtml {
  if (issue.dueDate === null) return safeHtml``;
  const shown = safeHtml`<time datetime="${issue.dueDate}">${day.format(new Date(issue.dueDate))}</time>`;
  return isOverdue(issue, now)
    ? safeHtml`<span class="due late">Overdue · ${shown}</span>`
    : safeHtml`<span class="due">Due ${shown}</span>`;
}

export function priorityMark(priority: Priority | null): SafeHtml {
  if (priority === null) return safeHtml``;
  const { name, color } = priority;
  return safeHtml`<span class="priority"><span class="dot" style="background:${color}"></span>${name}</span>`;
}

export function statusLozenge({ name, category }: Status): SafeHtml {
  return safeHtml`<span class="lozenge ${category}">${name}</span>`;
}

export function labelList(labels: readonly string[]): SafeHtml {
  if (labels.length === 0) return safeHtml``;
  return safeHtml`<ul class="labels" aria-label="Labels">${labels.map((label) => safeHtml`<li class="label">${label}</li>`)}</ul>`;
}

export function avatar({ displayName }: User): SafeHtml {
  const initials = displayName
    .split(/\s+/)
    .slice(0, 2)
    .map(([first = '']) => first)
    .join('');
  return safeHtml`<span class="avatar" aria-hidden="true">${initials}</span>`;
}

export function timeShown(at: Date): SafeHtml {
  return safeHtml`<time datetime="${at.toISOString()}">${minute.format(at)} UTC</time>`;
}
