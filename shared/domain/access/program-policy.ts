import * as z from 'zod';
import { PROGRAM_NAME } from '../words/person.ts';
import { listRule, ReadableName, rule, wholeRule, withoutRepeats } from '../words/settings.ts';

/** Scopes of a program. In its tokens each stands behind `holdfast/`, the name of the API in the user pool. */
export const ProgramScope = z.enum(['signals.write', 'records.read', 'records.write'], {
  error: 'expected signals.write, records.read or records.write',
});
export type ProgramScope = z.infer<typeof ProgramScope>;

/** In the place of names of sources: the program may speak for every one. */
export const ANY_SOURCE = '*';

/**
 * Functions know their programs by one environment variable: 30 of the longest names take half of the 4 KB that Lambda has for
 * all of them. https://docs.aws.amazon.com/lambda/latest/dg/gettingstarted-limits.html
 */
export const PROGRAM_LIMIT = 30;

const atMostTheLimit = wholeRule((programs) =>
  Object.keys(Object(programs)).length > PROGRAM_LIMIT
    ? [{ path: [], expected: `expected at most ${PROGRAM_LIMIT} programs` }]
    : [],
);

/** The output of the client is named after the program, and `WebClientId` is that of the people. */
const ProgramName = z
  .string()
  .regex(PROGRAM_NAME, { error: 'expected a name of up to 32 small letters and digits, in words joined by -' })
  .refine((name) => name !== 'web', { error: 'expected another name than web, the client with which people sign in' });

const anySourceStandsAlone = listRule((sources) =>
  sources.length > 1 && sources.includes(ANY_SOURCE)
    ? [{ path: [sources.indexOf(ANY_SOURCE)], expected: `expected '${ANY_SOURCE}' alone, or the names of the sources` }]
    : [],
);

const sourcesGoWithSignals = rule(
  { scopes: z.array(ProgramScope), sources: z.array(z.string()) },
  ({ scopes, sources }) => {
    const mayTell = scopes.includes('signals.write');
    if (mayTell === sources.length > 0) return [];
    const expected = mayTell
      ? `expected the names of the sources that it may speak for, or '${ANY_SOURCE}' for a trial`
      : 'expected no sources: it may not send signals without the scope signals.write';
    return [{ path: ['sources'], expected }];
  },
);

const Program = z
  .strictObject({
    owner: z.email({ error: 'expected the e-mail address of the person who answers for the program' }),
    scopes: z.array(ProgramScope).min(1, { error: 'expected at least one scope' }).check(withoutRepeats()),
    /** Its client at the issuer of the company, where there is one in place of the user pool. */
    clientId: z.string().min(1).max(200).optional(),
    sources: z.array(ReadableName.max(200)).max(100).check(withoutRepeats(), anySourceStandsAlone).prefault([]),
  })
  .check(sourcesGoWithSignals);
export type Program = z.infer<typeof Program>;

/** The programs that may call, by name. */
export const ProgramPolicy = z
  .record(ProgramName, Program)
  .check(atMostTheLimit)
  // What the one client of all programs could do before they had names.
  .prefault({
    machine: {
      owner: 'security@example.com',
      scopes: ['signals.write', 'records.read', 'records.write'],
      sources: [ANY_SOURCE],
    },
  });
export type ProgramPolicy = z.infer<typeof ProgramPolicy>;

/** Names of the programs whose secret is enough to say anything of any fix. */
export function programsOfAnySource(programs: ProgramPolicy): string[] {
  return Object.entries(programs)
    .filter(([, { sources }]) => sources.includes(ANY_SOURCE))
    .map(([name]) => name);
}

/** True when any program may send signals, so that the intake of signals is there. */
export const takesSignals = (programs: ProgramPolicy): boolean =>
  Object.values(programs).some(({ scopes }) => scopes.includes('signals.write'));
