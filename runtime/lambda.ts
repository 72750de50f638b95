import { injectLambdaContext } from '@aws-lambda-powertools/logger/middleware';
import { logMetrics } from '@aws-lambda-powertools/metrics/middleware';
import middy from '@middy/core';
import type { Context } from 'aws-lambda';
import { logger, metrics } from './telemetry.ts';
import { withDeadline } from './time-left.ts';

/**
 * A function as Lambda calls it: log lines carry the request id, metrics are written out, and an error is logged once
 * before Lambda sees it. What it asks of others fits into the time that it has.
 */
export function lambda<Event, Result>(handler: (event: Event, context: Context) => Promise<Result>) {
  return middy<Event, Result>()
    .use(injectLambdaContext(logger, { resetKeys: true }))
    .use(logMetrics(metrics))
    .use({
      onError: ({ error }) => {
        if (error !== null && error !== undefined) logger.error(error.message, error);
      },
    })
    .handler((event, context) => withDeadline(context, () => handler(event, context)));
}
