import { type Block, type Inline, inlineLink, minute, type Section } from '../document/document.ts';
import type { PostMortem } from '../domain/record/post-mortem.ts';
import { timeAsKnown } from './course-terms.ts';
import { prose, section, terms } from './section-parts.ts';

/** What users of a product of ours are told: the facts of a security advisory. */
export function advisorySection({ sections: { advisory } }: PostMortem): Section | undefined {
  if (advisory === undefined) return undefined;
  const { products, advice, credits, introduced, url } = advisory;
  return section('advisory', 'What users have to know', [
    ...(advice === undefined ? [] : [prose(advice)]),
    ...terms(['Came in', introduced && cameIn(introduced)], ['Advisory', url && inlineLink(url, url)]),
    ...productTable(products),
    ...terms(
      ...credits.map((one): [string, Inline[]] => [
        'Thanks to',
        [one.url === undefined ? one.name : inlineLink(one.name, one.url), ` (${one.for})`],
      ]),
    ),
  ]);
}

type Advisory = NonNullable<PostMortem['sections']['advisory']>;

function cameIn({ at, precision, by }: NonNullable<Advisory['introduced']>): Inline[] {
  const when = at === undefined ? [] : [timeAsKnown({ at, precision })];
  return [...when, ...(by === undefined ? [] : [at === undefined ? by : `, by ${by}`])];
}

function productTable(products: Advisory['products']): Block[] {
  if (products.length === 0) return [];
  const rows = products.map(({ name, affectedVersions, fixedVersion, fixedAt }): Inline[][] => [
    [name],
    [affectedVersions],
    [fixedVersion ?? 'none yet'],
    fixedAt === undefined ? [''] : [minute(fixedAt)],
  ]);
  const columns = [{ name: 'Product' }, { name: 'Affected' }, { name: 'Fixed in' }, { name: 'Since' }];
  return [{ kind: 'table', caption: 'Versions', columns, groups: [{ rows }], hidden: 0 }];
}
