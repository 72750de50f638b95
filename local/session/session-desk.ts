import { randomBytes } from 'node:crypto';
import { type HttpAnswer, type HttpRequest, loopbackServer } from '../in-process/loopback-server.ts';
import { LOCAL_PEOPLE } from '../local-people.ts';
import type { LocalStack } from '../local-stack.ts';

/** The functions that schedules run, by the names that commands take, with their outputs. */
export const SCHEDULED = {
  'sweep-incidents': 'SweepIncidentsFunctionName',
  'sweep-remediation': 'SweepRemediationFunctionName',
  'audit-tickets': 'AuditTicketsFunctionName',
  'verify-remediation': 'VerifyRemediationFunctionName',
  'publish-report': 'PublishReportFunctionName',
  'anchor-chains': 'AnchorChainsFunctionName',
} as const;
export type ScheduledName = keyof typeof SCHEDULED;

export const isScheduled = (name: string): name is ScheduledName => Object.hasOwn(SCHEDULED, name);

export const PEOPLE = LOCAL_PEOPLE.map((person) => ({ ...person, nick: person.email.split('@')[0] ?? '' }));

/** The program of `programs` in `local/demo/demo-settings.ts`, by the name under which it gets its token. */
export const PROGRAM = 'scanner';

/**
 * Work of the process that holds the stack, for commands in other terminals: sign in, run a function, read a report.
 * They show the key.
 */
export async function openDesk() {
  const key = randomBytes(24).toString('hex');
  let stack: LocalStack | undefined;
  const server = await loopbackServer(async (request) => {
    if (stack === undefined) return text(503, 'The stack is still starting.');
    const [, room = '', ...rest] = request.url.pathname.split('/').map(decodeURIComponent);
    const name = rest.join('/');
    if (request.headers['x-holdfast-key'] !== key) return text(403, 'The key is missing.');
    return answer(stack, request, room, name);
  });
  return {
    key,
    url: server.url,
    serve(started: LocalStack) {
      stack = started;
    },
    close: server.close,
  };
}

async function answer(stack: LocalStack, { method }: HttpRequest, room: string, name: string): Promise<HttpAnswer> {
  if (method === 'GET' && room === 'tokens') {
    if (name === PROGRAM) return text(200, (await stack.asScanner()).token);
    const person = PEOPLE.find(({ nick }) => nick === name);
    return person === undefined ? text(404, `there is no ${name}`) : text(200, (await stack.as(person)).token);
  }
  if (method === 'GET' && room === 'passwords') {
    const person = PEOPLE.find(({ nick }) => nick === name);
    if (person === undefined) return text(404, `there is no ${name}`);
    return text(200, `${person.email} ${await stack.passwordOf(person)}`);
  }
  if (method === 'POST' && room === 'runs' && isScheduled(name)) {
    return text(200, JSON.stringify((await stack.invoke(stack.outputs[SCHEDULED[name]])) ?? null));
  }
  if (method === 'GET' && room === 'reports') return text(200, await stack.report(name));
  return text(404, `there is no ${room}/${name}`);
}

const text = (status: number, body: string): HttpAnswer => ({
  status,
  headers: { 'content-type': 'text/plain; charset=utf-8' },
  body,
});
