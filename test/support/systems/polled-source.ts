import { PartId } from '../../../shared/domain/words/identifiers.ts';
import type { Connect, IncidentSource } from '../../../shared/intake/source.ts';

export type PolledIncident = { id: string; closedAt: string; changedAt: string; reopenedAt?: string };

/**
 * A system without webhooks that can only be asked, by the time of the last change, and shows a change a minute late. It
 * stands in the place of `holdfast-json`: a test has no name of its own in the configuration.
 */
export function polledSystem(now: () => string) {
  const incidents: PolledIncident[] = [];
  const asked: string[] = [];
  const looked: string[] = [];
  let isDown = false;
  const LAG_MS = 60_000;

  const source: IncidentSource<'holdfast-json'> = {
    name: 'holdfast-json',
    reaches: () => [{ by: 'poll' }],
    credentials: undefined,
  };
  const ticketOf = ({ id }: Pick<PolledIncident, 'id'>) => ({
    source: 'holdfast-json' as const,
    site: 'polled.example.com',
    ticketId: id,
    key: `P-${id}`,
  });
  const connect: Connect = ({ newId }) => ({
    details: (ticket) => {
      const found = incidents.find(({ id }) => id === ticket.ticketId);
      if (found === undefined || found.reopenedAt !== undefined) return Promise.resolve(undefined);
      const { closedAt } = found;
      const entry = {
        id: PartId.parse(newId()),
        at: closedAt,
        what: 'Closed',
        kind: 'action',
        origin: 'ticket',
      } as const;
      const incident = {
        ...{ ...ticketOf(found), url: 'https://polled.example.com', title: `Incident ${found.id}`, description: '' },
        ...{ severity: 'low' as const, openedAt: closedAt, closedAt, people: [], techniques: [] },
      };
      return Promise.resolve({ incident, timeline: [entry] });
    },
    poll: {
      overlapMs: 2 * LAG_MS,
      scopes: [
        {
          name: 'all',
          async *moves({ closedSince, changedSince }) {
            asked.push(changedSince);
            if (isDown) throw new Error('503');
            const shown = incidents.filter(
              ({ closedAt, changedAt }) =>
                changedAt >= changedSince &&
                closedAt >= closedSince &&
                Date.parse(changedAt) + LAG_MS <= Date.parse(now()),
            );
            yield shown.map((one) => ({
              ...{ ticket: ticketOf(one), isClosed: true },
              ...{ at: one.closedAt, changedAt: one.changedAt },
            }));
          },
          async *movesSince() {
            if (isDown) throw new Error('503');
            yield { found: [], next: undefined };
          },
          lastReopening: () => Promise.resolve(undefined),
        },
      ],
    },
    wasClosed: undefined,
    look: (ticket) => {
      looked.push(ticket.key);
      const found = incidents.find(({ id }) => id === ticket.ticketId);
      if (found === undefined) return Promise.resolve('gone');
      const { reopenedAt, closedAt, changedAt } = found;
      const isClosed = reopenedAt === undefined;
      return Promise.resolve({ ticket: ticketOf(found), isClosed, at: reopenedAt ?? closedAt, changedAt });
    },
    linkBack: undefined,
    check: () => Promise.resolve([]),
  });
  return {
    source,
    connect,
    /** From when each question asked for changes. */
    asked,
    /** Keys of the incidents that were looked at. */
    looked,
    ticketOf,
    close: (id: string) => incidents.push({ id, closedAt: now(), changedAt: now() }),
    reopen: (id: string) => {
      const found = incidents.find((one) => one.id === id);
      if (found !== undefined) Object.assign(found, { reopenedAt: now(), changedAt: now() });
    },
    setDown: (down: boolean) => {
      isDown = down;
    },
  };
}
