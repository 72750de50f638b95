import { isToBeJudged, type SameWords, sameWordsWithin } from '../../domain/hints/same-words.ts';
import { type FixLine, UNSETTLED } from '../../domain/lists/fix-listing.ts';
import type { PostMortem } from '../../domain/record/post-mortem.ts';
import type { Recommendation } from '../../domain/remediation/recommendation.ts';
import { isTicketed, type Remediation } from '../../domain/remediation/remediation.ts';
import type { RecommendationId } from '../../domain/words/identifiers.ts';
import { isRestricted } from '../../domain/words/tlp.ts';
import type { FixOfWords } from '../../store/queues/same-words.ts';
import type { ApiDependencies } from '../api-dependencies.ts';

type Dependencies = Pick<ApiDependencies, 'store'>;

/**
 * Recommendations that are not judged yet and would become a second ticket of the same words: of an earlier one of their record, or of
 * open fixes of other records that the same team has. Those of restricted records are not told.
 */
export async function sameWordsOf(
  { store }: Dependencies,
  { id, recommendations }: PostMortem,
): Promise<ReadonlyMap<RecommendationId, readonly SameWords[]>> {
  const within = sameWordsWithin(id, recommendations);
  const found = await Promise.all(
    recommendations.filter(isToBeJudged).map(async (one): Promise<[RecommendationId, SameWords[]]> => {
      const first = within.get(one.id);
      return [one.id, [...(first === undefined ? [] : [first]), ...(await elsewhere({ store }, id, one))]];
    }),
  );
  return new Map(found.filter(([, same]) => same.length > 0));
}

/** Open fixes of the same words that are pointed out; more would tell nobody more. */
const POINTED_OUT = 10;

async function elsewhere(
  { store }: Dependencies,
  here: PostMortem['id'],
  recommendation: Recommendation,
): Promise<SameWords[]> {
  const open: SameWords[] = [];
  for await (const page of store.fixesWithWords(recommendation)) {
    const others = page.filter(({ postMortemId }) => postMortemId !== here);
    open.push(...(await Promise.all(others.map((fix) => toldOf({ store }, fix, isNotOver)))).flat());
    if (open.length >= POINTED_OUT) break;
  }
  return open.slice(0, POINTED_OUT);
}

/** Asked for before the approval: a risk that is accepted comes back one day, and so would a second ticket beside it. */
const isNotOver = ({ state }: Remediation): boolean => state !== 'cancelled' && state !== 'verified';

/** Asked for in the ranking: nobody is to work on what is accepted. */
const isRanked = ({ state }: Remediation): boolean => UNSETTLED.includes(state);

async function toldOf(
  { store }: Dependencies,
  { postMortemId, remediationId }: FixOfWords,
  isWanted: (fix: Remediation) => boolean,
): Promise<SameWords[]> {
  const [fix, head] = await Promise.all([store.remediation(postMortemId, remediationId), store.head(postMortemId)]);
  if (fix === undefined || !isWanted(fix) || head === undefined || isRestricted(head.tlp)) return [];
  const ticket = isTicketed(fix) ? { ticket: fix.ticket.key } : {};
  return [{ postMortemId, recommendationId: remediationId, ...ticket }];
}

/**
 * Lines of fixes, each with those to be done or to be proven that say the same to the same team: who works them off by rank does one of
 * them. Each wording and each fix is read once for a page.
 */
export async function withSameWords<Line extends object>(
  { store }: Dependencies,
  lines: readonly (Line | FixLine)[],
): Promise<(Line | FixLine)[]> {
  const newestNamed = onceEach(
    ({ title, ownerTeam }: FixLine) => JSON.stringify([ownerTeam, title]),
    (line) => newest({ store }, line),
  );
  const told = onceEach(
    ({ remediationId }: FixOfWords) => remediationId,
    (fix) => toldOf({ store }, fix, isRanked),
  );
  return Promise.all(
    lines.map(async (line) => {
      if (!('title' in line)) return line;
      // The line itself is one of them, as a rule: one that was restricted at its approval is not.
      const others = (await newestNamed(line)).filter(({ remediationId }) => remediationId !== line.id);
      const open = (await Promise.all(others.map(told))).flat().slice(0, POINTED_OUT);
      const sameWords = open.map(({ recommendationId: id, ...where }) => ({ id, ...where }));
      return sameWords.length === 0 ? line : { ...line, sameWords };
    }),
  );
}

function onceEach<Asked, Found>(keyOf: (asked: Asked) => string, read: (asked: Asked) => Promise<Found>) {
  const known = new Map<string, Promise<Found>>();
  return (asked: Asked): Promise<Found> => {
    const found = known.get(keyOf(asked)) ?? read(asked);
    known.set(keyOf(asked), found);
    return found;
  };
}

/** The newest with these words, whatever became of them: a page of fifty lines asks for few of each. */
async function newest({ store }: Dependencies, named: Pick<FixLine, 'title' | 'ownerTeam'>): Promise<FixOfWords[]> {
  for await (const page of store.fixesWithWords(named)) return page;
  return [];
}
