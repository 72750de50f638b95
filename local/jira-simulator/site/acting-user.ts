import { JiraError } from '../api/jira-error.ts';
import { type SimulatedCatalogue, sameText, type User } from './catalogue.ts';

/** User with this name, or the first person who is not the API's account when no name is given. */
export function actingUser(catalogue: SimulatedCatalogue, apiUser: User, name: string | undefined): User {
  const firstPerson = catalogue.users.find(({ active, accountId }) => active && accountId !== apiUser.accountId);
  const user = name === undefined ? (firstPerson ?? apiUser) : userCalled(catalogue, name);
  if (user === undefined) throw new JiraError(400, [`There is no user "${name ?? ''}".`]);
  return user;
}

/** User with this display name, e-mail address or account id. */
export function userCalled({ users }: SimulatedCatalogue, name: string): User | undefined {
  return users.find(({ accountId, displayName, emailAddress }) =>
    [accountId, displayName, emailAddress].some((each) => sameText(each, name)),
  );
}
