import { type Look, looked, notSeen } from './look.ts';

/**
 * Names that are one list for all sites, of which each site has some: what one site lacks is wrong where no other has it either.
 * While one of them tells nothing, nobody knows.
 *
 * @param what the look at these names, on each site that is asked about them
 * @param sites looks at each site
 */
export function namesOfSites<One extends Look>(what: string, sites: readonly (readonly One[])[]): One[][] {
  const ofNames = sites.map((looks) => looks.find((look) => look.what === what && look.unseen === undefined));
  const isKnown = ofNames.every((look) => look !== undefined);
  return sites.map((looks) =>
    looks.map((look) => {
      if (look.what !== what || look.problems.length === 0) return look;
      if (!isKnown) {
        return { ...look, ...notSeen(what, 'another site does not answer, and may have what this one lacks') };
      }
      const nowhere = look.problems.filter(({ code }) =>
        ofNames.every((one) => one?.problems.some((problem) => problem.code === code) === true),
      );
      return { ...look, ...looked(what, nowhere, look.notes) };
    }),
  );
}
