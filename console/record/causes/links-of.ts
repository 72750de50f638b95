import { startOf } from '../../parts/start-of.ts';
import type { RecordNow } from '../record-data.ts';

export type CauseNode = {
  id: string;
  kind: 'rootCauses' | 'contributingFactors' | 'recommendations';
  sort: string;
  words: string;
};
export type CauseLinks = {
  /** Causes, factors, recommendations. */
  columns: readonly [readonly CauseNode[], readonly CauseNode[], readonly CauseNode[]];
  /** From a cause or factor to what answers it. */
  answers: readonly { from: string; to: string }[];
  /** Causes that did harm only together. */
  together: readonly { from: string; to: string }[];
};

type Linked = Pick<RecordNow, 'rootCauses' | 'contributingFactors' | 'recommendations'>;

/** Causes, factors and recommendations of a record, and which answers which. */
export function linksOf({ rootCauses, contributingFactors, recommendations }: Linked): CauseLinks {
  const columns = [
    rootCauses.map(({ id, kind, statement }) => ({ id, kind: 'rootCauses' as const, sort: kind, words: statement })),
    contributingFactors.map(({ id, kind, statement }) => ({
      id,
      kind: 'contributingFactors' as const,
      sort: kind,
      words: statement,
    })),
    recommendations.map(({ id, kind, title }) => ({ id, kind: 'recommendations' as const, sort: kind, words: title })),
  ] as const;
  const answerable = new Set([...columns[0], ...columns[1]].map(({ id }) => id));
  return {
    columns,
    answers: recommendations.flatMap(({ id, answers }) =>
      answers.filter((from) => answerable.has(from)).map((from) => ({ from, to: id })),
    ),
    together: rootCauses.flatMap(({ id, worksWith = [] }) =>
      worksWith.filter((to) => answerable.has(to)).map((to) => ({ from: id, to })),
    ),
  };
}

export const answersOf = ({ answers, columns }: CauseLinks, id: string): CauseNode[] =>
  columns[2].filter((node) => answers.some(({ from, to }) => from === id && to === node.id));

/** What a box of the picture says to those who do not see its lines. */
export function boxInWords(links: CauseLinks, { id, kind, words }: CauseNode): string {
  if (kind === 'recommendations') return words;
  const named = (nodes: readonly CauseNode[]) => nodes.map((node) => startOf(node.words, 80)).join(', ');
  const others = links.together.flatMap(({ from, to }) => (from === id ? [to] : to === id ? [from] : []));
  const beside = links.columns[0].filter((node) => others.includes(node.id));
  const answers = answersOf(links, id);
  const told = [
    ...(beside.length === 0 ? [] : [`works with: ${named(beside)}`]),
    answers.length === 0 ? 'answered by nothing' : `answered by: ${named(answers)}`,
  ];
  return `${words} (${told.join('; ')})`;
}
