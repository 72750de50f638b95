/** What an account tells a webhook subscription. */
type Tell = (eventType: string, agent: object | null, data: object) => Promise<void>;

export type PagerDutyAccountOptions = { readonly now: () => Date; readonly site: string };

export type StandInIncident = {
  readonly id: string;
  readonly number: number;
  readonly title: string;
  readonly type: string | undefined;
  readonly priority: string | undefined;
  readonly isOfPrivateTeam: boolean;
  readonly createdAt: string;
  status: 'triggered' | 'acknowledged' | 'resolved';
  updatedAt: string;
  statusChangedAt: string;
  resolvedAt: string | null;
  mergedInto: string | undefined;
  /** The key may not see it: it is of a private team. */
  isHidden: boolean;
  readonly responders: { state: string; user: object }[];
};

export type StandInLogEntry = {
  readonly id: string;
  readonly type: string;
  readonly createdAt: string;
  readonly incident: string;
  readonly agent: object;
  readonly more?: object;
};

type NewIncident = Partial<Pick<StandInIncident, 'title' | 'type' | 'priority' | 'isOfPrivateTeam'>> & {
  readonly details?: object;
};

const MONITORING = { id: 'PSERVICE1', type: 'service_reference', summary: 'Mail gateway' };
export const userReference = (name: string): object => ({
  id: `P${name.toUpperCase().replaceAll(/[^A-Z]/g, '')}`,
  type: 'user_reference',
  summary: name,
});

/** Incidents, their log and their notes, as people and services change them. Times have whole seconds. */
export function createPagerDutyAccount({ now, site }: PagerDutyAccountOptions, tell: Tell) {
  const incidents = new Map<string, StandInIncident>();
  const log: StandInLogEntry[] = [];
  const notes: { id: string; incident: string; user: object; content: string; createdAt: string }[] = [];
  const at = (): string =>
    now()
      .toISOString()
      .replace(/\.\d+Z$/, 'Z');
  let count = 0;
  const nextId = (prefix: string): string => {
    count += 1;
    return `${prefix}${String(count).padStart(12, '0')}`;
  };
  const find = (id: string): StandInIncident => {
    const found = incidents.get(id);
    if (found === undefined) throw new Error(`no incident ${id}`);
    return found;
  };
  function record(id: string, type: string, agent: object, more: object = {}): void {
    log.push({ id: nextId('R'), type: `${type}_log_entry`, createdAt: at(), incident: id, agent, more });
    find(id).updatedAt = at();
  }
  function change(id: string, status: StandInIncident['status']): StandInIncident {
    const incident = find(id);
    Object.assign(incident, { status, statusChangedAt: at(), resolvedAt: status === 'resolved' ? at() : null });
    if (status !== 'resolved') incident.mergedInto = undefined;
    return incident;
  }

  return {
    ...{ site, incidents, log, notes },
    trigger({ title = 'Phished', isOfPrivateTeam = false, details = {}, ...how }: NewIncident = {}): string {
      const id = nextId('Q');
      const moment = { createdAt: at(), updatedAt: at(), statusChangedAt: at(), resolvedAt: null };
      const type = 'type' in how ? how.type : 'security_default';
      incidents.set(id, {
        ...{ id, number: incidents.size + 1, title, type, priority: how.priority, isOfPrivateTeam },
        ...{ ...moment, status: 'triggered', mergedInto: undefined, isHidden: false, responders: [] },
      });
      record(id, 'trigger', MONITORING, { channel: { type: 'api', summary: title, ...details } });
      return id;
    },
    async acknowledge(id: string, by: string): Promise<void> {
      change(id, 'acknowledged');
      record(id, 'acknowledge', userReference(by));
      await tell('incident.acknowledged', userReference(by), webhookData(find(id), site));
    },
    assign(id: string, to: string): void {
      record(id, 'assign', MONITORING, { assignees: [userReference(to)] });
      record(id, 'notify', MONITORING, { user: userReference(to) });
    },
    /** @param by undefined for the service itself */
    async resolve(id: string, by?: string, mergedInto?: string): Promise<void> {
      change(id, 'resolved').mergedInto = mergedInto;
      const agent = by === undefined ? MONITORING : userReference(by);
      record(id, 'resolve', agent);
      await tell('incident.resolved', agent, webhookData(find(id), site));
    },
    /** The log has no type for it: the incident is triggered, and assigned. */
    async reopen(id: string, by: string): Promise<void> {
      change(id, 'triggered');
      record(id, 'assign', userReference(by), { assignees: [userReference(by)] });
      await tell('incident.reopened', userReference(by), webhookData(find(id), site));
    },
    async addNote(id: string, user: object, content: string) {
      const note = { id: nextId('N'), incident: id, user, content, createdAt: at() };
      notes.push(note);
      record(id, 'annotate', user);
      const incident = { id, type: 'incident_reference' };
      await tell('incident.annotated', user, { incident, id: note.id, content, trimmed: false, type: 'incident_note' });
      return note;
    },
    join: (id: string, name: string, state = 'joined'): void => {
      find(id).responders.push({ state, user: userReference(name) });
    },
    hide: (id: string, isHidden: boolean): void => {
      find(id).isHidden = isHidden;
    },
  };
}
export type PagerDutyAccountStandIn = ReturnType<typeof createPagerDutyAccount>;

/** `event.data` of an incident: docs/webhooks/01-Overview.md, with what recorded ones have besides. */
function webhookData(incident: StandInIncident, site: string): object {
  const { id, number, status, title, type, priority, mergedInto } = incident;
  return {
    ...{ id, type: 'incident', self: `https://api.pagerduty.com/incidents/${id}` },
    html_url: `https://${site}/incidents/${id}`,
    ...{ number, status, title, created_at: incident.createdAt, service: MONITORING, assignees: [], teams: [] },
    priority: priority === undefined ? null : { id: `PRIO${priority}`, type: 'priority_reference', summary: priority },
    urgency: 'high',
    resolve_reason: mergedInto === undefined ? null : 'merged',
    ...(type === undefined ? {} : { incident_type: { name: type } }),
  };
}
