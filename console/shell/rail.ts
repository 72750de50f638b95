import { to } from '../router/to.ts';
import type { IconName } from './icon.tsx';
import type { Action } from './me.ts';

type Stop = {
  href: string;
  words: string;
  icon: IconName;
  /** After G. */
  key?: string;
  /** Left out of the bar of a phone. */
  isDesk?: true;
  wants?: Action;
  isAt: (path: string) => boolean;
};

const within = (prefix: string) => (path: string) => path === prefix || path.startsWith(`${prefix}/`);

/** The places of the rail, in its order. */
export const RAIL: readonly Stop[] = [
  { href: to.today(), words: 'Today', icon: 'today', key: 'T', isAt: (path) => path === '/' },
  { href: to.postMortems(), words: 'Post-mortems', icon: 'records', key: 'P', isAt: within('/post-mortems') },
  { href: to.remediations(), words: 'Remediations', icon: 'fixes', key: 'R', isAt: within('/remediations') },
  { href: to.lessons(), words: 'Lessons', icon: 'lessons', key: 'L', isDesk: true, isAt: within('/lessons') },
  {
    href: to.measures(),
    words: 'Measures',
    icon: 'measures',
    key: 'M',
    isDesk: true,
    isAt: within('/temporary-measures'),
  },
  {
    href: to.notifications(),
    words: 'Notifications',
    icon: 'bell',
    key: 'N',
    isDesk: true,
    isAt: within('/notifications'),
  },
  {
    href: to.audit(),
    words: 'Audit',
    icon: 'audit',
    key: 'A',
    isDesk: true,
    isAt: within('/audit'),
  },
  { href: to.settings(), words: 'Settings', icon: 'settings', key: 'S', isDesk: true, isAt: within('/settings') },
  // Last, since it shows only once it is known who is there: nothing moves by it.
  { href: to.reports(), words: 'Reports', icon: 'reports', key: 'E', wants: 'read reports', isAt: within('/reports') },
];
