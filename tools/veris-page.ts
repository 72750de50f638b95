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

Where the same field has two rows, the first one counts.

| VERIS | record | |
| --- | --- | --- |
`;

/** The page that tells where each field of VERIS goes. */
export function verisPage(): string {
  const rows = VERIS_FIELDS.map(({ field, home, note = '' }) => `| \`${field}\` | \`${home}\` | ${note} |`);
  return `${BEFORE}${rows.join('\n')}\n`;
}
