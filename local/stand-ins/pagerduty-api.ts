import type { HttpAnswer, HttpRequest } from '../in-process/loopback-server.ts';
import type { PagerDutyAccountStandIn, StandInIncident, StandInLogEntry } from './pagerduty-account.ts';
import type { PagerDutyWebhooks } from './pagerduty-webhooks.ts';

const json = (status: number, body: object): HttpAnswer => ({
  ...{ status, headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) },
});
const refusal = (status: number, message: string): HttpAnswer =>
  json(status, { error: { message, code: 2000 + status, errors: [message] } });

/** Query parameters of each path: any other is refused, which PagerDuty itself may not do. */
const PAGES = ['limit', 'offset'];
const LOG = [...PAGES, 'since', 'until', 'time_zone', 'is_overview', 'include[]'];

/** Users whose address may stand in `From`. */
const USERS = new Map([['holdfast@acme.com', { id: 'PHOLDFAST', type: 'user_reference', summary: 'Holdfast' }]]);

export async function answerPagerDuty(
  account: PagerDutyAccountStandIn,
  webhooks: PagerDutyWebhooks,
  apiToken: string,
  { method, url, headers, body }: HttpRequest,
): Promise<HttpAnswer> {
  if (headers.authorization !== `Token token=${apiToken}`) return refusal(401, 'Unauthorized');
  if (headers.accept !== 'application/vnd.pagerduty+json;version=2') return refusal(400, 'The version is missing');
  const { pathname, searchParams: query } = url;
  const [, id = '', part] = /^\/incidents\/(?!types$)([^/]+)(?:\/(log_entries|notes))?$/.exec(pathname) ?? [];
  const incident = account.incidents.get(id);
  if (id !== '' && (incident === undefined || incident.isHidden)) return refusal(404, 'Not Found');
  const only = (names: readonly string[], answer: () => HttpAnswer): HttpAnswer => {
    const other = [...query.keys()].find((name) => !names.includes(name));
    return other === undefined ? answer() : refusal(400, `unknown parameter ${other}`);
  };
  const page = (name: string, all: readonly object[]): HttpAnswer => {
    const [limit, offset] = [Number(query.get('limit') ?? 25), Number(query.get('offset') ?? 0)];
    if (!(limit >= 1 && limit <= 100) || limit + offset > 10_000) return refusal(400, 'Arguments Caused Error');
    const more = offset + limit < all.length;
    return json(200, { [name]: all.slice(offset, offset + limit), limit, offset, total: null, more });
  };
  if (incident !== undefined && method === 'POST' && part === 'notes') {
    const user = USERS.get(headers.from ?? '');
    if (user === undefined) return refusal(400, 'Requester User Not Found');
    const { content } = JSON.parse(body.toString()).note;
    const note = await account.addNote(id, user, content);
    return json(200, { note: { ...note, created_at: note.createdAt } });
  }
  if (method !== 'GET') return refusal(404, 'Not Found');
  const zone = query.get('time_zone') ?? undefined;
  if (incident !== undefined && part === 'notes') {
    return only([], () => json(200, { notes: account.notes.filter((note) => note.incident === id).map(noteView) }));
  }
  if (incident !== undefined && part === 'log_entries') {
    const entries = account.log.filter((entry) => entry.incident === id).toReversed();
    return only(LOG, () =>
      page(
        'log_entries',
        entries.map((entry) => entryView(entry, zone, query, account)),
      ),
    );
  }
  if (incident !== undefined) {
    const withTeams = query.getAll('include[]').includes('teams');
    return only(['include[]'], () => json(200, { incident: incidentView(incident, withTeams) }));
  }
  switch (pathname) {
    case '/log_entries': {
      const [since, until] = [Date.parse(query.get('since') ?? ''), Date.parse(query.get('until') ?? '')];
      // Neither end of a range is in it, and the newest come first.
      const entries = account.log
        .filter(({ createdAt }) => Date.parse(createdAt) > since && Date.parse(createdAt) < until)
        .filter((entry) => account.incidents.get(entry.incident)?.isHidden === false)
        .toReversed();
      return only(LOG, () =>
        page(
          'log_entries',
          entries.map((entry) => entryView(entry, zone, query, account)),
        ),
      );
    }
    case '/incidents/types': {
      const types = ['incident_default', 'security_default'].map((name) => ({ name, enabled: true }));
      return only(['filter'], () => json(200, { incident_types: types }));
    }
    case '/priorities':
      return only(PAGES, () =>
        page(
          'priorities',
          ['P1', 'P2', 'P3', 'P4', 'P5'].map((name) => ({ name })),
        ),
      );
    case '/webhook_subscriptions': {
      const { url: to, events, isActive: active } = webhooks.subscription;
      const delivery = { type: 'http_delivery_method', url: to, secret: null, temporarily_disabled: webhooks.isOff() };
      const filter = { type: 'account_reference' };
      return only(PAGES, () => page('webhook_subscriptions', [{ active, events, filter, delivery_method: delivery }]));
    }
    default:
      return refusal(404, 'Not Found');
  }
}

/** In the zone of the account where no other is asked for. */
function timeIn(zone: string | undefined, at: string): string {
  if (zone === 'UTC') return at;
  return `${new Date(Date.parse(at) - 18_000_000).toISOString().replace(/\.\d+Z$/, '')}-05:00`;
}

type Note = PagerDutyAccountStandIn['notes'][number];
const noteView = ({ id, user, content, createdAt }: Note): object => ({
  ...{
    id,
    user,
    content,
    channel: { summary: 'The PagerDuty website or APIs' },
    created_at: timeIn(undefined, createdAt),
  },
});

function entryView(
  { id, type, createdAt, agent, incident, more }: StandInLogEntry,
  zone: string | undefined,
  query: URLSearchParams,
  account: PagerDutyAccountStandIn,
): object {
  const included = query.getAll('include[]');
  const { channel = { type: 'website' }, ...rest } = Object(more);
  const whole = account.incidents.get(incident);
  return {
    ...{ id, type, created_at: timeIn(zone, createdAt), agent, ...rest },
    summary: 'In words of PagerDuty, with names',
    channel: included.includes('channels') ? channel : { type: channel.type },
    incident:
      included.includes('incidents') && whole !== undefined
        ? incidentView(whole, false)
        : { id: incident, type: 'incident_reference' },
  };
}

/** Schema Incident. Nobody is assigned to a resolved one. */
function incidentView(incident: StandInIncident, withTeams: boolean): object {
  const { id, number, title, status, type, priority, mergedInto, isOfPrivateTeam, responders } = incident;
  const team = { id: 'PTEAM', type: withTeams ? 'team' : 'team_reference', summary: 'Security' };
  return {
    ...{ id, type: 'incident', incident_number: number, title, status, urgency: 'high', assignments: [] },
    ...{ created_at: incident.createdAt, updated_at: incident.updatedAt, resolved_at: incident.resolvedAt },
    // Of one that is triggered, the time of its last change, whatever that was.
    last_status_change_at: status === 'triggered' ? incident.updatedAt : incident.statusChangedAt,
    last_status_change_by: { id: 'PSERVICE1', type: 'service_reference', summary: 'Mail gateway' },
    service: { id: 'PSERVICE1', type: 'service_reference', summary: 'Mail gateway' },
    priority: priority === undefined ? null : { id: `PRIO${priority}`, type: 'priority_reference', summary: priority },
    teams: [withTeams ? { ...team, default_role: isOfPrivateTeam ? 'none' : 'manager' } : team],
    incidents_responders: responders,
    resolve_reason:
      mergedInto === undefined
        ? null
        : { type: 'merge_resolve_reason', incident: { id: mergedInto, type: 'incident_reference' } },
    ...(type === undefined ? {} : { incident_type: { name: type } }),
  };
}
