import {
  PutCommand,
  type PutCommandInput,
  QueryCommand,
  type QueryCommandInput,
  TransactWriteCommand,
  type TransactWriteCommandInput,
} from '@aws-sdk/lib-dynamodb';
import type { Topology } from '../../../local/aws-model/stack-topology.ts';
import type { EventType } from '../../../shared/domain/events/events.ts';
import {
  type SourceHistory,
  type Stretch,
  stretchesOf,
} from '../../../shared/domain/verification/verdict/stretches.ts';
import { PREFIX, partitions } from '../../../shared/store/keys.ts';
import type { RecordStore } from '../../../shared/store/records/record-store.ts';
import type { Aim } from '../weather/fault-plan.ts';
import type { Weakening } from './safeguards.ts';

type Write = NonNullable<TransactWriteCommandInput['TransactItems']>[number];
type Put = NonNullable<Write['Put']>;

/** A write without the conditions that `isMeant` picks. */
function withoutCondition(isMeant: (write: Write) => boolean): (command: unknown) => unknown {
  return (command) => {
    if (command instanceof TransactWriteCommand) {
      const TransactItems = command.input.TransactItems?.map((write) =>
        isMeant(write) ? unconditional(write) : write,
      );
      return new TransactWriteCommand({ ...command.input, TransactItems });
    }
    if (!(command instanceof PutCommand)) return command;
    const { ConditionExpression: _, ReturnValuesOnConditionCheckFailure: __, ...rest }: PutCommandInput = command.input;
    return isMeant({ Put: { ...rest, Item: command.input.Item, TableName: command.input.TableName } })
      ? new PutCommand(rest)
      : command;
  };
}

function unconditional({ Put, Update }: Write): Write {
  if (Put !== undefined) {
    const { ConditionExpression: _, ...rest }: Put = Put;
    return { Put: rest };
  }
  if (Update === undefined) return {};
  const { ConditionExpression: _, ...rest } = Update;
  return { Update: rest };
}

const partitionOf = ({ Put }: Write): string => String(Put?.Item?.pk);
const isHead = ({ Update }: Write): boolean => Update !== undefined;
const isLogEntry = ({ Put }: Write): boolean => String(Put?.Item?.sk).startsWith(PREFIX.event);

const workerAnswers = /^(create|sync|reopen|open|close)-/;

/** Every delivery of an approval looks as if it had taken the lease. */
function creatingWithoutLease(store: RecordStore): RecordStore {
  return {
    ...store,
    async changeRemediation(id, remediationId, decide, cause) {
      const { remediation, events } = await store.changeRemediation(id, remediationId, decide, cause);
      if (remediation?.state !== 'requested' || events.length > 0) return { remediation, events };
      const lease = { attempt: remediation.attempt, leaseExpiresAt: remediation.leaseExpiresAt };
      const data = { postMortemId: id, remediationId, remediation, lease };
      return { remediation, events: [{ type: 'Remediation Requested', data }] };
    },
  };
}

const isOfLimits = ({ ExpressionAttributeValues }: QueryCommandInput): boolean =>
  String(ExpressionAttributeValues?.[':pk']).startsWith(partitions.limits(''));

const ofNobody = (input: QueryCommandInput): QueryCommandInput => ({
  ...input,
  ExpressionAttributeValues: { ...input.ExpressionAttributeValues, ':pk': partitions.limits('nobody') },
});
/** Each push of a due date looks like the first. */
function forgettingPutBacks(store: RecordStore): RecordStore {
  return {
    ...store,
    changeRemediation: (id, remediationId, decide, cause) =>
      store.changeRemediation(
        id,
        remediationId,
        (state) => {
          if (state?.pushedDueDate?.putBack !== 'done') return decide(state);
          const { pushedDueDate: _, ...forgetful } = state;
          return decide(forgetful);
        },
        cause,
      ),
  };
}

const isFor = (pattern: unknown, type: EventType): boolean => JSON.stringify(pattern).includes(type);

/** Words of all sources about a resource as those of each of them: who spoke last is believed. */
function asOneSource(histories: readonly SourceHistory[]): SourceHistory[] {
  return histories.map((one) => ({
    ...one,
    stretches: merged(histories.filter(({ resource }) => resource === one.resource)),
  }));
}

/** Words of a source about all resources as those about each of them. */
function asOneResource(histories: readonly SourceHistory[]): SourceHistory[] {
  return histories.map((one) => ({
    ...one,
    stretches: merged(histories.filter(({ source }) => source === one.source)),
  }));
}

/** The newest word of all, and nothing else. */
const merged = (histories: readonly SourceHistory[]): Stretch[] =>
  stretchesOf(
    histories.flatMap(({ stretches }) =>
      stretches.flatMap(({ outcome, from, to }) => [
        { at: from, outcome },
        { at: to, outcome },
      ]),
    ),
  ).slice(-1);

const withoutFails = (histories: readonly SourceHistory[]): SourceHistory[] =>
  histories.map((one) => ({ ...one, stretches: one.stretches.filter(({ outcome }) => outcome !== 'fail') }));

const mapping = (change: (topology: Topology) => Partial<Topology>): Weakening => ({
  topology: (topology) => ({ ...topology, ...change(topology) }),
});

/** Jira makes the ticket, the answer gets lost, and so does the webhook that would tell of it. */
const NO_WORD_OF_THE_NEW_TICKET: Aim = {
  spot: 'POST issue',
  rates: { 'time-out after the effect': 0.08, 'webhook lost': 1, 'delivered twice': 0 },
};

/**
 * Every safeguard of the protocol, taken out. Each makes seeds fail: `safeguards.test.ts`. Some are doubled, and taking
 * out one of the two changes nothing that anybody could see, so they are not in this list by themselves:
 *
 * - the version condition, and the uniqueness of the log entry that the same write adds
 * - the uniqueness of a ticket's pointer, and the version condition on the record that would get it
 * - the on-failure destination of the stream: only what is older than half a day gets there, and no storm lasts so long
 * - the lease to reopen: two workers have to hear of one failure within the milliseconds between look and comment, and no
 *   storm of 1,500 was so unlucky; an integration test is
 * - the search by label, and the search by creator, which finds what has no label: `every search in Jira` takes both
 * - the length of the lease: when it is over, creation is in doubt, which is searched and waited for
 */
export const WEAKENINGS = {
  'the lease: who does not get it stays away': {
    store: creatingWithoutLease,
    aim: { rates: { 'delivered twice': 0.6, 'delivered late': 0 } },
  },
  'isolated reads': { readsApart: true, aim: { rates: { 'delivered twice': 0.6, 'delivered late': 0 } } },
  'every search in Jira': {
    gateway: (gateway) => ({ ...gateway, search: () => Promise.resolve([]) }),
    aim: NO_WORD_OF_THE_NEW_TICKET,
  },
  'the wait for the search index': {
    config: { remediation: { create: { indexLag: 'PT1S', searchEvery: 'PT1S' } } },
    aim: NO_WORD_OF_THE_NEW_TICKET,
  },
  'the version condition and the uniqueness of log entries': {
    command: withoutCondition((write) => isHead(write) || isLogEntry(write)),
  },
  'the dedupe key of webhooks': { deliveryId: (_id, newId) => newId() },
  'the condition on the dedupe key': {
    command: withoutCondition((write) => partitionOf(write).startsWith(PREFIX.inbox)),
  },
  'the uniqueness of an incident’s pointer': {
    command: withoutCondition((write) => partitionOf(write).startsWith(PREFIX.ticket)),
    aim: { rates: { 'delivered twice': 0.6, 'delivered late': 0 } },
  },
  'the report of failed items in a batch': {
    answer: (name, answer) => (workerAnswers.test(name) ? { batchItemFailures: [] } : answer),
  },
  'the report of entries that the bus did not take': {
    answer: (name, answer) => (name === 'publish-events' ? { batchItemFailures: [] } : answer),
  },
  'the rule for approved recommendations': mapping(({ rules }) => ({
    rules: rules.filter(
      ({ pattern }) => !isFor(pattern, 'Recommendation Approved') || isFor(pattern, 'Lesson Put In Place'),
    ),
  })),
  'the rule for records that may be done with': mapping(({ rules }) => ({
    rules: rules.filter(({ pattern }) => !isFor(pattern, 'Lesson Put In Place') || isFor(pattern, 'Part Added')),
  })),
  'the rule for what lists show': mapping(({ rules }) => ({
    rules: rules.filter(({ pattern }) => !isFor(pattern, 'Part Added')),
  })),
  'the version of what the lists say': {
    command: withoutCondition((write) => partitionOf(write).startsWith('LISTED#')),
  },
  'the rule for signals and claims': mapping(({ rules }) => ({
    rules: rules.filter(({ pattern }) => !isFor(pattern, 'Signal Recorded')),
  })),
  'the schedule of verification': mapping(({ schedules }) => ({
    schedules: schedules.filter(({ id }) => !id.includes('VerifyRemediation')),
  })),
  'the beat of the intake': {
    ...mapping(({ schedules }) => ({ schedules: schedules.filter(({ id }) => !id.includes('IntakeBeat')) })),
    aim: { rates: {}, intakeDownMs: 7_200_000 },
  },
  'the turn to write a comment': {
    command: withoutCondition((write) => partitionOf(write).startsWith(partitions.turn('', '').slice(0, -1))),
    aim: { rates: { 'delivered twice': 0.6, 'delivered late': 0 } },
  },
  'the memory of a due date that was put back': { store: forgettingPutBacks },
  'the state of each source apart': { histories: asOneSource },
  'the state of each resource apart': { histories: asOneResource },
  'the fails of sources': { histories: withoutFails },
  'the rule for questions to sources': mapping(({ rules }) => ({
    rules: rules.filter(({ pattern }) => !isFor(pattern, 'Remediation Source Asked')),
  })),
  'the source holdfast.jira in the rule for closed incidents': mapping(({ rules }) => ({
    rules: rules.map((rule) =>
      JSON.stringify(rule.pattern).includes('Incident Ticket Closed')
        ? { ...rule, pattern: { ...Object(rule.pattern), source: ['holdfast'] } }
        : rule,
    ),
  })),
  'the stream filter’s INSERT': mapping(({ sources }) => ({
    sources: sources.map((source) =>
      source.isStream
        ? { ...source, filters: [{ eventName: ['MODIFY'], dynamodb: { NewImage: { outbox: { BOOL: [true] } } } }] }
        : source,
    ),
  })),
  'the limits that other functions were told': {
    command: (command) =>
      command instanceof QueryCommand && isOfLimits(command.input)
        ? new QueryCommand(ofNobody(command.input))
        : command,
    aim: { rates: { '429 for all of the site': 0.05, '429 with Retry-After': 0.05 } },
  },
  'the dead-letter queues of rules': {
    ...mapping(({ rules }) => ({
      rules: rules.map((rule) => ({ ...rule, targets: rule.targets.map(({ to }) => ({ to })) })),
    })),
    aim: { rates: { 'not deliverable': 0.15 } },
  },
  'the schedule that sends what is due': mapping(({ schedules }) => ({
    schedules: schedules.filter(({ id }) => !id.includes('VerifyRemediation')),
  })),
  'the sweep of remediations': mapping(({ schedules }) => ({
    schedules: schedules.filter(({ id }) => !id.includes('SweepRemediation')),
  })),
  'the list of what a run has no time for': {
    // As it was: the place of the search, and it goes back over the same tickets.
    command: (command) => {
      if (!(command instanceof PutCommand) || !String(command.input.Item?.pk).startsWith('CURSOR#sweep-'))
        return command;
      const { left, ...Item } = command.input.Item ?? {};
      return left === undefined ? command : new PutCommand({ ...command.input, Item });
    },
  },
  'the place of the daily look at approved records': {
    // As it was: the look is over or it is nowhere, and each run begins it anew, before it comes to tickets.
    command: (command) => {
      if (!(command instanceof PutCommand) || command.input.Item?.after === undefined) return command;
      const { after: _, ...Item } = command.input.Item;
      return new PutCommand({ ...command.input, Item: { ...Item, pk: 'CURSOR#nowhere' } });
    },
  },
  'the binding of programs to their sources': {
    config: {
      programs: { scanner: { owner: 'sam@scanners.test', scopes: ['signals.write'], sources: ['*'] } },
    },
  },
  'the further look back of the sweep of incidents': {
    config: { incidents: { lookBack: 'P30D', lookBackEvery: 'P30D' } },
    aim: { rates: { 'webhook lost': 1 }, hiddenShare: 1 },
  },
} satisfies Record<string, Weakening>;

/** @throws Error with the names that there are */
export function weakeningCalled(name: string): Weakening {
  const found = new Map<string, Weakening>(Object.entries(WEAKENINGS)).get(name);
  if (found === undefined)
    throw new Error(`no safeguard is called "${name}"; there are: ${Object.keys(WEAKENINGS).join(', ')}`);
  return found;
}
