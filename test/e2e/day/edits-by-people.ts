import { JiraError } from '../../../local/jira-simulator/api/jira-error.ts';
import type { JiraSimulator } from '../../../local/jira-simulator/simulator.ts';
import type { Issue } from '../../../local/jira-simulator/site/issue.ts';
import { TICKET_LABEL } from '../../../shared/domain/remediation/remediation.ts';
import { dayOf } from '../../../shared/domain/words/day.ts';
import { type RandomSource, shuffled } from '../storm/seeded-random.ts';
import type { Draw, Tally } from './draw.ts';
import type { TicketsOfDay } from './tickets-of-day.ts';

const PEOPLE = ['Mia Okafor', 'Jonas Berg', 'Amara Silva'];
const DAY_MS = 86_400_000;
/** Tickets of one bulk edit. */
const BULK = 30;
/** Tickets that may go for ever, and that may be hidden at once: a day on which all are gone shows nothing. */
const MOST_GONE = 4;

/** What people do in a day, by how often. */
const KINDS = {
  'due date, later': 14,
  'due date, nearer': 5,
  'due date, taken away': 4,
  priority: 10,
  assignee: 9,
  title: 6,
  'our label, taken off': 5,
  'a label, added': 4,
  'to the project of a route': 5,
  'to a project without a route': 2,
  'to done': 16,
  "to done, as won't do": 3,
  'out of done': 8,
  comment: 6,
  deleted: 0.7,
  hidden: 1.5,
  'shown again': 1.5,
};
type Kind = keyof typeof KINDS;

/** Edits that people also make of many tickets at once. */
const BULK_KINDS = {
  'due date, later': 3,
  priority: 2,
  assignee: 1,
  'our label, taken off': 2,
  'to done': 2,
  'out of done': 1,
};

type People = { jira: JiraSimulator; tickets: TicketsOfDay; draw: Draw; random: RandomSource; edits: Tally };

/** People who edit tickets in Jira. Each edit that takes effect is counted by its kind. */
export function editsByPeople({ jira, tickets, draw, random, edits }: People) {
  /** A way that the workflow does not offer from here, or an edit that changes nothing, is none. */
  function edit(kind: Kind, issue: Issue, name: string = kind): void {
    try {
      if (editOne(kind, issue)) edits.count(name);
    } catch (error) {
      if (!(error instanceof JiraError)) throw error;
    }
  }

  function editOne(kind: Kind, issue: Issue): boolean {
    const { id, key, status, project, labels, summary } = issue;
    const by = { by: draw.pick(PEOPLE) };
    const dueIn = (days: number): string => dayOf(new Date(Date.now() + days * DAY_MS).toISOString());
    const isDone = status.category === 'done';
    switch (kind) {
      case 'due date, later':
        jira.editIssue(key, { dueDate: dueIn(draw.integer(100, 400)) }, by);
        break;
      case 'due date, nearer':
        jira.editIssue(key, { dueDate: dueIn(draw.integer(1, 4)) }, by);
        break;
      case 'due date, taken away':
        jira.editIssue(key, { dueDate: null }, by);
        break;
      case 'priority':
        jira.editIssue(key, { priority: draw.pick(['Highest', 'High', 'Medium', 'Low', 'Lowest']) }, by);
        break;
      case 'assignee':
        jira.assign(key, draw.pick([...PEOPLE, null]), by);
        break;
      case 'title':
        jira.editIssue(key, { summary: `${summary.replace(/ \(.*\)$/, '')} (${draw.integer(1, 99)})` }, by);
        break;
      case 'our label, taken off':
        jira.editIssue(key, { labels: labels.filter((label) => !label.startsWith(TICKET_LABEL)) }, by);
        break;
      case 'a label, added':
        jira.editIssue(key, { labels: [...new Set([...labels, `sprint-${draw.integer(1, 9)}`])] }, by);
        break;
      case 'to the project of a route':
        jira.moveIssue(key, project.key === 'PLAT' ? 'IAM' : 'PLAT', by);
        break;
      case 'to a project without a route':
        if (project.key === 'SEC') return false;
        jira.moveIssue(key, 'SEC', by);
        break;
      case 'to done':
        jira.transition(key, 'Done', by);
        break;
      case "to done, as won't do":
        jira.transition(key, 'Done', { ...by, resolution: "Won't Do" });
        break;
      case 'out of done':
        if (!isDone) return false;
        jira.transition(key, draw.pick(['To Do', 'In Progress', 'In Review']), by);
        break;
      case 'comment':
        jira.addComment(key, 'On it.', by);
        return true;
      case 'deleted':
        if (tickets.deletedCount() >= MOST_GONE) return false;
        jira.deleteIssue(key, by);
        return true;
      case 'hidden':
        if (tickets.hiddenCount() >= MOST_GONE || !tickets.isShown(id)) return false;
        tickets.hide(issue);
        return true;
      case 'shown again':
        return tickets.showOne();
    }
    return jira.issue(id)?.updatedAt !== issue.updatedAt;
  }

  return {
    one: (): void => edit(draw.weighted(KINDS), tickets.some(draw)),
    /** The same edit of many tickets in one moment. */
    bulk(): void {
      const kind = draw.weighted(BULK_KINDS);
      for (const issue of shuffled(tickets.living(), random).slice(0, BULK)) edit(kind, issue, `${kind}, in bulk`);
    },
  };
}
