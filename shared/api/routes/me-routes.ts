import * as z from 'zod';
import { ACTIONS, Role, reachOf } from '../../domain/access/access.ts';
import { knownSources } from '../../domain/verification/known-sources.ts';
import { Author } from '../../domain/words/person.ts';
import { TLP_MARKS, Tlp } from '../../domain/words/tlp.ts';
import { NO_BODY, type Route, route } from '../route.ts';
import { teamsOf } from './caller-teams.ts';

export const Me = z.object({
  author: Author.describe('As what the caller writes, and is compared by where four eyes are wanted'),
  roles: z.array(Role),
  teams: z.array(z.string()).describe('Teams of the directory that the caller owns, leads or heads, by e-mail address'),
  actions: z.array(
    z.object({
      action: z.enum(ACTIONS),
      upTo: Tlp.describe(`The highest mark of records, in the order ${TLP_MARKS.join(', ')}`),
      beyondIfInvolved: z.boolean().describe('True when it goes past that mark for authors and the team of the review'),
    }),
  ),
});

export type Me = z.infer<typeof Me>;

/** Whoever calls, as the API sees them. */
export const meRoutes: Route[] = [
  route({
    operationId: 'readMe',
    method: 'GET',
    path: '/me',
    tag: 'This API',
    summary: 'Who you are to Holdfast: your roles, and what they may do up to which TLP mark',
    action: 'read records',
    isForEverybody: true,
    ifMatch: 'none',
    params: {},
    query: {},
    body: NO_BODY,
    answer: { status: 200, means: 'You', schema: Me },
    async handle({ caller, deps }) {
      const { author, roles } = caller;
      const teams = teamsOf(caller, deps.config);
      return { body: { author, roles, teams, actions: reachOf(caller) } };
    },
  }),
  route({
    operationId: 'readVocabulary',
    method: 'GET',
    path: '/vocabulary',
    tag: 'This API',
    summary:
      'Names that fields take in this deployment: teams of its directory, categories of incidents, sources of evidence',
    action: 'read records',
    ifMatch: 'none',
    params: {},
    query: {},
    body: NO_BODY,
    answer: {
      status: 200,
      means: 'The names',
      schema: z.object({
        teams: z.array(z.string()).describe('Teams of the directory; none where every name is taken'),
        categories: z.array(z.string()).describe('Categories of incidents'),
        sources: z
          .array(z.string())
          .describe('Sources of evidence that may decide about a fix; none where a program may speak for every one'),
      }),
    },
    handle({ deps: { config } }) {
      const { postMortem, teams } = config;
      const sources = knownSources(config);
      const body = {
        teams: Object.keys(teams).toSorted(),
        categories: postMortem.categories,
        sources: sources === 'any' ? [] : sources.toSorted(),
      };
      return Promise.resolve({ body });
    },
  }),
];
