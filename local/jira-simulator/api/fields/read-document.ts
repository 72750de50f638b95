import { adfDocumentSchema, type SimulatedAdfDocument, textOfDocument } from '../../site/adf-document.ts';
import { adfProblem } from '../documents/adf-problem.ts';
import type { FieldChoices } from './field-choices.ts';

/** Counted after conversion to text, not on the source of it. */
const textLimit = 32_767;

type Refused = 'no document' | 'bad document' | 'too long';

/** Reads a text field. Data Center has strings in wiki markup where Cloud has documents. */
export function readDocument(
  value: unknown,
  { manners, isDataCenter }: Pick<FieldChoices, 'manners' | 'isDataCenter'>,
): { readonly document: SimulatedAdfDocument } | { readonly refused: Refused } {
  if (isDataCenter) return typeof value === 'string' ? limited(wikiDocument(value)) : { refused: 'no document' };
  const parsed = adfDocumentSchema.safeParse(value);
  if (!parsed.success) {
    const isObject = typeof value === 'object' && value !== null;
    return { refused: isObject && manners.documents === 'by schema' ? 'bad document' : 'no document' };
  }
  if (manners.documents === 'by schema' && adfProblem(value, manners) !== undefined) return { refused: 'bad document' };
  return limited(parsed.data);
}

function limited(document: SimulatedAdfDocument) {
  return textOfDocument(document).length > textLimit ? { refused: 'too long' as const } : { document };
}

/** Keeps the markup as it is: who reads it back gets the same string. */
function wikiDocument(text: string): SimulatedAdfDocument {
  return { type: 'doc', version: 1, content: [{ type: 'paragraph', content: [{ type: 'text', text }] }] };
}

export const tooLong = 'The entered text is too long. It exceeds the allowed limit of 32,767 characters.';
