import { EXCERPT_LIMIT } from '../record/content/dismissed-hint.ts';
import { hasMeasure, isMeasurable, namesOutcome } from '../words/measurable.ts';
import { shortened } from '../words/shorten.ts';
import type { HintFinding } from './hint.ts';

/**
 * Findings about a success criterion that two people could judge differently, or nobody can measure.
 *
 * Four things make one: how much (a number, all, none), what is observed, how it is looked at, and by when or how fast.
 * A text needs a measure or an outcome that can be seen; wishes ("improve", "better", "as soon as possible") need a
 * number beside them.
 */
export function criterionFinding(text: string): HintFinding[] {
  const evasion = EVASIONS.exec(text);
  const wish = WISHES.exec(text);
  const output = OUTPUTS.exec(text);
  const isMeasured = hasMeasure(text);
  const vague = evasion ?? (isMeasured ? null : wish) ?? (isMeasured || HOW.test(text) ? null : output);
  if (vague !== null) {
    const said = vague[0].trim();
    return [
      {
        at: vague.index,
        excerpt: said,
        about: 'vague criterion',
        message: messageFor(said, vague === output),
        ...missing(text),
      },
    ];
  }
  if (isMeasurable(text)) return [];
  const message = 'Two people could look at this and disagree whether it is met.';
  return [{ at: 0, excerpt: shortened(text, EXCERPT_LIMIT), about: 'no measure', message, ...missing(text) }];
}

/** They leave open when, how much or whether at all; no number beside them helps. */
const EVASIONS =
  /\b(?:as soon as possible|a\.?s\.?a\.?p\b|as (?:far|much|often) as possible|where(?:ver)? (?:possible|feasible|practical)|(?:if|when) (?:possible|time permits|feasible)|best[- ]effort|as (?:needed|appropriate|required)\b|to the extent possible|and so on|etc\b)/i;

const WISHES =
  /\b(?:improve[ds]?|improving|improvements?|better|enhanced?|strengthen(?:ed)?|increased?|reduced?|decreased?|minimi[sz]ed?|optimi[sz]ed?|raised?|more (?:secure|robust|aware|careful|vigilant|reliable|resilient|visible|often|mature)|(?:good|high|strong|sufficient|adequate|appropriate|reasonable|acceptable|satisfactory|suitable|proper)(?:ly)?|sufficiently|adequately|reasonably|regular(?:ly)?|periodical(?:ly)?|frequent(?:ly)?|timely|quick(?:ly|er)?|fast(?:er)?|soon(?:er)?|prompt(?:ly)?|awareness|aware|understands?|knows?|familiar|significant(?:ly)?|robust|effective(?:ly)?|efficient(?:ly)?|secure(?:d|ly)?|safe(?:ly|r)?|state[- ]of[- ]the[- ]art|best practices?|careful(?:ly)?|vigilant|works? (?:well|fine|as expected|as intended|properly|correctly)|happy|satisfied|confident|less likely|fewer|monitored closely)\b/i;

/** Something was made; whether it helps is another question. */
const OUTPUTS =
  /\b(?:(?:is|are|was|were|has been|have been|been) (?:\w+ly )?(?:done|completed?|finished|implemented|deployed|rolled out|installed|introduced|in place|fixed|resolved|addressed|solved|updated|reviewed|documented|trained|purchased|live)|ticket (?:is )?closed|project (?:is )?finished|no longer (?:a|an) (?:problem|issue))\b/i;

const HOW =
  /\b(?:test(?:s|ed)?|simulat\w+|scan(?:s|ned|ner)?|reports?|logs?|alert(?:s|ed)?|quer(?:y|ies)|audits?|drills?|exercises?|review(?:s|ed)?|metrics?|dashboards?|measured|samples?|sampled|attempts?|config rules?|checks?|red[- ]team\w*|penetration|restore[sd]?|survey)\b/i;

const WHEN =
  /\b(?:within|by|before|after|every|per|each|daily|hourly|weekly|monthly|quarterly|for (?:\d+|\w+) (?:days|weeks|months)|(?:second|minute|hour|day|week|month|quarter|year)s?|\d{4}-\d{2}-\d{2})\b/i;

function messageFor(said: string, isOutput: boolean): string {
  return isOutput
    ? `"${said}" says that something was made, not that it works.`
    : `"${said}" can be called met on the first day, or never.`;
}

const EXAMPLE =
  'Such as: "Of 20 simulated look-alike mails, at least 19 are quarantined within a minute, in each monthly test."';

function missing(text: string): { suggestion: string } {
  const wanted = [
    hasMeasure(text) ? undefined : 'how much (a number, all, none)',
    namesOutcome(text) ? undefined : 'what is to be seen when it works',
    HOW.test(text) ? undefined : 'how that is looked at (a test, a scan, a query)',
    WHEN.test(text) ? undefined : 'how fast, how often or by when',
  ].filter((one) => one !== undefined);
  return { suggestion: `${wanted.length === 0 ? 'Say it with a number' : `Say ${wanted.join('; ')}`}. ${EXAMPLE}` };
}
