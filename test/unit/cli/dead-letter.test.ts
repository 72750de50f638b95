import { describe, expect, it } from 'vitest';
import { describeDeadLetter } from '../../../cli/redrive/dead-letter.ts';
import { deadLetterQueues } from '../../../cli/redrive/dead-letter-queues.ts';
import { NOW } from '../../support/world/records.ts';

const message = (body: unknown, attributes: Record<string, string> = {}) => ({
  messageId: 'm-1',
  receiptHandle: 'r-1',
  body: typeof body === 'string' ? body : JSON.stringify(body),
  sentAt: NOW,
  attributes,
});
const event = (type: string, data: unknown) => ({
  source: 'holdfast.jira',
  'detail-type': type,
  detail: { metadata: { id: 'event-1' }, data },
});
const describedAs = (body: unknown, reason?: string, attributes?: Record<string, string>) => {
  const { messageId: _, sentAt: _s, ...words } = describeDeadLetter(message(body, attributes), reason);
  return words;
};

describe('a dead letter in words', () => {
  it('names what the event is about, and why its worker failed', () => {
    expect(describedAs(event('Incident Ticket Closed', { ticket: { key: 'SEC-7' } }), 'JiraRefused: 401')).toEqual({
      type: 'Incident Ticket Closed',
      subject: 'SEC-7',
      eventId: 'event-1',
      reason: 'JiraRefused: 401',
    });
    expect(
      describedAs(
        event('Recommendation Approved', { postMortemId: '1', recommendation: { title: 'Turn on the filter' } }),
      ),
    ).toMatchObject({ subject: 'Turn on the filter', reason: 'not remembered: see the log of the function' });
  });

  it('says why a rule could not deliver an event', () => {
    const attributes = { ERROR_CODE: 'NO_PERMISSIONS', ERROR_MESSAGE: 'the topic refused' };
    expect(describedAs(event('Report Published', { kind: 'overdue' }), undefined, attributes)).toMatchObject({
      subject: 'overdue',
      reason: 'not delivered: NO_PERMISSIONS: the topic refused',
    });
  });

  it('names the error of a run that failed', () => {
    const run = {
      requestContext: { requestId: 'run-1', condition: 'RetriesExhausted' },
      responsePayload: { errorType: 'AggregateError', errorMessage: 'Jira does not answer' },
    };
    expect(describedAs(run)).toEqual({
      type: 'failed run',
      subject: 'run-1',
      eventId: undefined,
      reason: 'AggregateError: Jira does not answer',
    });
  });

  it('names the place in the stream', () => {
    const batch = {
      requestContext: { condition: 'RetryAttemptsExhausted' },
      DDBStreamBatchInfo: {
        shardId: 'shardId-1',
        startSequenceNumber: '100',
        endSequenceNumber: '100',
        approximateArrivalOfFirstRecord: NOW,
        batchSize: 1,
      },
    };
    expect(describedAs(batch)).toMatchObject({
      type: 'part of the stream',
      subject: `1 from 100 in shardId-1, ${NOW}`,
      reason: 'RetryAttemptsExhausted',
    });
  });

  it('names the file of an upload', () => {
    const upload = { Records: [{ eventName: 'ObjectCreated:Put', s3: { object: { key: 'evidence/a/b' } } }] };
    expect(describedAs(upload)).toMatchObject({ type: 'upload', subject: 'evidence/a/b' });
  });

  it('shows the beginning of what is nothing of ours', () => {
    expect(describedAs('hello')).toMatchObject({ type: 'unknown', subject: 'hello' });
  });
});

describe('the dead-letter queues of a stack', () => {
  it('each have the way back that fits what fills them', () => {
    const outputs = new Map(
      Object.entries({
        TableName: 't',
        CreateRemediationQueueUrl: 'work',
        CreateRemediationDeadLetterQueueUrl: 'a',
        PublishReportFunctionName: 'f',
        PublishReportDeadLetterQueueUrl: 'b',
        PublishEventsDeadLetterQueueUrl: 'c',
        ReportAnnouncementDeadLetterQueueUrl: 'd',
      }),
    );
    expect(deadLetterQueues(outputs)).toEqual([
      { name: 'create-remediation', url: 'a', way: 'worker', workQueueUrl: 'work' },
      { name: 'publish-events', url: 'c', way: 'stream' },
      { name: 'publish-report', url: 'b', way: 'schedule', functionName: 'f' },
      { name: 'report-announcement', url: 'd', way: 'rule' },
    ]);
  });
});
