import { createHmac } from 'node:crypto';
import { type HttpAnswer, type HttpRequest, loopbackServer } from '../in-process/loopback-server.ts';

export type IncidentIoOptions = {
  readonly now: () => Date;
  readonly apiKey: string;
  /** `whsec_…` of the endpoint. */
  readonly secret: string;
  /** Posts a delivery. @returns the status of the answer */
  readonly deliver: (body: string, headers: Readonly<Record<string, string>>) => Promise<number>;
};

type Status = { readonly category: string; readonly name: string };
type Update = { id: string; incident: string; at: string; status: Status; message: string | null; user: object };
type Kept = {
  readonly id: string;
  readonly number: number;
  readonly type: string;
  readonly severity: string;
  readonly isPrivate: boolean;
  readonly createdAt: string;
  updatedAt: string;
  status: Status;
};

const LIVE: Status = { category: 'live', name: 'Investigating' };
const userOf = (name: string): object => ({
  id: `01${name.toUpperCase().replaceAll(/[^A-Z]/g, '')}`,
  name,
  role: 'responder',
});

/**
 * An organisation of incident.io in this process, with the incidents that a key may see, and the webhooks that Svix sends for it: signed as
 * Standard Webhooks, each attempt with its own time. https://api-docs.incident.io · https://docs.incident.io/integrations/webhooks
 */
export async function startIncidentIo({ now, apiKey, secret, deliver }: IncidentIoOptions) {
  const incidents = new Map<string, Kept>();
  const updates: Update[] = [];
  const sent: { body: string; headers: Record<string, string> }[] = [];
  const hidden = new Set<string>();
  let isDown = false;
  let isLosing = false;
  let count = 0;
  // Fractions of a second have six digits.
  const at = (): string => now().toISOString().replace('Z', '801Z');
  const nextId = (): string => {
    count += 1;
    return `01FDAG4SAP5TYPT98W${String(count).padStart(8, '0')}`;
  };
  const find = (id: string): Kept => {
    const found = incidents.get(id);
    if (found === undefined) throw new Error(`no incident ${id}`);
    return found;
  };

  async function send(eventType: string, data: object): Promise<void> {
    if (isLosing) return;
    const id = `msg_${nextId()}`;
    const body = JSON.stringify({ event_type: eventType, [eventType]: data });
    for (let attempt = 1; attempt <= 3; attempt += 1) {
      const timestamp = String(Math.floor(now().getTime() / 1_000));
      const key = Buffer.from(secret.slice('whsec_'.length), 'base64');
      const signature = createHmac('sha256', key).update(`${id}.${timestamp}.${body}`).digest('base64');
      const headers = { 'webhook-id': id, 'webhook-timestamp': timestamp, 'webhook-signature': `v1,${signature}` };
      sent.push({ body, headers });
      const status = await deliver(body, headers);
      if (status >= 200 && status < 300) return;
    }
  }

  async function change(id: string, status: Status, by: string, message: string | null): Promise<void> {
    const incident = find(id);
    const previous = incident.status;
    Object.assign(incident, { status, updatedAt: at() });
    updates.push({ id: nextId(), incident: id, at: at(), status, message, user: userOf(by) });
    if (incident.isPrivate) return send('private_incident.incident_updated_v2', { id });
    if (previous.name === status.name) return;
    const statuses = { new_status: statusView(status), previous_status: statusView(previous) };
    await send('public_incident.incident_status_updated_v2', { incident: view(incident), message, ...statuses });
  }

  function answer({ method, url, headers }: HttpRequest): HttpAnswer {
    if (isDown) return { status: 503, body: '' };
    if (headers.authorization !== `Bearer ${apiKey}`) return json(401, { type: 'authentication_error', status: 401 });
    if (method !== 'GET' || !mayBeAsked(url.searchParams)) return json(422, { status: 422 });
    const shown = [...incidents.values()].filter(({ id }) => !hidden.has(id)).toReversed();
    const [, id] = /^\/v2\/incidents\/(\w+)$/.exec(url.pathname) ?? [];
    if (id === undefined) return listAt(url, shown, updates.toReversed());
    const found = shown.find((one) => one.id === id);
    return found === undefined ? json(404, { status: 404 }) : json(200, { incident: view(found) });
  }

  const server = await loopbackServer(answer);
  return {
    ...{ url: server.url, close: server.close, incidents, sent, change },
    open({ type = 'Security', severity = 'Major', isPrivate = false } = {}): string {
      const id = nextId();
      const times = { createdAt: at(), updatedAt: at() };
      incidents.set(id, { ...{ id, number: incidents.size + 1, type, severity, isPrivate, status: LIVE }, ...times });
      updates.push({ id: nextId(), incident: id, at: at(), status: LIVE, message: null, user: userOf('Lee Turner') });
      return id;
    },
    hide: (id: string, isHidden: boolean): void => void (isHidden ? hidden.add(id) : hidden.delete(id)),
    loseWebhooks: (losing: boolean): void => {
      isLosing = losing;
    },
    setDown: (down: boolean): void => {
      isDown = down;
    },
  };
}
export type IncidentIoStandIn = Awaited<ReturnType<typeof startIncidentIo>>;

/** Page sizes are limited, and unknown parameters refused, which incident.io itself may not do. */
const mayBeAsked = (query: URLSearchParams): boolean =>
  Number(query.get('page_size') ?? 25) <= 250 &&
  [...query.keys()].every((name) => ['page_size', 'after', 'incident_id', 'updated_at[gte]'].includes(name));

/** Lists, what was made last first. */
function listAt(
  { pathname, searchParams: query }: URL,
  shown: readonly Kept[],
  updates: readonly Update[],
): HttpAnswer {
  const since = Date.parse(query.get('updated_at[gte]') ?? '');
  const changed = shown.filter(({ updatedAt }) => Date.parse(updatedAt) >= since);
  switch (pathname) {
    case '/v2/incidents':
      return pageOf('incidents', query, changed, view);
    case '/v2/incident_updates': {
      const ofIncident = updates.filter(({ incident }) => incident === query.get('incident_id'));
      return pageOf('incident_updates', query, ofIncident, updateView);
    }
    case '/v1/identity':
      return json(200, { identity: { name: 'Holdfast', roles: ['viewer'] } });
    case '/v1/incident_types':
      return json(200, { incident_types: [{ name: 'Default' }, { name: 'Security' }] });
    case '/v1/severities':
      return json(200, { severities: [{ name: 'Minor' }, { name: 'Major' }, { name: 'Critical' }] });
    default:
      return json(404, { status: 404 });
  }
}

function pageOf<Item extends { id: string }>(
  name: string,
  query: URLSearchParams,
  all: readonly Item[],
  show: (one: Item) => object,
): HttpAnswer {
  const size = Number(query.get('page_size') ?? 25);
  const start = query.has('after') ? all.findIndex(({ id }) => id === query.get('after')) + 1 : 0;
  const items = all.slice(start, start + size);
  const last = start + size < all.length ? items.at(-1)?.id : undefined;
  return json(200, { [name]: items.map(show), pagination_meta: { page_size: size, ...(last && { after: last }) } });
}

const json = (status: number, body: object): HttpAnswer => ({
  ...{ status, headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) },
});

/** Its times are those of the setting. */
const statusView = ({ category, name }: Status): object => ({
  ...{ category, name, id: `01STATUS${name.toUpperCase()}`, description: '', rank: 4 },
  ...{ created_at: '2026-08-17T13:28:57.801578Z', updated_at: '2026-08-17T13:28:57.801578Z' },
});

const updateView = ({ id, incident, at, status, message, user }: Update): object => ({
  ...{ id, incident_id: incident, created_at: at, message, new_incident_status: statusView(status), updater: { user } },
});

const view = ({ id, number, type, severity, isPrivate, createdAt, updatedAt, status }: Kept): object => ({
  ...{ id, reference: `INC-${number}`, name: 'Phished', summary: 'Seen: T1566.002', mode: 'standard' },
  permalink: `https://app.incident.io/acme/incidents/${number}`,
  visibility: isPrivate ? 'private' : 'public',
  incident_status: statusView(status),
  incident_type: { id: '01TYPE', name: type },
  severity: { id: '01SEVERITY', name: severity, rank: 3 },
  creator: { user: userOf('Lee Turner') },
  incident_role_assignments: [
    { role: { id: '01ROLE', name: 'Incident Lead', role_type: 'lead' }, assignee: userOf('Mia Okafor') },
    { role: { id: '01ROLE2', name: 'Scribe', role_type: 'custom' } },
  ],
  ...{ created_at: createdAt, updated_at: updatedAt },
});
