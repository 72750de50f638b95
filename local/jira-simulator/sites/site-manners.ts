/** How a Jira answers where Jiras differ, or where its answer is not on record and several are plausible. */
export type SiteManners = {
  /**
   * Answer to a wrong or expired login. Cloud serves it as anonymous: lists are empty, issues are gone, and only `/myself`
   * says 401. The reason stands in a header, which a proxy may strip.
   */
  readonly deadLogin: 'refused' | 'anonymous' | 'anonymous without a reason';
  /**
   * Answer of the search to projects, statuses, fields and keys that it does not know. The endpoint `/search/jql` was seen
   * to answer 200 with nothing to anonymous callers; the older `/search`, and Data Center's, 400.
   */
  readonly unknownInSearch: 'refused' | 'nothing found';
  /** The schema of the editor refuses all that a Jira may refuse, and perhaps more. */
  readonly documents: 'by structure' | 'by schema';
  /** No proof is known that Jira refuses them. To refuse them is a rule of ours. */
  readonly lineBreaksInText: 'kept' | 'refused';
  /** Issues on a page of the search, however many more are asked for. Pages that carry fields of issues have a hundred at most on Cloud. */
  readonly mostOnSearchPage: number;
  /** Joined comparisons, or the whole language as far as it is simulated. */
  readonly jql: 'comparisons' | 'whole';
  /** Documented for `POST /comment/list?expand=properties` only, and not for the list of an issue's comments. */
  readonly commentProperties: 'listed' | 'left out';
  /** Jira complains of the project alone, then of the type alone, and then of all other fields. */
  readonly creationProblems: 'all at once' | 'project and type first';
  /** Documented webhooks have no e-mail addresses, and a changelog with updates only. Some sites were seen to send more. */
  readonly webhooks: 'with more' | 'as documented';
  /** Bodies that are no JSON or of a wrong shape, and paths that there are not, are answered without the member `errors`. */
  readonly unreadable: 'as other errors' | 'in forms of their own';
};

/** Manners of the default site, which is kinder than any Jira. */
export const kindManners: SiteManners = {
  deadLogin: 'refused',
  unknownInSearch: 'refused',
  mostOnSearchPage: 5_000,
  jql: 'whole',
  documents: 'by structure',
  lineBreaksInText: 'kept',
  commentProperties: 'listed',
  creationProblems: 'all at once',
  webhooks: 'with more',
  unreadable: 'as other errors',
};

/** The unkind answer wherever more than one is plausible. */
export const strictManners: SiteManners = {
  deadLogin: 'anonymous',
  unknownInSearch: 'nothing found',
  mostOnSearchPage: 5_000,
  jql: 'whole',
  documents: 'by schema',
  lineBreaksInText: 'refused',
  commentProperties: 'left out',
  creationProblems: 'project and type first',
  webhooks: 'as documented',
  unreadable: 'in forms of their own',
};
