import * as z from 'zod';
import { loopbackServer } from '../../../local/in-process/loopback-server.ts';
import { JiraError } from '../../../local/jira-simulator/api/jira-error.ts';
import type { JiraSimulator } from '../../../local/jira-simulator/simulator.ts';
import { integrationUser, type User } from '../../../local/jira-simulator/site/catalogue.ts';
import type { Issue } from '../../../local/jira-simulator/site/issue.ts';
import { TICKET_LABEL } from '../../../shared/domain/remediation/remediation.ts';
import type { Draw, Tally } from './draw.ts';

export const BOT: User = {
  accountId: '712020:automation',
  displayName: 'Automation for Jira',
  emailAddress: 'automation@example.com',
  active: true,
  accountType: 'app',
};

const Actor = z.object({ accountId: z.string() });
const Heard = z.object({
  webhookEvent: z.string(),
  user: Actor.optional(),
  comment: z.object({ author: Actor }).optional(),
  issue: z.object({ id: z.string() }),
  changelog: z.object({ items: z.array(z.object({ field: z.string(), from: z.string().nullable() })) }).optional(),
});
type Heard = z.infer<typeof Heard>;

/** How often a rule answers a change of ours: nearly always, which is what makes loops. */
const ANSWERS_US = 0.85;
const ANSWERS_PEOPLE = 0.08;

/**
 * Rules of the site that answer each edit of ours with one of their own, by webhook: they set a due date back, take a label off again, move
 * a ticket to done again that was reopened, and comment on comments. People they answer seldom, and themselves never.
 */
export async function startBots({ jira, draw, edits }: { jira: JiraSimulator; draw: Draw; edits: Tally }) {
  const by = { by: BOT.displayName };

  function answer(issue: Issue, heard: Heard): string | undefined {
    const changed = new Map(heard.changelog?.items.map(({ field, from }) => [field.toLowerCase(), from]));
    const { key, labels } = issue;
    const dueBefore = changed.get('duedate');
    if (dueBefore !== undefined) {
      jira.editIssue(key, { dueDate: dueBefore === null ? null : dueBefore.slice(0, 10) }, by);
      return 'sets the due date back';
    }
    if (changed.has('labels')) {
      jira.editIssue(key, { labels: labels.filter((label) => !label.startsWith(TICKET_LABEL)) }, by);
      return 'takes our label off';
    }
    if (changed.has('status')) {
      jira.transition(key, issue.status.category === 'done' ? 'In Progress' : 'Done', by);
      return 'moves it back';
    }
    if (heard.comment === undefined) return undefined;
    if (draw.chance(0.3)) {
      jira.editIssue(key, { priority: draw.pick(['Low', 'Medium', 'High']) }, by);
      return 'sets a priority';
    }
    if (draw.chance(0.3)) {
      jira.editIssue(key, { labels: [...new Set([...labels, 'commented'])] }, by);
      return 'adds a label';
    }
    jira.addComment(key, 'This comment was seen by a rule.', by);
    return 'comments';
  }

  const server = await loopbackServer(({ body }) => {
    const heard = Heard.parse(JSON.parse(body.toString('utf8')));
    const actor = (heard.user ?? heard.comment?.author)?.accountId;
    const issue = jira.issue(heard.issue.id);
    const isOurs = actor === integrationUser.accountId;
    const isWork = issue !== undefined && issue.issueType.name === 'Task';
    if (isWork && actor !== BOT.accountId && draw.chance(isOurs ? ANSWERS_US : ANSWERS_PEOPLE)) {
      try {
        const what = answer(issue, heard);
        if (what !== undefined) edits.count(`a bot ${what}${isOurs ? ', after ours' : ''}`);
      } catch (error) {
        if (!(error instanceof JiraError)) throw error;
      }
    }
    return { status: 200 };
  });
  jira.addWebhook({ url: server.url });
  return { close: server.close };
}
