import * as z from 'zod';
import { RanByItself } from '../../doctor/examination.ts';
import { readMemory } from '../../doctor/kept-memory.ts';
import { settingsOf } from '../../domain/policy/settings-of.ts';
import { Instant } from '../../domain/words/identifiers.ts';
import { NO_BODY, type Route, route } from '../route.ts';

const common = {
  method: 'GET',
  tag: 'This API',
  action: 'read reports',
  ifMatch: 'none',
  params: {},
  query: {},
  body: NO_BODY,
} as const;

/** What this deployment is told to do, and whether the systems beside it are as it was told. Both are read only: a deployment changes them. */
export const settingsRoutes: Route[] = [
  route({
    ...common,
    operationId: 'readSettings',
    path: '/settings',
    summary:
      'What is configured in this deployment, by its place in holdfast.config.ts; without secrets, and without addresses of people and accounts',
    answer: {
      status: 200,
      means: 'The settings',
      schema: z.object({
        settings: z.array(
          z.object({
            path: z.string(),
            value: z.union([z.string(), z.number(), z.boolean(), z.array(z.string()), z.null()]),
            isDefault: z.boolean(),
          }),
        ),
      }),
    },
    handle: ({ deps }) => Promise.resolve({ body: { settings: settingsOf(deps.config) } }),
  }),
  route({
    ...common,
    operationId: 'readExamination',
    path: '/doctor',
    summary:
      'What the doctor remembers of its last look at the ticketing systems; the words of each problem are the command line’s: `holdfast doctor`',
    answer: {
      status: 200,
      means: 'When it last looked, and where problems are',
      schema: z.object({
        ranByItself: RanByItself.optional(),
        systems: z.array(
          z.object({
            system: z.string(),
            known: z.int().nonnegative(),
            isUnseen: z.boolean(),
            problems: z.int().nonnegative(),
            drifted: z.int().nonnegative(),
            since: Instant.optional(),
          }),
        ),
      }),
    },
    async handle({ deps }) {
      const memory = await readMemory(deps.table);
      const { problems = [], parts = [], unseen = [], ranByItself } = memory ?? {};
      const names = new Set([...parts.map(({ system }) => system), ...problems.map(({ system }) => system), ...unseen]);
      const systems = [...names].toSorted().map((system) => {
        const there = problems.filter((problem) => problem.system === system);
        const since = there.map((problem) => problem.since).toSorted()[0];
        return {
          system,
          known: parts.filter((part) => part.system === system).length,
          isUnseen: unseen.includes(system),
          problems: there.length,
          drifted: there.filter(({ isDrift }) => isDrift).length,
          ...(since === undefined ? {} : { since }),
        };
      });
      return {
        body: { ...(ranByItself === undefined ? {} : { ranByItself }), systems },
      };
    },
  }),
];
