import { VERIS_FIELDS } from '../shared/import/veris/veris-fields.ts';

const BEFORE = `# VERIS in Holdfast

<!-- Made by \`npm run docs\` from shared/import/veris/veris-fields.ts. Change it there. -->

[VERIS](http://veriscommunity.net) is the vocabulary in which the Verizon Data Breach Investigations Report and the VERIS
Community Database code incidents. \`npm run holdfast -- import <file…> --format veris\` takes incidents of VERIS 1.3 and 1.4 in,
one to a file or a list of them: closed, marked TLP:CLEAR, and each once.

**Nothing is lost.** What VERIS says in words that a record has goes to its place. Every field, these and all others, is kept
letter by letter in the section \`source\` of the record besides (\`sections.source.facts\`, a name and a value each), except
the summary, which is the section \`summary\` unless it is blank. The original document can be made again from these two; a test
does that with the incidents in \`test/fixtures/veris\`, and with 48 of the community database where they are at hand.

**Nothing is made up.** VERIS tells a day, a month or a year, and spans that often have a unit and no number. An entry of the
timeline says in \`precision\` how exactly its time is known. A span without a number gives an entry at the time before it,
which says so. What VERIS does not know (why nobody noticed sooner, root causes, recommendations, lessons) is not
written, and the record's completeness lists it.

## Out again

\`GET /post-mortems/{id}/export?format=veris\`, and \`npm run holdfast -- export <id…> --format veris\`, give incidents and near misses as incidents of
VERIS 1.4.1, to compare or to share. A record that came from VERIS is what came, with its summary as it is now; what was added to it since is not told.
Of any other:

- **"Unknown" is said where VERIS asks and the record does not tell**: the victim's country, size and industry, the variety of an action. A kind of actor or
  motive that VERIS has no word for stands in the notes.
- **Neither the company nor its ticket is named** by a field, nor are its assets, services and people, nor a partner: of an asset the kind goes out. The texts are as they
  were written: summary, description and ratings of the impact, how it was noticed, causes, titles of recommendations, indicators, actors from outside. Read them before you share them; \`plus.tlp\` says how they are marked.
- **The rating of the impact comes from the severity**: low is "Distracting", medium "Painful", high "Damaging", critical "Catastrophic".
- **Spans have the coarsest unit of which there are two at least**, and none finer than both times are known. Days are those of UTC.
- **Exercises and periodic reviews** are no incidents, and are refused; \`--all\` leaves them out.

Imported again it is a record with the same summary, vectors, times of detection and containment, kinds of data and indicators. The parts that VERIS has no
place for (evidence, lessons, verification plans, who approved) are in the JSON of Holdfast alone.

## In

Where the same field has two rows, the first one counts.

| VERIS | record | |
| --- | --- | --- |
`;

/** The page that tells where each field of VERIS goes. */
export function verisPage(): string {
  const rows = VERIS_FIELDS.map(({ field, home, note = '' }) => `| \`${field}\` | \`${home}\` | ${note} |`);
  return `${BEFORE}${rows.join('\n')}\n`;
}
