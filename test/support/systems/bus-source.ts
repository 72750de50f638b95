import * as z from 'zod';
import { parseConfig } from '../../../shared/domain/policy/parse-config.ts';
import { SOURCES, type SourceRegistry } from '../../../shared/intake/registry.ts';
import type { BusRule } from '../../../shared/intake/source.ts';
import { busRulesInUse } from '../../../shared/intake/sources-in-use.ts';

const CaseEvent = z.object({
  'detail-type': z.string(),
  time: z.string(),
  detail: z.object({ caseId: z.string() }),
});

/** A system that tells of its cases on the account's bus. It stands in the place of `holdfast-json`, as in polled-source.ts. */
const rule: BusRule = {
  source: 'test.cases',
  detailTypes: ['Case Closed', 'Case Updated'],
  read: (event) => {
    const { 'detail-type': type, time, detail } = CaseEvent.parse(event);
    const { caseId } = detail;
    const ticket = { source: 'holdfast-json' as const, site: 'cases.example.com', ticketId: caseId, key: caseId };
    if (type === 'Case Updated') return { look: ticket, at: new Date(time).toISOString() };
    if (type !== 'Case Closed') return { ignored: 'OtherEvent' };
    return { event: { type: 'Incident Ticket Closed', data: { ticket, closedAt: time } } };
  },
};
const REGISTRY: SourceRegistry = {
  ...SOURCES,
  'holdfast-json': { name: 'holdfast-json', reaches: () => [{ by: 'bus rule', rule }], credentials: undefined },
};

export const BUS_RULES = busRulesInUse(REGISTRY, parseConfig({}));
