import { DAY, TIME, ZONE } from './when.ts';

const D = `(?<day>${DAY})`;
const T = `(?<time>${TIME})(?: ?(?<zone>${ZONE}))?`;
/** For patterns in which the case of a name matters, though not that of AM and PM. */
const ANY_CASE_T = T.replace('[ap]', '[apAP]').replace('m\\b', '[mM]\\b');
const of = (source: string): RegExp => new RegExp(`^${source}$`, 'iu');
const SAYS = '(?:<(?<nick>[^>]{1,80})>|(?<name>[^:<>\\[\\]]{1,80}?):)(?: (?<text>.*))?';

/** Heads of messages, by the tools that write them. Of formats that explain equally much, the earlier is taken. */
export const CHAT_FORMATS: readonly { name: string; heads: readonly RegExp[] }[] = [
  { name: '[time] name: text', heads: [of(`\\[(?:${D},?[T ])?${T}\\] ?${SAYS}`)] },
  {
    name: 'name and time, text below',
    heads: [
      of(`(?<name>[^\\s\\d\\[].{0,79}?)(?:  +|\\t+)\\[?${T}\\]?`),
      of(`(?<name>[^\\s\\d\\[].{0,79}?) +(?:\\[${T}\\])`),
      new RegExp(`^(?<name>\\p{Lu}[\\p{L}.'-]*(?: \\p{Lu}[\\p{L}.'-]*){0,3}(?: APP)?) +${ANY_CASE_T}$`, 'u'),
    ],
  },
  { name: '[date time] name, text below', heads: [of(`\\[${D},? ${T}\\] (?<name>[^:\\[\\]]{1,80})`)] },
  {
    name: 'name, date time, text below',
    heads: [of(`(?<name>[^\\s\\d\\[][^,\\[\\]]{0,79}?),? [\\[(]?${D},?(?: at)? ${T}[\\])]?`)],
  },
  { name: 'date, time - name: text', heads: [of(`${D},? ${T} - ${SAYS}`), of(`${D},? ${T} - (?<text>.*)`)] },
  {
    name: 'ISO time, text',
    heads: [
      of(`(?<day>\\d{4}-\\d{2}-\\d{2})[T ]${T}[\\t,; ]+${SAYS}`),
      of(`(?<day>\\d{4}-\\d{2}-\\d{2})[T ]${T}[\\t,; ]+(?<text>.*)`),
    ],
  },
  {
    name: 'time name text',
    heads: [
      of(`${T}(?: -)?\\s+${SAYS}`),
      new RegExp(`^${ANY_CASE_T}(?: -)?\\s+(?<name>@?\\p{Lu}[\\p{L}\\d._-]*|@[\\p{L}\\d._-]+)\\s+(?<text>.+)$`, 'u'),
      of(`${T}(?: -)?\\s+(?<text>.*)`),
    ],
  },
];
