import * as z from 'zod';
import { techniqueOf } from '../knowledge/attack.ts';
import { Instant } from '../words/identifiers.ts';
import { COUNTED_OR_RANDOM_ID, identifier, TICKET_KEY } from '../words/marks.ts';
import { TicketPerson } from '../words/person.ts';
import { Severity } from '../words/severity.ts';
import { SourceName } from './source-names.ts';

/** `holdfast`: there is no ticket; somebody opened the record by hand, or a file brought it. */
export const Source = z.enum([...SourceName.options, 'holdfast']);
export type Source = z.infer<typeof Source>;

/** Names an incident ticket for ever. `ticketId` outlives a move to another project; `key` is what people say. */
export const TicketRef = z.object({
  source: Source,
  site: z.string().min(1),
  ticketId: identifier(z.string().min(1), COUNTED_OR_RANDOM_ID),
  key: identifier(z.string().min(1), TICKET_KEY),
});
export type TicketRef = z.infer<typeof TicketRef>;

/** Role of a person in the incident, as far as the ticket tells. */
export const IncidentRole = z.enum(['reporter', 'assignee', 'responder', 'commenter', 'closer']);
export type IncidentRole = z.infer<typeof IncidentRole>;

/** A closed incident, as read from its ticketing system. */
export const IncidentTicket = TicketRef.extend({
  url: z.string(),
  title: z.string(),
  description: z.string(),
  severity: Severity,
  openedAt: Instant,
  closedAt: Instant,
  people: z.array(z.object({ role: IncidentRole, person: TicketPerson })),
  techniques: z.array(z.string()),
});
export type IncidentTicket = z.infer<typeof IncidentTicket>;

/** Of a sub-technique, `T1566.002`, and of its address, `…/techniques/T1566/002/`. */
const TECHNIQUE = /\btechniques\/(?<technique>T\d{4})\/(?<sub>\d{3})\b|\b(?<id>T\d{4}(?:\.\d{3})?)\b/gu;

/** A full stop inside an id ends no clause. */
const CLAUSE_END = /[;!?\n]|\.(?=\s|$)|(?<=\s)(?:but|however|instead|whereas|while|sondern|aber|während)(?=\s)/iu;

/** What stands between the ids of a row: "T1078, T1110 and T1190". */
const JOINS = /^(?:and|or|und|oder|&|,|\/)$/iu;

/** Words right before a row that take it back, and right after it. */
const TAKEN_BACK_BEFORE =
  /(?:^| )(?:not|nor|never|neither|without|no|nicht|weder|noch|ohne|keine?[nmrs]?|(?:ruled|rule|ruling) out:?|excluded:|ausgeschlossen:|(?:no|keine?[nrs]?|keinerlei) (?:evidence|signs?|indications?|traces?|proof|hinweise?|anzeichen|spuren?|belege?) (?:of|for|that|auf|für|von))$/iu;
const TAKEN_BACK_AFTER =
  /^(?:(?:was|were|is|are|wurden?|ist|sind|has been|have been|could be|can be) )?(?:ruled out|excluded|not (?:seen|observed|used|found|confirmed|involved)|ausgeschlossen|nicht (?:beobachtet|gefunden|verwendet|genutzt))(?!\p{L})/iu;

/** Words on either side that are looked at, and how long a word may be: what is longer is none. */
const WORDS_BESIDE = 5;
const WORD_LIMIT = 30;

/**
 * ATT&CK technique ids in running text (T1566, T1566.002), each once, in the order in which they appear. What the words beside
 * them rule out is none, and neither is an id that ATT&CK does not have: a printer may be a T2000. It goes by common words of
 * English and German, and errs on others: the text of the ticket is there.
 */
export function techniquesIn(text: string): string[] {
  return [...new Set(text.split(CLAUSE_END).flatMap(techniquesOfClause))];
}

function techniquesOfClause(clause: string): string[] {
  const words = clause.split(/\s+/).filter((word) => word !== '');
  const idsOf = words.map(idsIn);
  const found: string[] = [];
  for (let start = 0; start < words.length; start += 1) {
    if ((idsOf[start] ?? []).length === 0) continue;
    let end = start + 1;
    while (end < words.length && isOfRow(words[end], idsOf[end])) end += 1;
    const before = words
      .slice(Math.max(0, start - WORDS_BESIDE), start)
      .filter(isWord)
      .join(' ');
    const after = words
      .slice(end, end + WORDS_BESIDE)
      .filter(isWord)
      .join(' ');
    const isTakenBack = TAKEN_BACK_BEFORE.test(before) || TAKEN_BACK_AFTER.test(after);
    if (!isTakenBack) found.push(...idsOf.slice(start, end).flat());
    start = end - 1;
  }
  return found.filter((id) => techniqueOf(id) !== undefined);
}

const isOfRow = (word = '', ids: readonly string[] = []): boolean => ids.length > 0 || JOINS.test(word);
const isWord = (word: string): boolean => word.length <= WORD_LIMIT;

function idsIn(word: string): string[] {
  return [...word.matchAll(TECHNIQUE)].map(({ groups = {} }) => {
    const { technique, sub, id = `${technique}.${sub}` } = groups;
    return id;
  });
}
