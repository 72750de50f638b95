import { EventBridgeClient, PutEventsCommand } from '@aws-sdk/client-eventbridge';
import { environment, Variable } from '../../runtime/environment.ts';
import { lambda } from '../../runtime/lambda.ts';
import { telemetry } from '../../runtime/telemetry.ts';
import { publishEventsHandler } from './handler.ts';

const env = environment({ EVENT_BUS_NAME: Variable });
const bus = new EventBridgeClient({});

export const handler = lambda(
  publishEventsHandler({
    put: async (entries) => {
      const { Entries } = await bus.send(
        new PutEventsCommand({
          Entries: entries.map(({ source, detailType, time, detail }) => ({
            EventBusName: env.EVENT_BUS_NAME,
            Source: source,
            DetailType: detailType,
            Time: time,
            Detail: detail,
          })),
        }),
      );
      return entries.map((_, index) => Entries?.[index]?.EventId !== undefined);
    },
    telemetry,
  }),
);
