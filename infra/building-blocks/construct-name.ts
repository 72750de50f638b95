/** A name such as `jira-cloud` or `pagerduty/acme` in the form of CloudFormation's logical ids: `JiraCloud`, `PagerdutyAcme`. */
export const constructName = (name: string): string =>
  name.replace(/(?:^|[-/])([a-z])/g, (_whole, letter: string) => letter.toUpperCase());
