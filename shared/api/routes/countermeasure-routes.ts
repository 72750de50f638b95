import * as z from 'zod';
import { ATTACK_VERSION } from '../../domain/knowledge/attack.ts';
import { D3FEND_VERSION } from '../../domain/knowledge/countermeasures.ts';
import {
  type SuggestedCountermeasure,
  suggestedCountermeasures,
} from '../../domain/record/suggested-countermeasures.ts';
import { PostMortemId } from '../../domain/words/identifiers.ts';
import { recordEtag } from '../http/etags.ts';
import { NO_BODY, type Route, route } from '../route.ts';
import { ABOUT_COUNTERMEASURES, ATTACK, D3FEND, Named } from './knowledge-routes.ts';
import { readRecordForCaller } from './record-calls.ts';

export const SuggestedCountermeasures = z.object({
  attackVersion: ATTACK,
  d3fendVersion: D3FEND,
  suggestions: z.array(
    z.object({
      mitigation: z.string().describe('Mitigation of ATT&CK, such as M1032'),
      name: z.string().describe('Its name'),
      against: z.array(Named).describe('Techniques of the record that MITRE names it for'),
      d3fend: z
        .array(
          Named.extend({
            isNamed: z.boolean().describe('A recommendation of the record that is not declined has it in its `d3fend`'),
          }),
        )
        .describe('Defensive techniques that D3FEND relates to the mitigation: D3-MFA'),
    }) satisfies z.ZodType<SuggestedCountermeasure>,
  ),
  about: z.string().describe('How sure the suggestions are, in words to show beside them'),
});
export type SuggestedCountermeasures = z.infer<typeof SuggestedCountermeasures>;

/** For whoever writes the recommendations of a record. */
export const countermeasureRoutes: Route[] = [
  route({
    operationId: 'suggestCountermeasures',
    method: 'GET',
    path: '/post-mortems/{id}/countermeasures',
    tag: 'Hints',
    summary:
      'What MITRE names against the techniques of the record, as suggestions; what meets most of them comes first',
    action: 'read records',
    ifMatch: 'none',
    params: { id: PostMortemId },
    query: {},
    body: NO_BODY,
    answer: {
      status: 200,
      means: 'Suggestions; the ETag is that of the record',
      schema: SuggestedCountermeasures,
      hasEtag: true,
    },
    async handle(call) {
      const record = await readRecordForCaller(call, call.params.id, 'countermeasures');
      const body: SuggestedCountermeasures = {
        attackVersion: ATTACK_VERSION,
        d3fendVersion: D3FEND_VERSION,
        suggestions: suggestedCountermeasures(record),
        about: ABOUT_COUNTERMEASURES,
      };
      return { body, etag: recordEtag(record) };
    },
  }),
];
