import type { SimulatedCatalogue } from '../site/catalogue.ts';
import type { SiteDescription } from './site-description.ts';
import { strictManners } from './site-manners.ts';

type Described = Pick<SiteDescription, 'name' | 'projects'> &
  Partial<Omit<SiteDescription, 'catalogue'>> & { readonly catalogue: Omit<SimulatedCatalogue, 'projects'> };

/** Cloud site with the strict manners at an address of its own, unless told otherwise. */
export function describeSite({ catalogue, projects, ...more }: Described): SiteDescription {
  return {
    catalogue: { ...catalogue, projects: projects.map(({ project }) => project) },
    projects,
    securityLevels: [],
    isLinkingOn: true,
    deployment: 'Cloud',
    address: { kind: 'site', cloudId: '3f6b2c1e-8d4a-4f0b-9a57-1c2d3e4f5a60' },
    manners: strictManners,
    ...more,
  };
}
