import { EXCERPT_LIMIT } from '../record/content/dismissed-hint.ts';
import type { RecommendationDraft } from '../remediation/recommendation.ts';
import type { CheckKind } from '../verification/plan.ts';
import { shortened } from '../words/shorten.ts';
import { criterionFinding } from './criterion.ts';
import type { Hint, HintSubject } from './hint.ts';

/** Hints about a recommendation that would change nothing, or whose effect nobody could show. */
export function recommendationHints(draft: Omit<RecommendationDraft, 'ownerTeam'>, path: string): Hint[] {
  const { title, kind, answers, successCriterion, criterionWithoutMeasureBecause, verification } = draft;
  const hint = (field: string, about: HintSubject, excerpt: string, message: string, suggestion: string): Hint => ({
    path: `${path}.${field}`,
    excerpt,
    about,
    message,
    suggestion,
  });
  return [
    ...(isWish(title)
      ? [
          hint(
            'title',
            'vague recommendation',
            title,
            'This names a wish, not a change: nobody can tell from it what to do.',
            'Begin with what is done to what: "Quarantine mails from domains younger than 30 days", not "Improve mail security".',
          ),
        ]
      : []),
    ...(answers.length === 0
      ? [
          hint(
            'answers',
            'answers no cause',
            title,
            'It answers no root cause and nothing that went badly.',
            'Name in "answers" what it takes away; when it takes nothing away, it may belong into another record.',
          ),
        ]
      : []),
    ...(kind === 'prevent' && DETECTS.test(title) && !PREVENTS.test(title)
      ? [
          hint(
            'kind',
            'only detects',
            title,
            'It is marked "prevent", and what it says sees something without stopping it.',
            'Mark it "detect", or add what stops it. A cause wants at least one recommendation that takes it away.',
          ),
        ]
      : []),
    // The reason why there is no measure answers what the hint would ask.
    ...(criterionWithoutMeasureBecause === undefined ? criterionFinding(successCriterion) : []).map(
      ({ at: _, ...found }) => ({
        path: `${path}.successCriterion`,
        ...found,
      }),
    ),
    ...(verification.checks.every(({ kind }) => !LOOKS_AT_THE_FIX[kind])
      ? [
          hint(
            'verification',
            'weak verification',
            shortened(successCriterion, EXCERPT_LIMIT),
            'A ticket that says Done is a claim; nothing in this plan looks at whether the fix works.',
            'Add a signal from a scanner, a simulation or a config rule, or an attestation of what a second person will look at.',
          ),
        ]
      : []),
  ];
}

/** True when a check looks at whether the fix works. A ticket only says that somebody was done. */
const LOOKS_AT_THE_FIX: Record<CheckKind, boolean> = { signal: true, attestation: true, 'ticket state': false };

/** Verbs that decide nothing. */
const UNDECIDED =
  /^(?:consider|look into|investigate|explore|discuss|think about|try to|work on|talk about|be more|remind (?:all |our |the )?(?:users|staff|employees|people|everyone|everybody|the team|colleagues|engineers|developers))\b/i;

/** Verbs that say something only when what follows does. */
const HOLLOW =
  /^(?:improve|enhance|strengthen|increase|raise|ensure|make sure|better|promote|foster|boost|optimi[sz]e|establish|create more|more)\s+(?:(?:our|the|overall|general|user|security|team|internal|staff|employees?|cyber|it|better|good|proper|more|company|organi[sz]ational|and|of|in|on|for|about|everyone|everybody|all|phishing|cloud|network|data|mail|email|incident)\s+)*(?:security|monitoring|awareness|logging|communication|documentation|process(?:es)?|procedures?|training|visibility|detection|response|posture|hygiene|culture|vigilance|quality|reliability|resilience|testing|collaboration|users|staff|employees|team|company|organi[sz]ation|practices|standards|compliance|protection|secure)(?:\s+(?:in general|across the (?:company|organi[sz]ation)|for (?:everyone|everybody|all|staff|users|employees)|of (?:everyone|staff|users|employees)))?[.!]?$/i;

const isWish = (title: string): boolean => UNDECIDED.test(title) || HOLLOW.test(title.trim());

const DETECTS =
  /^(?:alert|detect|monitor|log|notify|warn|watch|scan|report|track|record|collect|review|audit|observe|add (?:an? )?(?:alert|alarm|dashboard|log))\b/i;

const PREVENTS =
  /\b(?:block|quarantine|deny|reject|require|enforce|disable|remove|encrypt|restrict|limit|revoke|rotate|patch|segment|isolate|prevent|forbid|refuse|stop|replace|lock|close|delete|fail)\w*/i;
