import type { PagerDutyAccount } from '../../domain/ticket/pagerduty-incidents.ts';
import { shortened } from '../../domain/words/shorten.ts';
import { NotThere } from '../../rest/rest-errors.ts';
import { connectionOfInstances } from '../several-instances.ts';
import type { RecordLink, SourceConnection, SourceTools } from '../source.ts';
import { type PagerDutyApi, pagerDutyApi } from './api.ts';
import { checkPagerDuty } from './check-pagerduty.ts';
import { readPagerDutyIncident } from './details.ts';
import { lookAtPagerDutyIncident, pagerDutyScope } from './moves.ts';

const TITLE_LIMIT = 255;

/** How long an entry of the log may not be shown: nothing is documented. */
const OVERLAP_MS = 600_000;

/** The accounts of PagerDuty, each with its key. */
export const connectPagerDuty = (tools: SourceTools): SourceConnection =>
  connectionOfInstances(
    'pagerduty',
    Object.entries(tools.config.incidents.pagerduty).map(([key, account]) => ({
      ...{ key, site: account.site },
      connection: connectAccount(key, account, tools),
    })),
  );

function connectAccount(key: string, account: PagerDutyAccount, tools: SourceTools): SourceConnection {
  const api = pagerDutyApi(account, key, tools);
  return {
    details: (ticket) => readPagerDutyIncident(api, ticket, account, tools),
    poll: { overlapMs: OVERLAP_MS, scopes: [pagerDutyScope(api, account, tools)] },
    wasClosed: undefined,
    look: (ticket) => lookAtPagerDutyIncident(api, ticket, account),
    linkBack: account.from === undefined ? undefined : (ticket, record) => addNoteOnce(api, ticket.ticketId, record),
    check: (inTime) => checkPagerDuty(api, { key, account, inTime }),
  };
}

/** A note is never written before the others are read: whoever has no answer looks again. */
async function addNoteOnce(
  api: Pick<PagerDutyApi, 'notesOf' | 'addNote'>,
  id: string,
  { globalId, url, title }: RecordLink,
): Promise<'linked' | 'gone'> {
  try {
    const notes = await api.notesOf(id);
    if (notes.some(({ content }) => content.includes(globalId))) return 'linked';
    await api.addNote(id, `${shortened(title, TITLE_LIMIT)}: ${url} (${globalId})`);
    return 'linked';
  } catch (error) {
    if (error instanceof NotThere) return 'gone';
    throw error;
  }
}
