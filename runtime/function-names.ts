/** Every function of the system: its folder is `functions/<name>`, and `index.ts` there exports `handler`. */
export const functionNames = [
  'receive-webhook',
  'receive-bus-event',
  'publish-events',
  'open-post-mortem',
  'close-post-mortem',
  'keep-lists',
  'record-api',
  'record-signal',
  'describe-sign-in',
  'session',
  'create-remediation',
  'sync-remediation',
  'reopen-remediation',
  'judge-remediation',
  'ask-source',
  'judge-due-remediation',
  'sweep-incidents',
  'sweep-remediation',
  'audit-tickets',
  'doctor',
  'verify-remediation',
  'publish-report',
  'anchor-chains',
  'receive-evidence',
] as const;

export type FunctionName = (typeof functionNames)[number];
