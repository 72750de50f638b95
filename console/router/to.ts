import { BASE } from './base.ts';

const part = encodeURIComponent;

/** Addresses of the console's places, for links. */
export const to = {
  today: () => BASE,
  postMortems: (query = '') => `${BASE}/post-mortems${query}`,
  newRecord: () => `${BASE}/post-mortems/new`,
  importRecords: () => `${BASE}/post-mortems/import`,
  record: (id: string, field = '') => `${BASE}/post-mortems/${part(id)}${field === '' ? '' : `#${field}`}`,
  review: (id: string) => `${BASE}/post-mortems/${part(id)}/review`,
  history: (id: string) => `${BASE}/post-mortems/${part(id)}/history`,
  evidence: (id: string) => `${BASE}/post-mortems/${part(id)}/evidence`,
  waive: (id: string) => `${BASE}/post-mortems/${part(id)}/waive`,
  merge: (id: string) => `${BASE}/post-mortems/${part(id)}/merge`,
  fix: (id: string, fix: string) => `${BASE}/post-mortems/${part(id)}/remediations/${part(fix)}`,
  remediations: (query = '') => `${BASE}/remediations${query}`,
  lessons: (query = '') => `${BASE}/lessons${query}`,
  measures: (query = '') => `${BASE}/temporary-measures${query}`,
  notifications: () => `${BASE}/notifications`,
  reports: () => `${BASE}/reports`,
  report: (name: string) => `${BASE}/reports/${part(name)}`,
  audit: (id = '') => `${BASE}/audit${id === '' ? '' : `/${part(id)}`}`,
  settings: () => `${BASE}/settings`,
  ticket: (source: string, key: string) => `${BASE}/tickets/${part(source)}/${part(key)}`,
};
