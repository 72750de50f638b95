import type { Client } from 'jira.js/core';
import { AdfDocument } from './document.ts';
import { wordsOfDocument } from './words-of-document.ts';

/** Levels of a request's body in which documents may stand: of a field, of a comment in a transition, of one issue among many. */
const DEPTH_LIMIT = 10;

/**
 * Holds the documents of every request to the schema before it is sent, whoever wrote them. Jira refuses a whole issue for one
 * node, with `INVALID_INPUT` and no name of a field. A document that does not pass is a fault of ours, and nobody's
 * words are lost for it: it is sent as its plain words in paragraphs.
 *
 * @param told hears what was wrong with each such document, without its words
 */
export function checkedDocuments(client: Client, told: (problem: string) => void): Client {
  return {
    sendRequest: (request) =>
      client.sendRequest(request.body === undefined ? request : { ...request, body: checked(request.body, told, 0) }),
  };
}

function checked(value: unknown, told: (problem: string) => void, depth: number): unknown {
  if (typeof value !== 'object' || value === null || depth > DEPTH_LIMIT) return value;
  if (Array.isArray(value)) return value.map((one) => checked(one, told, depth + 1));
  if ('type' in value && value.type === 'doc') return soundDocument(value, told);
  return Object.fromEntries(Object.entries(value).map(([name, one]) => [name, checked(one, told, depth + 1)]));
}

function soundDocument(document: object, told: (problem: string) => void): object {
  const { error } = AdfDocument.safeParse(document);
  if (error === undefined) return document;
  told(error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`).join('; '));
  return inParagraphs(wordsOfDocument(document));
}

function inParagraphs(words: string): AdfDocument {
  const lines = words.split(/\r\n?|\n/).filter((line) => line !== '');
  return {
    type: 'doc',
    version: 1,
    content: lines.map((line) => ({ type: 'paragraph', content: [{ type: 'text', text: line }] })),
  };
}
