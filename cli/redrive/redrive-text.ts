import { counted } from '../../shared/document/counted.ts';
import type { DeadLetter } from './dead-letter.ts';
import type { DeadLetterQueue } from './dead-letter-queues.ts';

export type QueueReport = {
  name: string;
  way: DeadLetterQueue['way'];
  /** Number of messages that lay there. */
  waiting: number;
  /** The first of them. */
  letters: readonly DeadLetter[];
  sent: number;
  left: number;
};

/** The report for a person: every letter with its reason, and in the end what to do. */
export function redriveText(reports: readonly QueueReport[], isToSend: boolean, now: string): string {
  const full = reports.filter(({ waiting }) => waiting > 0);
  const empty = reports.length - full.length;
  const left = reports.reduce((sum, report) => sum + report.left, 0);
  const sent = reports.reduce((sum, report) => sum + report.sent, 0);
  const lines = [
    ...full.flatMap((report) => [...queueLines(report, now), '']),
    ...(empty > 0 ? [`${counted(empty, 'queue')} ${empty === 1 ? 'is' : 'are'} empty`] : []),
    ...(sent > 0 ? [`${counted(sent, 'message')} sent back`] : []),
    ...(left > 0 ? [`${counted(left, 'message')} left`] : []),
    ...(left > 0 && !isToSend
      ? ['when the cause is fixed: holdfast redrive <queue>, or --all (docs/runbooks/dead-letter-queue.md)']
      : []),
  ];
  return `${lines.join('\n')}\n`;
}

function queueLines({ name, way, waiting, letters, sent }: QueueReport, now: string): string[] {
  const hidden = waiting - letters.length;
  return [
    `${name}: ${counted(waiting, 'message')}${sent > 0 ? `, ${sent} ${SENT[way]}` : ''}`,
    ...letters.flatMap((letter) => letterLines(letter, now)),
    ...(hidden > 0 ? [`  and ${hidden} more`] : []),
    ...(way === 'stream' ? [`  ${OF_THE_STREAM}`] : []),
  ];
}

const SENT = {
  worker: 'sent back to the work queue',
  schedule: 'answered with one new run',
  rule: 'put on the bus again',
  stream: '',
} as const;

const OF_THE_STREAM =
  'these name a place in the stream, not events; within a day the sweeps do what they would have started, but mails about reports and others who listen to the bus missed them: docs/runbooks/dead-letter-queue.md';

function letterLines({ type, subject, sentAt, reason, messageId }: DeadLetter, now: string): string[] {
  const [first = '', ...more] = reason.split('\n');
  return [
    `  ${[type, subject].filter((word) => word !== '').join('  ')}  ${age(sentAt, now)} old  (${messageId})`,
    `    ${first}`,
    ...more.map((line) => `      ${line}`),
  ];
}

const UNITS = [
  ['day', 86_400_000],
  ['hour', 3_600_000],
  ['minute', 60_000],
  ['second', 1_000],
] as const;

function age(sentAt: string, now: string): string {
  const ms = Math.max(0, Date.parse(now) - Date.parse(sentAt));
  const [unit, length] = UNITS.find(([, unitMs]) => ms >= unitMs) ?? (['second', 1_000] as const);
  return counted(Math.floor(ms / length), unit);
}
