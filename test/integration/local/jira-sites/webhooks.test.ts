import { createHmac } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { classicEnglish } from '../../../../local/jira-simulator/sites/classic-english.ts';
import { onDataCenter } from '../../../../local/jira-simulator/sites/data-center.ts';
import type { SiteDescription } from '../../../../local/jira-simulator/sites/site-description.ts';
import type { FaultInput } from '../../../../local/jira-simulator/webhooks/faults.ts';
import { startSite } from '../../../support/jira/simulated-site.ts';
import { webhookReceiver } from '../../../support/jira/webhook-receiver.ts';

/** An issue is created and then begun, in the given weather. */
async function toldBy(site: SiteDescription, fault?: FaultInput, hook: { isSigned?: boolean } = {}) {
  const receiver = await webhookReceiver();
  const { jira } = await startSite(site, { webhooks: [{ url: receiver.url, ...hook }] });
  if (fault !== undefined) jira.faults.add(fault);
  const { key } = jira.createIssue({ project: 'PLAT', summary: 'Fix' });
  jira.transition(key, 'In Progress');
  await jira.settled();
  return { jira, received: receiver.received };
}

const bodies = (received: readonly { raw: string }[]) => received.map(({ raw }) => JSON.parse(raw));
const signature = (raw: string) => `sha256=${createHmac('sha256', 'secret').update(raw).digest('hex')}`;

describe('webhooks of a strict site', () => {
  it('carry no e-mail addresses, and a changelog with updates only', async () => {
    const { received } = await toldBy(classicEnglish);

    expect(bodies(received).map(({ webhookEvent, changelog, user }) => [webhookEvent, typeof changelog, user])).toEqual(
      [
        ['jira:issue_created', 'undefined', expect.not.objectContaining({ emailAddress: expect.anything() })],
        ['jira:issue_updated', 'object', expect.not.objectContaining({ emailAddress: expect.anything() })],
      ],
    );
  });

  it('are not sent of an issue that has left the filter, not even of its leaving', async () => {
    const receiver = await webhookReceiver();
    const { jira } = await startSite(classicEnglish, {
      webhooks: [{ url: receiver.url, jql: 'labels = holdfast' }],
    });
    const { key } = jira.createIssue({ project: 'PLAT', summary: 'Fix', labels: ['holdfast'] });
    jira.editIssue(key, { labels: [] });
    jira.transition(key, 'Done');
    await jira.settled();

    expect(bodies(receiver.received).map(({ webhookEvent }) => webhookEvent)).toEqual(['jira:issue_created']);
  });

  it('are unsigned where there is no secret', async () => {
    const { received } = await toldBy(classicEnglish, undefined, { isSigned: false });

    expect(received.map(({ headers }) => headers['x-hub-signature'])).toEqual([undefined, undefined]);
  });

  it('are unsigned once, when a fault says so', async () => {
    const { received } = await toldBy(classicEnglish, { kind: 'webhook-unsigned' });

    expect(received.map(({ headers }) => headers['x-hub-signature'])).toEqual([
      undefined,
      ...received.slice(1).map(({ raw }) => signature(raw)),
    ]);
  });

  it('lack the changelog when a fault says so, and are signed as they are', async () => {
    const { received } = await toldBy(classicEnglish, {
      kind: 'webhook-member-absent',
      webhookEvent: 'jira:issue_updated',
    });
    const [, told] = received;

    expect([bodies(received)[1].changelog, told?.headers['x-hub-signature']]).toEqual([
      undefined,
      signature(told?.raw ?? ''),
    ]);
  });

  it('lack the ids of changed fields when a fault says so', async () => {
    const { received } = await toldBy(classicEnglish, {
      kind: 'webhook-member-absent',
      webhookEvent: 'jira:issue_updated',
      members: ['changelog.items.fieldId'],
    });

    expect(bodies(received)[1].changelog.items).toEqual([expect.not.objectContaining({ fieldId: expect.anything() })]);
  });

  it('come late in the secondary flow', async () => {
    const { jira, received } = await toldBy(classicEnglish, {
      kind: 'webhook-late',
      webhookEvent: 'jira:issue_created',
      flow: 'Secondary',
    });
    jira.releaseWebhooks();
    await jira.settled();

    expect(received.map(({ headers }) => headers['x-atlassian-webhook-flow'])).toEqual(['Primary', 'Secondary']);
  });

  it('of Data Center have no identifier, are sent once, and know people by name', async () => {
    const receiver = await webhookReceiver(500);
    const { jira } = await startSite(onDataCenter(classicEnglish), {
      webhooks: [{ url: receiver.url }],
      webhookRetryDelayMs: 0,
    });
    jira.createIssue({ project: 'PLAT', summary: 'Fix' });
    await jira.settled();

    expect(
      receiver.received.map(({ headers, raw }) => [headers['x-atlassian-webhook-identifier'], JSON.parse(raw).user]),
    ).toEqual([[undefined, expect.objectContaining({ name: 'mia' })]]);
    expect(JSON.parse(receiver.received[0]?.raw ?? '').user).not.toHaveProperty('accountId');
  });
});
