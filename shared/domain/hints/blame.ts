import { findWordings, type HintFinding, type Wording } from './hint.ts';

/**
 * Wording that blames a person, or judges them by what is known only now.
 *
 * People do what makes sense to them with what they see at the time. A review that stops at the person leaves in place
 * what made it make sense, and teaches everybody else to keep quiet.
 *
 * - J. Allspaw, Blameless PostMortems and a Just Culture: https://www.etsy.com/codeascraft/blameless-postmortems
 * - S. Dekker, The Field Guide to Understanding "Human Error": hindsight, counterfactuals, judgement instead of explanation
 * - PagerDuty: https://postmortems.pagerduty.com/culture/blameless/
 * - Google SRE: https://sre.google/sre-book/postmortem-culture/
 */
export function blameIn(text: string, names: readonly string[] = []): HintFinding[] {
  return findWordings(text, [...namedWordings(names), ...WORDINGS]);
}

/** One person, or people as persons. "We" is left out where a team tells what it did itself. */
const ROLE =
  '(?:end[- ])?users?|employees?|engineers?|developers?|programmers?|(?:sys)?admins?|administrators?|analysts?|operators?|' +
  'colleagues?|staff|interns?|contractors?|managers?|recipients?|victims?|people|persons?|someone|somebody|everyone|' +
  'everybody|anyone|nobody|no one|teams?|members?|workers?|authors?|reviewers?|responders?|management|leadership|' +
  'technicians?|clerks?|assistants?|architects?|consultants?|specialists?|receptionists?|accountants?|supervisors?|' +
  '(?:shift|team|project) leads?|(?:duty|security|system|data) (?:officers?|owners?)|DBAs?|(?:night|day|late) shift|' +
  'he|she|they|service desk|help ?desk|individuals?';

/** The same after what somebody did: "by the network team", "of one of our engineers". Not the table or the page of users. */
const BY_ROLE = `(?:the|an?|our|one of (?:our|the)) (?:[\\w-]+ ){0,2}(?:${ROLE})\\b(?![-’' ](?:s ?)?(?:interface|console|portal|service|table|group|account)s?\\b)`;

/** Words that may stand between a person and what they did: "the analyst on the night shift simply …". */
const BETWEEN =
  '(?:\\s+who\\s+\\w+\\s+(?:the|an?|this)\\s+\\w+)?' +
  '(?:\\s+(?:in|on|of|at|from|for)(?:\\s+the)?\\s+[\\w-]+(?:\\s+(?:shift|team|call|duty|desk))?)?' +
  '(?:,?\\s+(?:who|that|had|has|have|also|again|just|once|then|both|all|even|still|apparently|\\w{2,20}ly)){0,4}\\s+';

/** Verbs that judge a person. "Failed to sign in" is a fact of a log. */
const FAULT =
  'forgot(?:ten)?(?! (?:(?:his|her|their|the|my|your|a) )?(?:password|user ?name|pin)\\b)|neglected|ignored|disregarded|overlooked|' +
  'missed(?! out)|mishandled|misconfigured|botched|messed up|screwed up|slipped up|fell for|refused to|violated|' +
  'broke (?:the )?(?:rules?|polic(?:y|ies))|bothered to|' +
  "(?:did not|didn't) (?:bother|care|think|pay (?:any )?attention)|could not be bothered|cared?(?= enough| about)|" +
  'made (?:a|an|the|another)(?: \\w+)? (?:mistake|error|blunder)|blindly \\w+|' +
  "(?:did not|didn't) (?:follow|comply|adhere|consider \\w+ at all|read it|do (?:his|her|their|its) (?:homework|job))|" +
  'acted against|underestimated|misjudged|panicked|hesitated too|mixed up|took (?:a )?short ?cuts?|cut corners|fell victim|' +
  '(?:(?:was|were) )?in (?:a|too much of a) (?:hurry|rush)|no (?:idea|clue)\\b|turned a blind eye|dropped the ball|' +
  '(?:(?:was|were) )?(?:far |much )?too (?:trusting|hasty|eager|credulous)|' +
  '(?:pulled|pressed|clicked|chose|picked|selected|typed|unplugged|deleted|restarted) the wrong|' +
  'failed (?:to (?:follow|report|notice|check|verify|recogni[sz]e|update|patch|escalate|comply|read|spot|see|reali[sz]e|' +
  'understand|respond|react|act|lock|notify|tell|ask|do|apply|detect|take|use|configure|document|inform|secure|think)\\b|us\\b|in )';

const phrase = (source: string): RegExp => new RegExp(`\\b(?:${source})`, 'giu');

const SYSTEM =
  'Say what made it possible or likely: what the person saw, knew and had at hand, and what in the system let one action do this harm.';

const WORDINGS: readonly Wording[] = [
  {
    about: 'blame',
    message: 'This judges a person; it does not explain what happened.',
    suggestion: SYSTEM,
    pattern: phrase(
      'careless\\w*|negligen(?:t|ce)\\w*|incompeten\\w+|stupid\\w*|idiot\\w*|laz(?:y|iness)(?![- ](?:load|evaluat|init|import))|' +
        'reckless\\w*|slopp(?:y|iness)|clueless|gullible|na[iï]ve(?:ly|ty)?(?! (?:bayes|implementation|algorithm|approach))|' +
        'foolish\\w*|irresponsib\\w+|unprofessional\\w*|inattenti\\w+|complacen\\w+|thoughtless\\w*|' +
        '(?:dumb|silly|rookie|basic|embarrassing) (?:mistake|error|user|blunder)s?|weakest link|bad apples?|common sense|' +
        '(?:not|without|stopped) paying attention|paid no attention|poor judge?ment|(?:clear|gross|blatant) violation|asleep at the wheel|' +
        '(?:was|were) not (?:\\w+ )?(?:diligent|careful|attentive|vigilant|cautious|thorough) enough|' +
        'without (?:a second thought|thinking(?! of))|in (?:breach|violation) of (?:the|our|all) (?:\\w+ )?(?:rules?|polic(?:y|ies)|procedures?|guidelines?)|' +
        '(?:al|even )?though (?:he|she|they) (?:had been|was|were) (?:told|warned|trained|instructed|reminded)|' +
        '(?:nobody|no one|not|never|failed to)\\b[^.;:\\n]{0,30}\\b(?:took|take) [^.;:\\n]{1,40} seriously|' +
        'lack of (?:security )?(?:awareness|care|diligence|discipline|attention|vigilance|common sense|effort|professionalism|competence)\\b',
    ),
  },
  {
    about: 'blame',
    message: 'Human error is where an analysis begins, not where it ends.',
    suggestion:
      'Ask why the action made sense at the time, and write that as the cause; then why the system did not catch it.',
    pattern: phrase(
      "(?:user|human|operator|employee|staff|admin(?:istrator)?|engineer|developer|analyst|individual)(?:’s|'s)? " +
        '(?:errors?|mistakes?|failures?|fault)(?!\\s+(?:rates?|messages?|codes?|logs?|pages?|handling|toleran\\w+))|PEBKAC|layer 8',
    ),
  },
  {
    about: 'blame',
    message: 'This tells what somebody failed to do, and not why.',
    suggestion: SYSTEM,
    pattern: phrase(
      `(?:${ROLE})\\b${BETWEEN}(?:${FAULT})|` +
        'failed to follow (?:\\w+ ){0,3}(?:procedures?|polic(?:y|ies)|process(?:es)?|runbooks?|playbooks?|instructions?|guidelines?|training|rules?)',
    ),
  },
  {
    about: 'blame',
    message: 'This looks for whose fault it was.',
    suggestion: SYSTEM,
    pattern: phrase(
      `(?:oversights?|lapses?|slips?|blunders?|mistakes?|errors?|negligence|misjudge?ment)(?: (?:was|were))?(?: (?:made|committed))? (?:by|on the part of) ${BY_ROLE}|` +
        `(?:wrong|bad|poor) decisions? (?:of|by) ${BY_ROLE}|attributable to ${BY_ROLE}|` +
        `violation of [\\w ’'-]{1,50} by ${BY_ROLE}|human factors? (?:was|is|were) (?:the |a |our )?(?:root |main )?cause|` +
        '(?:at|his|her|their|whose) fault\\b(?![- ]toleran)|fault of (?:the |an? |our )?(?:' +
        `${ROLE})\\b|to blame\\b|(?:blame[ds]?|blaming)(?: on)? (?:the |an? |our )?(?:${ROLE})\\b|` +
        `caused by (?:the |an? |one |our )(?:\\w+ )?(?:users?|employees?|engineers?|developers?|admins?|administrators?|analysts?|colleagues?|interns?|contractors?)\\b|` +
        `(?:${ROLE}) (?:is|are|was|were) responsible for (?:causing|the (?:breach|incident|outage|leak|mistake|error))`,
    ),
  },
  {
    about: 'blame',
    message: 'Consequences for people have no place in a review: who fears them tells nothing.',
    suggestion: 'Leave them out, and say what in the system has to change so that the same action does no harm.',
    pattern: phrase(
      '(?:formal|verbal|official) warning|(?:been|was|were) spoken to|disciplinary|disciplined\\b|reprimand\\w*|written warning|punish\\w*|held accountable|hold (?:\\w+ ){1,3}accountable|' +
        `name and shame|(?:${ROLE}) (?:was|were|has been|have been) (?:fired|sacked|dismissed)\\b`,
    ),
  },
  {
    about: 'hindsight',
    message: 'This judges by what is known only now.',
    suggestion:
      'Say what could be seen at the time, and what would have to be shown, to whom, for another decision to be likely.',
    pattern: phrase(
      `(?:${ROLE}|we|you|i)\\b${BETWEEN}(?:should(?:n't| not)?|ought(?: not)? to) (?:have|'ve) (?!been\\b|had |received|got)\\w+|` +
        `(?:${ROLE}|we)\\b${BETWEEN}could have (?:known|noticed|seen|checked|asked|prevented|avoided)|` +
        "should(?:n't| not)? have (?:known|noticed|reali[sz]ed|recogni[sz]ed|thought|paid|been (?:more )?(?:obvious|careful|vigilant|diligent|attentive|suspicious|cautious))|" +
        `any(?:one|body) (?:with|who)\\b[^.;:\\n]{0,60}\\bwould have|(?:${ROLE}) would have (?:seen|noticed|known|recogni[sz]ed|asked|checked)|` +
        "from today['’]s (?:point of view|perspective)|with (?:the benefit of )?hindsight|impossible to (?:miss|overlook)|" +
        'obvious to (?:anyone|anybody|everyone|everybody)|any competent \\w+|in hindsight,? it was (?:clear|obvious)',
    ),
  },
  {
    about: 'counterfactual',
    message: 'What would have been does not explain what was.',
    suggestion:
      'Say what happened and what made it likely. In a recommendation, name the step of the incident that it stops.',
    pattern: phrase(
      "(?:would|could|might) (?:have|'ve) (?:(?:easily|never|not|also|been|likely|probably|certainly) )*(?:prevented|stopped|avoided|averted|caught|blocked|spotted)\\b|" +
        "would(?:n't| not| never) have happened|if only\\b|(?:was|were|is) (?:\\w+ )?avoidable\\b|" +
        "had (?:we|he|she|they|the \\w{1,30}|an? \\w{1,30})\\b[^.;:\\n]{0,80}\\bwould(?:n't| not)? have\\b",
    ),
  },
  {
    about: 'vague recommendation',
    message: 'Asking people for more care changes nothing in what they meet the next time.',
    suggestion:
      'Change what they meet: a default, a check before the action, a warning at the right place, a second pair of eyes.',
    pattern: phrase(
      '(?:be|being|been|are) (?:much |even )?more (?:careful|vigilant|attentive|diligent|alert|cautious|security[- ]conscious)|' +
        'pay(?:ing)? (?:more|closer|better) attention|try(?:ing)? harder|tak(?:e|ing) (?:more|better|greater) care|' +
        '(?:told|reminded|urged|asked) to (?:pay attention|be careful|take care)|(?:stay|remain|be) vigilant|do better next time|think before (?:they|you|we|clicking)',
    ),
  },
];

/** Somebody who is named in the record, beside what they are judged for: a review speaks of roles. */
function namedWordings(names: readonly string[]): Wording[] {
  const known = [...new Set(names.flatMap(partsOfName))];
  if (known.length === 0) return [];
  const name = `(?<![\\p{L}])(?:${known.map(escaped).join('|')})(?![\\p{L}])`;
  const did = `${FAULT}|should have|caused|clicked|deleted|disabled|exposed|leaked|left|opened|broke|lost|misread|mistakenly|accidentally`;
  return [
    {
      about: 'blame',
      message: 'A person is named beside what went wrong.',
      suggestion: `Write the role instead of the name. ${SYSTEM}`,
      pattern: new RegExp(
        `${name}${BETWEEN}(?:${did})\\b|${name}[’']s? (?:mistake|error|fault|negligence|carelessness|failure|blunder)\\b|` +
          `(?:because of|caused by|due to|blame|fault of|deleted by|misconfigured by|left open by|exposed by|leaked by) ${name}`,
        'gu',
      ),
    },
  ];
}

/** The name, and its words that can stand for it; "Li", "van" and "Will" alone say too little. */
function partsOfName(name: string): string[] {
  const words = name.split(/\s+/).filter((word) => word.length > 2 && !ALSO_WORDS.has(word.toLowerCase()));
  return [name.trim(), ...words].filter((one) => one.length > 2);
}

const ALSO_WORDS = new Set([
  'will',
  'mark',
  'may',
  'art',
  'rose',
  'grace',
  'van',
  'von',
  'der',
  'den',
  'del',
  'the',
  'and',
]);

const escaped = (text: string): string => text.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&');
