import { Examination } from '../../shared/doctor/examination.ts';
import type { CommandDependencies } from '../command.ts';
import { invoke } from '../invoke.ts';
import { whileBusy } from '../terminal.ts';
import { doctorText } from './doctor-text.ts';

/**
 * Has the installation look whether every system that its configuration names is as the configuration wants it.
 *
 * @returns whether everything could be looked at, and nothing is wrong
 */
export async function doctor({ installation, terminal, asJson }: CommandDependencies): Promise<boolean> {
  const examination = await whileBusy(terminal, 'asking the systems of the configuration', () =>
    invoke(installation, 'DoctorFunctionName', {}, { schema: Examination, what: 'the doctor' }),
  );
  terminal.out(asJson ? `${JSON.stringify(examination, undefined, 2)}\n` : doctorText(examination));
  return examination.looks.every(({ problems, unseen }) => problems.length === 0 && unseen === undefined);
}
