import type { NamedProgram, ProgramsByClient } from '../../../shared/domain/access/programs.ts';

/** Client id of the program with which tests call. */
export const A_PROGRAM = 'a-program';

export const aProgram = (with_: Partial<NamedProgram> = {}): NamedProgram => ({
  name: 'intake',
  owner: 'olga@example.com',
  scopes: ['signals.write', 'records.read', 'records.write'],
  sources: ['mail-simulation'],
  ...with_,
});

/** Client id of one that may speak for every source. */
export const A_TRIAL = 'a-trial';

export const PROGRAMS: ProgramsByClient = new Map([
  [A_PROGRAM, aProgram()],
  [A_TRIAL, aProgram({ name: 'trial', sources: ['*'] })],
]);
