/** A name such as `jira-cloud` in the form of CloudFormation's logical ids: `JiraCloud`. */
export const constructName = (name: string): string =>
  name.replace(/(?:^|-)([a-z])/g, (_whole, letter: string) => letter.toUpperCase());
