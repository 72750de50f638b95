import { isToBeJudged, type SameWords, sameWordsWithin } from '../../domain/hints/same-words.ts';
import type { FixLine } from '../../domain/lists/fix-listing.ts';
import type { PostMortem } from '../../domain/record/post-mortem.ts';
import type { Recommendation } from '../../domain/remediation/recommendation.ts';
import { isTicketed } from '../../domain/remediation/remediation.ts';
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
    open.push(...(await Promise.all(others.map((fix) => toldOf({ store }, fix)))).flat());
    if (open.length >= POINTED_OUT) break;
  }
  return open.slice(0, POINTED_OUT);
}

async function toldOf({ store }: Dependencies, { postMortemId, remediationId }: FixOfWords): Promise<SameWords[]> {
  const [fix, head] = await Promise.all([store.remediation(postMortemId, remediationId), store.head(postMortemId)]);
  const isOver = fix === undefined || fix.state === 'cancelled' || fix.state === 'verified';
  if (isOver || head === undefined || isRestricted(head.tlp)) return [];
  const ticket = isTicketed(fix) ? { ticket: fix.ticket.key } : {};
  return [{ postMortemId, recommendationId: remediationId, ...ticket }];
}

/** Lines of fixes, each with the open ones that say the same to the same team: who works them off by rank does one of them. */
export async function withSameWords<Line extends object>(
  { store }: Dependencies,
  lines: readonly (Line | FixLine)[],
): Promise<(Line | FixLine)[]> {
  const asked = new Map<string, Promise<SameWords[]>>();
  const openOnes = ({ title, ownerTeam }: FixLine): Promise<SameWords[]> => {
    const words = JSON.stringify([ownerTeam, title]);
    const found = asked.get(words) ?? newest({ store }, { title, ownerTeam });
    asked.set(words, found);
    return found;
  };
  return Promise.all(
    lines.map(async (line) => {
      if (!('title' in line)) return line;
      const others = (await openOnes(line)).filter(({ recommendationId }) => recommendationId !== line.id);
      const sameWords = others.map(({ recommendationId: id, ...where }) => ({ id, ...where }));
      return sameWords.length === 0 ? line : { ...line, sameWords };
    }),
  );
}

/** Of the newest with these words, those that are open: a page of fifty lines asks for few of each. */
async function newest({ store }: Dependencies, named: Pick<FixLine, 'title' | 'ownerTeam'>): Promise<SameWords[]> {
  for await (const page of store.fixesWithWords(named)) {
    // The line itself is one of them, as a rule.
    if (page.length < 2) return [];
    return (await Promise.all(page.map((fix) => toldOf({ store }, fix)))).flat().slice(0, POINTED_OUT + 1);
  }
  return [];
}
