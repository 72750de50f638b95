import { LOCAL_PEOPLE, type LocalPerson } from '../../../local/local-people.ts';

/** People by the first part of their address. Max is a second analyst, who writes in the records of the first. */
export const CONSOLE_PEOPLE = {
  nina: person('nina@example.com'),
  max: { email: 'max@example.com', name: 'Max Analyst', role: 'analyst' },
  anna: person('anna@example.com'),
  ben: person('ben@example.com'),
  ada: person('ada@example.com'),
  alma: person('alma@example.com'),
} satisfies Record<string, LocalPerson>;

export type ConsolePerson = keyof typeof CONSOLE_PEOPLE;

function person(email: string): LocalPerson {
  const found = LOCAL_PEOPLE.find((one) => one.email === email);
  if (found === undefined) throw new Error(`there is no ${email}`);
  return found;
}
