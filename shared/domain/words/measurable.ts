/** True for a text that says how much: a number, all, none, how often. English; a number in any language. */
export const hasMeasure = (text: string): boolean => MEASURE.test(text.normalize('NFKC'));

/** True for a text that says what is seen when somebody tries. English. */
export const namesOutcome = (text: string): boolean => OUTCOME.test(text);

/**
 * True for a text with a measure, or an outcome that can be seen: the least that a criterion needs. English and German; it does
 * not see that "more than one report" measures nothing, which a hint may.
 */
export const isMeasurable = (text: string): boolean =>
  hasMeasure(text) || namesOutcome(text) || MEASURE_IN_GERMAN.test(text);

const MEASURE =
  /\p{Nd}|%|\b(?:every|all|each|none?|nobody|no one|no|zero|never|always|any|both|neither|only|one|two|three|four|five|six|seven|eight|nine|ten|twelve|twenty|thirty|fifty|hundred|half|daily|hourly|weekly|monthly|quarterly|percent|at (?:most|least)|(?:within|in|for) an? (?:minute|hour|day|week|month|quarter|year))\b/iu;

/** States that can be seen when somebody tries. */
const OUTCOME =
  /\b(?:denie[sd]|deny|refuse[sd]?|reject(?:s|ed)?|block(?:s|ed)?|quarantine[sd]?|revoke[sd]?|encrypted|disabled|locked|alert(?:s|ed)?|fires?|fails?|pass(?:es|ed)?|returns?|raises? an? (?:alert|ticket|incident|alarm)|reach(?:es|ed)?|shows?|appears?|restored?|isolated|unreachable|timed out|detected|logged|delivered|dropped|page[sd]|finds? nothing|is empty|cannot be|closed|enforced|impossible|switched off|turned off|removed|(?:is|are) not|registered)\b/i;

const MEASURE_IN_GERMAN =
  /(?:^|[^\p{L}])(?:jede[rsmn]?|alle[rsn]?|keine[rsmn]?|kein|niemand|nie|niemals|immer|nur|beide|weder|täglich|stündlich|wöchentlich|monatlich|vierteljährlich|höchstens|mindestens|ein(?:e[nmrs]?)? (?:minute|stunde|tag|woche)|zwei|drei|vier|fünf|sechs|sieben|acht|neun|zehn|zwanzig|hälfte|prozent|null|abgewiesen|abgelehnt|gesperrt|blockiert|verschlüsselt|gemeldet|erkannt|deaktiviert|geschlossen|unmöglich|nicht mehr|schlägt|fehl|innerhalb eine[rs] (?:minute|stunde|tages|woche|monats|jahres)|alarm(?:e|iert)?)(?![\p{L}])/iu;
