import { OfTicket } from '../post-mortems/of-ticket.tsx';
import type { Params, Place } from './place.ts';

type Entry = {
  path: string;
  title: string;
  load: () => Promise<Place>;
};

/** Every place, the more exact first. What a place is made of is loaded when somebody goes there. */
export const PLACES: readonly Entry[] = [
  { path: '/', title: 'Today', load: async () => (await import('../today/today.tsx')).Today },
  {
    path: '/post-mortems',
    title: 'Post-mortems',
    load: async () => (await import('../post-mortems/list.tsx')).RecordList,
  },
  {
    path: '/post-mortems/new',
    title: 'Open a post-mortem',
    load: async () => (await import('../post-mortems/open-record.tsx')).OpenRecord,
  },
  {
    path: '/post-mortems/import',
    title: 'Import',
    load: async () => (await import('../post-mortems/import-records.tsx')).ImportRecords,
  },
  {
    path: '/post-mortems/:id',
    title: 'Post-mortem',
    load: async () => (await import('../record/record.tsx')).RecordPlace,
  },
  {
    path: '/post-mortems/:id/review',
    title: 'Approval',
    load: async () => (await import('../review/review.tsx')).Review,
  },
  {
    path: '/post-mortems/:id/history',
    title: 'History',
    load: async () => (await import('../review/history.tsx')).History,
  },
  {
    path: '/post-mortems/:id/evidence',
    title: 'Evidence',
    load: async () => (await import('../evidence/evidence.tsx')).Evidence,
  },
  {
    path: '/post-mortems/:id/waive',
    title: 'Waive',
    load: async () => (await import('../post-mortems/waive-record.tsx')).WaiveRecord,
  },
  {
    path: '/post-mortems/:id/merge',
    title: 'Merge',
    load: async () => (await import('../post-mortems/merge-record.tsx')).MergeRecord,
  },
  {
    path: '/post-mortems/:id/remediations/:fix',
    title: 'Fix',
    load: async () => (await import('../fix/fix.tsx')).FixPlace,
  },
  {
    path: '/remediations',
    title: 'Remediations',
    load: async () => (await import('../remediations/remediations.tsx')).Remediations,
  },
  { path: '/lessons', title: 'Lessons', load: async () => (await import('../duties/lessons.tsx')).Lessons },
  {
    path: '/temporary-measures',
    title: 'Temporary measures',
    load: async () => (await import('../duties/measures.tsx')).Measures,
  },
  {
    path: '/notifications',
    title: 'Notifications',
    load: async () => (await import('../duties/notifications.tsx')).Notifications,
  },
  { path: '/reports', title: 'Reports', load: async () => (await import('../reports/reports.tsx')).Reports },
  { path: '/reports/:name', title: 'Report', load: async () => (await import('../reports/report.tsx')).Report },
  { path: '/audit', title: 'Audit', load: async () => (await import('../audit/audit.tsx')).Audit },
  { path: '/audit/:id', title: 'Audit', load: async () => (await import('../audit/chain.tsx')).Chain },
  { path: '/settings', title: 'Settings', load: async () => (await import('../settings/settings.tsx')).Settings },
  {
    path: '/tickets/:source/:key',
    title: 'Ticket',
    // It only leads on, and what it leads to has files enough.
    load: () => Promise.resolve(OfTicket),
  },
];

/** The place at a path of the console, and what stands in the path. */
export function placeAt(path: string): { entry: Entry; params: Params } | undefined {
  const parts = path.replace(/\/+$/, '').split('/');
  for (const entry of PLACES) {
    const wanted = entry.path.replace(/\/+$/, '').split('/');
    if (wanted.length !== parts.length) continue;
    const params: Record<string, string> = {};
    const isIt = wanted.every((want, at) => {
      const part = parts[at] ?? '';
      if (!want.startsWith(':')) return want === part;
      params[want.slice(1)] = decoded(part);
      return part !== '';
    });
    if (isIt) return { entry, params };
  }
  return undefined;
}

function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}
