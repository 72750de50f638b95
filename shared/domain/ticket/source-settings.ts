import * as z from 'zod';
import { ForeignName, type Problem, wholeRule } from '../words/settings.ts';
import { Severity } from '../words/severity.ts';
import { Tlp } from '../words/tlp.ts';

/** A host name. It stands in keys of the table, which take no `#` and hold 2,048 bytes. */
export const SiteName = z
  .string()
  .regex(/^(?=.{1,253}$)[a-z0-9]([a-z0-9-]*[a-z0-9])?(\.[a-z0-9]([a-z0-9-]*[a-z0-9])?)*$/, {
    error: 'expected a host name in lower case, such as tickets.example.com',
  });

/** Settings that every system has: how its words for an incident are read. */
export const SOURCE_SETTINGS = {
  severityBy: z.record(ForeignName, Severity).prefault({}),
  severityOtherwise: Severity.prefault('medium'),
  /** Least mark of the record of an incident that the system shows to some only. */
  tlpConfidential: Tlp.prefault('AMBER+STRICT'),
};

/** Name of an instance in the configuration, in its addresses and secrets. */
export const InstanceKey = z.string().regex(/^[a-z][a-z0-9-]{0,31}$/, {
  error: 'expected a name of lower-case letters, digits and dashes, such as emea',
});

/** Several instances of one system, by names of the team's own. Tickets are kept by their site, so that two of one site would share their records. */
export const instancesOf = <Settings extends z.ZodType<{ site: string }>>(settings: Settings) =>
  z
    .record(InstanceKey, settings)
    .check(wholeRule(sitesOfTheirOwn))
    .refine((instances) => Object.keys(instances).length <= 20, { error: 'expected at most 20 instances' })
    .prefault({});

const Sites = z.record(z.string(), z.looseObject({ site: z.string() }));

function sitesOfTheirOwn(instances: unknown): Problem[] {
  const entries = Object.entries(Sites.safeParse(instances).data ?? {});
  const sites = entries.map(([, { site }]) => site);
  return entries.flatMap(([key, { site }], index): Problem[] =>
    sites.indexOf(site) < index
      ? [{ path: [key, 'site'], expected: `expected a site of its own: ${site} is that of another instance, too` }]
      : [],
  );
}
