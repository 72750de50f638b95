import * as z from 'zod';

/** Somebody as Data Center shows them. The key outlives a new login name; accounts from long ago have the name as their key. */
const Named = z.looseObject({
  name: z.string().min(1),
  key: z.string().min(1).optional(),
  displayName: z.string(),
  accountId: z.undefined().optional(),
});

/** Values of properties are the programs' own: nothing in them is a person or a text of Jira. */
export const isOfPrograms = (member: string): boolean => member === 'properties';

/** Adds to everybody in an answer an `accountId`, as Cloud has it. */
export function accountIdsAdded(answer: unknown): unknown {
  if (Array.isArray(answer)) return answer.map(accountIdsAdded);
  if (typeof answer !== 'object' || answer === null) return answer;
  const members = Object.entries(answer).map(([name, value]) => [
    name,
    isOfPrograms(name) ? value : accountIdsAdded(value),
  ]);
  // A webhook has room for a hundred thousand objects that are nobody, and each look that fails is an error of its own.
  const person = 'displayName' in answer ? Named.safeParse(answer).data : undefined;
  return { ...Object.fromEntries(members), ...(person !== undefined && { accountId: person.key ?? person.name }) };
}
