import * as z from 'zod';
import { shortened } from '../../domain/words/shorten.ts';
import { isOfPrograms } from './people.ts';
import { wikiOfDocument } from './wiki-of-document.ts';

/** Characters of a text, unless an administrator of Data Center set another limit. Markup makes texts longer than their words. */
const TEXT_LIMIT = 32_767;

const Document = z.looseObject({ type: z.literal('doc'), version: z.literal(1), content: z.array(z.unknown()) });
/** Somebody in a request: `{"accountId": null}` is nobody. */
const Person = z.strictObject({ accountId: z.string().nullable() });

/** The body of a request as version 2 has it: documents as wiki markup, people by their login names. */
export function inOlderForm(body: unknown): unknown {
  if (Array.isArray(body)) return body.map(inOlderForm);
  if (typeof body !== 'object' || body === null) return body;
  if (Document.safeParse(body).success) return shortened(wikiOfDocument(body), TEXT_LIMIT);
  const person = Person.safeParse(body).data;
  if (person !== undefined) return { name: person.accountId };
  return Object.fromEntries(
    Object.entries(body).map(([name, value]) => [name, isOfPrograms(name) ? value : inOlderForm(value)]),
  );
}
