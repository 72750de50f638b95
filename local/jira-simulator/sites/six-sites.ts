import { classicEnglish } from './classic-english.ts';
import { germanClassic } from './german-classic.ts';
import { lockedDownEnterprise } from './locked-down-enterprise.ts';
import { serviceManagement } from './service-management.ts';
import type { SiteDescription } from './site-description.ts';
import { teamManaged } from './team-managed.ts';
import { withoutResolution } from './without-resolution.ts';

/** One of each kind that a customer may have. */
export const sixSites: readonly SiteDescription[] = [
  classicEnglish,
  teamManaged,
  germanClassic,
  serviceManagement,
  lockedDownEnterprise,
  withoutResolution,
];
