import { Logger } from '@aws-lambda-powertools/logger';
import { Metrics, MetricUnit } from '@aws-lambda-powertools/metrics';

/** Logs and metrics of a handler. In production CloudWatch gets them; in tests an array does. */
export type Telemetry = {
  /** Counts occurrences of a metric: one, or `times`. */
  count: (metric: string, times?: number) => void;
  info: (message: string, fields?: Record<string, unknown>) => void;
  warn: (message: string, fields?: Record<string, unknown>) => void;
  failed: (message: string, error: unknown) => void;
};

export const logger = new Logger({ serviceName: 'holdfast' });
export const metrics = new Metrics({ namespace: 'Holdfast', serviceName: 'holdfast' });

export const telemetry: Telemetry = {
  count: (metric, times = 1) => metrics.addMetric(metric, MetricUnit.Count, times),
  info: (message, fields = {}) => logger.info(message, fields),
  warn: (message, fields = {}) => logger.warn(message, fields),
  failed: (message, error) => logger.error(message, error instanceof Error ? error : new Error(String(error))),
};
