import { once } from 'node:events';
import { createServer } from 'node:http';
import { text } from 'node:stream/consumers';
import type { JiraSimulator } from '../../../local/jira-simulator/simulator.ts';

/** A webhook as Jira would have sent it: the raw body, and the signature over it. */
export type ClosureWebhook = { identifier: string; signature: string; body: string };

/**
 * Closes incidents in Jira and catches the webhooks that tell of it, before anybody hears of them.
 *
 * @returns one for each incident
 */
export async function closureWebhooks(jira: JiraSimulator, count: number): Promise<ClosureWebhook[]> {
  const caught: ClosureWebhook[] = [];
  const server = createServer((request, response) => {
    void text(request).then((body) => {
      const { 'x-atlassian-webhook-identifier': identifier, 'x-hub-signature': signature } = request.headers;
      caught.push({ identifier: String(identifier), signature: String(signature), body });
      response.writeHead(200).end();
    });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('The server listens on a TCP port only.');
  const url = `http://127.0.0.1:${address.port}/`;

  jira.addWebhook({ url, events: ['jira:issue_updated'] });
  for (let number = 1; number <= count; number += 1) {
    const summary = `Storm damage ${number}`;
    const { key } = jira.createIssue({ project: 'SEC', issueType: 'Security Incident', summary, priority: 'High' });
    jira.transition(key, 'Done', { by: 'Jonas Berg' });
  }
  await jira.settled();
  jira.removeWebhook(url);
  server.close();
  server.closeAllConnections();
  return caught;
}
