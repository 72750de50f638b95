import { describe, expect, it } from 'vitest';
import { ROUTES } from '../../../shared/api/routes.ts';
import { engineForThisFile } from '../../support/machine/engine.ts';
import { plantedIncident } from '../../support/texts/planted-incident.ts';

const endpoint = engineForThisFile();

/** Texts that an approver sends into the ticket of a fix: its title, when it is good, and how it is checked. */
const INSTRUCTION =
  /^addRecommendation(\.title|\.successCriterion|\.existingWork\.url|\.verification\.checks\[\]\.(statement|subject\.id|sources\[\]|resources\[\]))$/;

describe('the words of a record', () => {
  it.each(['AMBER+STRICT', 'RED'] as const)('that is TLP:%s reach no place outside of it', async (tlp) => {
    const { words, places, unexpected, jiraNamesIn } = await plantedIncident(endpoint(), tlp);
    for (const [place, text] of Object.entries(places)) {
      expect([place, words.foundIn(text), place === 'tickets' || jiraNamesIn(text).length === 0]).toEqual([
        place,
        [],
        true,
      ]);
    }
    expect(places.comments).toContain('This fix does not hold');
    expect(unexpected).toEqual([]);
  });

  it('that is TLP:RED reach its tickets as instructions, where the configuration says so', async () => {
    const { words, places } = await plantedIncident(endpoint(), 'RED', 'instruction');
    const { tickets, comments, ...elsewhere } = places;
    for (const [place, text] of Object.entries(elsewhere)) expect([place, words.foundIn(text)]).toEqual([place, []]);
    // The ticket says what to do; the comment says what was to be checked, and not what was seen.
    const inJira = [...words.foundIn(tickets), ...words.foundIn(comments)];
    expect(inJira.filter((path) => !INSTRUCTION.test(path))).toEqual([]);
    expect(inJira).toContain('addRecommendation.title');
  });

  it('of another record are found in each of these places, and so would be found above', async () => {
    const { words, places, called, jiraNamesIn } = await plantedIncident(endpoint(), 'AMBER');
    const foundIn = (text: string) => expect(words.foundIn(text));
    foundIn(places.bus).toEqual(
      expect.arrayContaining([
        'returnRecord.reason',
        'attestFix.note',
        'putLessonInPlace.version',
        'extendMeasure.because',
        'importRecord.title',
      ]),
    );
    foundIn(places.bus).toEqual(expect.arrayContaining(['incident.description', 'signal.detail', 'anna.name']));
    foundIn(places.bus).toEqual(expect.arrayContaining(['addComment.path', 'addComment.mentions[]']));
    foundIn(places.reports).toEqual(
      expect.arrayContaining([
        'acceptRisk.reason',
        'attestFix.note',
        'addLesson.document',
        'rewriteTemporaryMeasure.what',
      ]),
    );
    foundIn(places.tickets).toContain('addRecommendation.why');
    foundIn(places.comments).toEqual(expect.arrayContaining(['attestFix.note', 'signal.detail', 'incident.summary']));
    foundIn(places.log).toContain('addRecommendation.title');
    foundIn(places.failures).toContain('addRecommendation.title');
    expect(jiraNamesIn(places.bus)).toEqual(['Mia Okafor', 'Jonas Berg', '712020:jonas', 'jonas@example.com']);
    // Whatever else the API takes has the shape of something that was planted.
    const planted = ROUTES.filter(({ operationId }) => called.has(operationId)).map(({ body }) => body?.schema);
    const missed = ROUTES.filter(({ method, body }) => method !== 'GET' && !planted.includes(body?.schema));
    expect(missed.map(({ operationId }) => operationId)).toEqual([]);
  });
});
