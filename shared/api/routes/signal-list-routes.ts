import * as z from 'zod';
import { techniqueOf } from '../../domain/knowledge/attack.ts';
import { SignalLine, signalLine } from '../../domain/lists/signal-line.ts';
import { resourceOf, Signal, SignalOutcome, Subject } from '../../domain/verification/signal.ts';
import { Instant } from '../../domain/words/identifiers.ts';
import { type ArrivedSignal, signalsByArrival } from '../../store/inbox/signal-lists.ts';
import { ListPlace } from '../../store/lists/after-place.ts';
import { InvalidRequest } from '../http/invalid-request.ts';
import { PAGE_QUERY, positionIn } from '../http/paging.ts';
import { NO_BODY, type Route, route } from '../route.ts';
import { LIST_FORMAT, listAnswer, PAGE_END, pageOf } from './list-page.ts';
import { signalAudience } from './signal-audience.ts';

const query = {
  ...PAGE_QUERY,
  ...LIST_FORMAT,
  subjectType: Subject.shape.type.optional().describe('Kind of subject'),
  subject: Subject.shape.id.optional().describe('Id of one subject, such as T1566.002; wants `subjectType`'),
  resource: z.string().min(1).max(1_000).optional().describe('One resource; `*` for the subject as a whole'),
  source: z
    .array(Signal.shape.source)
    .min(1)
    .max(10)
    .optional()
    .describe('Repeat it for several. The one name of a source that has several'),
  outcome: z
    .array(SignalOutcome)
    .min(1)
    .max(SignalOutcome.options.length)
    .optional()
    .describe('What the source said. Repeat it for several'),
  since: Instant.optional().describe('Those that arrived then or later'),
  before: Instant.optional().describe('Those that arrived before then'),
};
type Query = z.output<z.ZodObject<typeof query>>;

const COLUMNS = {
  receivedAt: ({ receivedAt }: SignalLine) => receivedAt,
  observedAt: ({ observedAt }: SignalLine) => observedAt,
  source: ({ source }: SignalLine) => source,
  subjectType: ({ subject }: SignalLine) => subject.type,
  subject: ({ subject }: SignalLine) => subject.id,
  resource: ({ resource }: SignalLine) => resource,
  outcome: ({ outcome }: SignalLine) => outcome,
  reason: ({ reason }: SignalLine) => reason,
  detail: ({ detail }: SignalLine) => detail,
  url: ({ url }: SignalLine) => url,
  id: ({ id }: SignalLine) => id,
  toldBy: ({ toldBy }: SignalLine) => toldBy.name ?? toldBy.id,
  subjectName: ({ subject: { type, id } }: SignalLine) => (type === 'technique' ? techniqueOf(id)?.name : undefined),
};

export const signalListRoutes: Route[] = [
  route({
    operationId: 'listSignals',
    method: 'GET',
    path: '/signals',
    tag: 'Signals',
    summary:
      'What sources said, the newest arrival first. Left out is what a caller would learn of records from that they may not read: signals ' +
      'about what those alone ask for, and signals that name one',
    action: 'read records',
    ifMatch: 'none',
    params: {},
    query,
    body: NO_BODY,
    answer: {
      status: 200,
      means: 'A page of signals that the caller may know of',
      schema: z.object({ signals: z.array(SignalLine), ...PAGE_END }),
      files: ['text/csv'],
    },
    async handle(call) {
      const { cursor, limit: _, format, ...question } = call.query;
      const { since, before } = question;
      const after = positionIn(question, cursor, ListPlace);
      const subject = subjectIn(question);
      const mayKnow = signalAudience(call);
      const lines = placed(signalsByArrival(call.deps.table, { subject, since, before, after }));
      const page = await pageOf(call, { question, lines }, async (arrived) =>
        isAsked(arrived.signal, question) && (await mayKnow(arrived.signal))
          ? signalLine(arrived.signal, arrived)
          : undefined,
      );
      return listAnswer(page, format, 'signals', COLUMNS);
    },
  }),
];

function subjectIn({ subjectType: type, subject: id }: Pick<Query, 'subjectType' | 'subject'>): Subject | undefined {
  if (id === undefined) return undefined;
  if (type !== undefined) return { type, id };
  const detail = 'say what it is as well: a control and a technique may have one id';
  throw new InvalidRequest(400, 'the query is not what this route takes', [{ parameter: 'subjectType', detail }]);
}

const isAsked = (
  signal: Signal,
  { subjectType, resource, source, outcome }: Pick<Query, 'subjectType' | 'resource' | 'source' | 'outcome'>,
): boolean =>
  (subjectType === undefined || signal.subject.type === subjectType) &&
  (resource === undefined || resourceOf(signal) === resource) &&
  (source?.includes(signal.source) ?? true) &&
  (outcome?.includes(signal.outcome) ?? true);

async function* placed(
  arrived: AsyncGenerator<ArrivedSignal>,
): AsyncGenerator<{ line: ArrivedSignal; place: ListPlace }> {
  for await (const line of arrived) yield { line, place: line.place };
}
