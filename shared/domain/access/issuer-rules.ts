import * as z from 'zod';
import { rule } from '../words/settings.ts';
import { IssuerPolicy } from './issuer-policy.ts';

/** What is of the user pool has no meaning without one. */
export const issuerStandsAlone = rule(
  {
    issuer: z.unknown().optional(),
    provider: z.unknown().optional(),
    address: z.unknown().optional(),
    mfa: z.string().optional(),
  },
  ({ issuer, provider, address, mfa }) => {
    if (issuer === undefined) return [];
    return [
      ...(provider === undefined
        ? []
        : [{ path: ['provider'], expected: 'expected none: people sign in at signIn.issuer' }]),
      ...(address === undefined
        ? []
        : [{ path: ['address'], expected: 'expected none: the issuer has its own pages' }]),
      ...(mfa === 'required'
        ? [{ path: ['mfa'], expected: 'expected none: the issuer asks for its own second factor' }]
        : []),
    ];
  },
);

/** A program has its client where people sign in: in the user pool, which makes one for it, or at the issuer of the company. */
export const programsHaveClients = rule(
  {
    signIn: z.object({ issuer: IssuerPolicy.optional() }).prefault({}),
    programs: z.record(z.string(), z.looseObject({ clientId: z.string().optional() })),
  },
  ({ signIn: { issuer }, programs }) => {
    const named = Object.entries(programs);
    if (issuer === undefined) {
      return named
        .filter(([, { clientId }]) => clientId !== undefined)
        .map(([name]) => ({
          path: ['programs', name, 'clientId'],
          expected: 'expected none: the user pool makes a client',
        }));
    }
    return [
      ...named
        .filter(([, { clientId }]) => clientId === undefined)
        .map(([name]) => ({
          path: ['programs', name, 'clientId'],
          expected: 'expected the id of its client at signIn.issuer',
        })),
      ...(named.length > 0 && issuer.audience === undefined
        ? [
            {
              path: ['signIn', 'issuer', 'audience'],
              expected: 'expected the audience of the access tokens of programs',
            },
          ]
        : []),
    ];
  },
);
