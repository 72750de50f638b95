import { wordsOfDocument } from './document/words-of-document.ts';
import { wordsOfWiki } from './document/words-of-wiki.ts';

export type { AdfDocument } from './document/document.ts';

/**
 * The words of a rich-text field: of a document (https://developer.atlassian.com/cloud/jira/platform/apis/document/structure/), or of
 * a string of wiki markup, as version 2 of the API, Data Center and webhooks have it. Other values have none.
 */
export const plainText = (field: unknown): string =>
  typeof field === 'string' ? wordsOfWiki(field).trim() : wordsOfDocument(field);
