import type { Context } from 'aws-lambda';
import * as z from 'zod';
import type { Telemetry } from '../../runtime/telemetry.ts';
import { GIVES_UP_MS, OutOfTime, withinTime } from '../../runtime/time-left.ts';
import { type DoctorMemory, remember } from '../../shared/doctor/drift.ts';
import { type Examination, Occasion, type SystemLook } from '../../shared/doctor/examination.ts';
import { lookAtSystems, type Systems } from '../../shared/doctor/look-at-systems.ts';
import type { InTime } from '../../shared/in-time.ts';

export type DoctorDependencies = Systems & {
  readonly telemetry: Telemetry;
  readonly now: () => string;
  readonly memory: {
    readonly read: () => Promise<DoctorMemory | undefined>;
    readonly write: (memory: DoctorMemory) => Promise<void>;
  };
};

/** Payload of a call by itself: infra/capabilities/doctor.ts. Everything else is a person's. */
const Call = z.object({ occasion: Occasion }).catch({ occasion: 'by hand' });

/**
 * Looks whether every system that the configuration names can be reached, and shows and allows what is configured. A problem that
 * was not there before is drift: an alarm stands on it until a look finds it gone.
 */
export function doctorHandler(deps: DoctorDependencies) {
  const { telemetry, now, memory } = deps;
  return async (event: unknown, context: Context): Promise<Examination> => {
    const { occasion } = Call.parse(event);
    const before = await memory.read();
    const looks = await lookAtSystems(deps, inTimeOf(context));
    const remembered = remember(before, looks, { at: now(), occasion });
    await memory.write(remembered.memory);
    telemetry.count('SystemDrifted', remembered.drift);
    const examined = looks.map((look) => {
      if (look.unseen !== undefined) telemetry.warn('the doctor could not look', named(look, { because: look.unseen }));
      const problems = look.problems.map((problem) => {
        const { isNew, ...drift } = remembered.known(look, problem);
        if (isNew && drift.driftedSince === undefined && occasion !== 'by hand') telemetry.count('ProblemFound');
        telemetry.warn('the doctor found a problem', named(look, { ...problem, isNew, ...drift }));
        return { ...problem, ...drift };
      });
      return { ...look, problems };
    });
    return { looks: examined, ...(before?.ranByItself === undefined ? {} : { ranByItself: before.ranByItself }) };
  };
}

const named = ({ system, what }: SystemLook, more: Record<string, unknown>) => ({ system, what, ...more });

const inTimeOf =
  (context: Context): InTime =>
  async (work, share = 1) => {
    const timeLeft = () => GIVES_UP_MS + (context.getRemainingTimeInMillis() - GIVES_UP_MS) * share;
    try {
      return await withinTime({ getRemainingTimeInMillis: timeLeft }, work);
    } catch (error) {
      if (error instanceof OutOfTime)
        throw new Error(`${share === 1 ? 'the' : 'its share of the'} time of this run was over before an answer came`);
      throw error;
    }
  };
