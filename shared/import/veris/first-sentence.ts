/*
 * The first sentence of a summary, for its title. Intl.Segmenter knows sentences, and takes a capital after a full stop for a
 * new one: also after "St." and "Inc."
 */

/** What stands before a name or a number, and never at the end of a sentence. */
const GOES_ON =
  /(?:^|[\s("'])(?:St|Mt|Ft|Dr|Mr|Mrs|Ms|Prof|Rev|Gen|Col|Sgt|Capt|Lt|Sen|Rep|Gov|Hon|No|Nos|Nr|vs|v|e\.g|i\.e|cf|approx|ca|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec|\p{Lu})\.$/u;

/** What may stand at the end of one, and in the middle: "Example Health, Inc. Services". */
const MAY_GO_ON =
  /(?:^|[\s,("'])(?:Inc|Ltd|Corp|Co|Cos|Bros|LLC|L\.L\.C|Jr|Sr|Dept|Univ|Assn|Ave|Blvd|etc|\p{Lu}(?:\.\p{Lu})+)\.$/u;

/** Words by which a sentence begins, and no name goes on. */
const BEGINS =
  /^(?:The|An?|In|On|At|It|Its|This|That|These|Those|They|He|She|We|I|There|After|Before|When|While|As|According)\b/;

/** @returns the text as far as its first sentence or line goes, without blanks around it; '' for none */
export function firstSentence(text: string): string {
  const [line = ''] = text.trim().split(/[\r\n]/, 1);
  const sentences = Array.from(
    new Intl.Segmenter('en', { granularity: 'sentence' }).segment(line),
    ({ segment }) => segment,
  );
  let first = '';
  for (const [index, sentence] of sentences.entries()) {
    first += sentence;
    const said = first.trimEnd();
    const next = sentences[index + 1] ?? '';
    if (!GOES_ON.test(said) && !(MAY_GO_ON.test(said) && !BEGINS.test(next))) break;
  }
  return first.trim();
}
