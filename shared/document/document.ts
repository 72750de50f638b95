import type { Tlp } from '../domain/words/tlp.ts';

/**
 * A report as a reader meets it: sections of figures, bars, tables and findings, with no word on how they are drawn.
 * Every renderer draws all of it, so no form of a report says more than another.
 */
export type ReportDocument = {
  /** Title of the page or the file. */
  title: string;
  /** Kind and period, above the headline. */
  about: Inline[];
  headline: string;
  /** TLP mark, on every page. */
  marking?: Tlp;
  sections: Section[];
};

export type Section = { id: string; title: string; blocks: Block[] };

export type Block =
  | { kind: 'note'; text: Inline[] }
  | { kind: 'figures'; figures: Figure[] }
  | Bars
  | TableBlock
  | { kind: 'findings'; findings: Finding[]; hidden: number }
  | { kind: 'prose'; paragraphs: string[] }
  | { kind: 'terms'; terms: Term[] }
  | Cards;

/** A word and what it is here. */
export type Term = { name: string; value: Inline[] };

/** Things of one kind, each with what there is to say of it. `none`: what to say when there is none. */
export type Cards = { kind: 'cards'; title?: string; cards: Card[]; none: string };
export type Card = { title: string; marks: Mark[]; paragraphs: string[]; terms: Term[] };

export type Figure = { name: string; value: string; note: string; tone: Tone };

/** Horizontal stacked bars under one legend; the rows of a group share a scale. `values` are in the legend's order. */
export type Bars = {
  kind: 'bars';
  legend: { name: string; tone: Tone; total: number }[];
  groups: { caption: string; rows: BarRow[] }[];
};
export type BarRow = { label: string; values: number[] };

/** The first cell of a row is its heading. `hidden`: how many rows the limit cut off. */
export type TableBlock = { kind: 'table'; caption: string; columns: Column[]; groups: RowGroup[]; hidden: number };
export type RowGroup = { title?: string; rows: Inline[][][] };
/** `isShort`: its cells stay on one line. `isLong`: they may break anywhere, as a hash or an address has to. */
export type Column = { name: string; isShort?: boolean; isLong?: boolean };

/** One thing in full: what it is, how it came here, what there is to say, and what was seen. */
export type Finding = {
  title: string;
  ticket: Link;
  facts: Inline[][];
  story: Inline[][];
  notes: { name: string; text: string }[];
  evidence: EvidenceGroup[];
  /** True when a reader sees the evidence without asking for it. */
  isOpen: boolean;
};

export type EvidenceGroup = { heading: Inline[]; results: EvidenceResult[] };
export type EvidenceResult = { mark: Mark; check: string; because: string; seen: Inline[][] };

/** Text of anybody's; a renderer escapes it. */
export type Inline = string | Link | Time | Mark;
export type Link = { kind: 'link'; text: string; url: string };
export type Time = { kind: 'time'; at: string; precision: 'minute' | 'second' };
export type Mark = { kind: 'mark'; text: string; tone: Tone };

export type Tone =
  | 'good'
  | 'bad'
  | 'warn'
  | 'progress'
  | 'neutral'
  | 'withdrawn'
  | 'attested'
  | 'untested'
  | 'unproven'
  | 'doubt'
  | 'critical'
  | 'high'
  | 'medium'
  | 'low';

export const inlineLink = (text: string, url: string): Link => ({ kind: 'link', text, url });
export const minute = (at: string): Time => ({ kind: 'time', at, precision: 'minute' });
export const second = (at: string): Time => ({ kind: 'time', at, precision: 'second' });
export const mark = (text: string, tone: Tone): Mark => ({ kind: 'mark', text, tone });
