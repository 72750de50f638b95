import { NoEmbeddedEngine } from '../dynamodb-engine.ts';
import { EmulatorUnavailable } from '../emulator/launch-command.ts';
import type { Emulator } from '../emulator/start-emulator.ts';
import type { EmulatedStack, LocalStack, Progress } from '../local-stack.ts';

export type DemoStack = LocalStack & {
  /** Place where it runs, for a person to read; and the reason, when it is not the first choice. */
  where: string;
  /** Undefined when it runs in this process. */
  emulator?: Emulator;
};

type Ways = {
  onEmulator: (progress: Progress) => Promise<EmulatedStack>;
  inProcess: (progress: Progress) => Promise<LocalStack>;
};

/** @throws Error when `HOLDFAST_DEMO` asks for what there is not */
export function isForcedIntoProcess(): boolean {
  const { HOLDFAST_DEMO: place = '' } = process.env;
  if (!['', 'in-process'].includes(place)) throw new Error(`HOLDFAST_DEMO may be "in-process", not "${place}".`);
  return place === 'in-process';
}

/**
 * The deployed app on the AWS emulator. Where the emulator cannot be had, the same app in this process; any other error
 * stays one.
 *
 * @param isForcedIntoProcess asks for the second without a try of the first
 * @throws Error that says in one line what to install, where there is no way at all
 */
export async function startDemoStack(
  progress: Progress,
  isForcedIntoProcess: boolean,
  { onEmulator, inProcess }: Ways,
): Promise<DemoStack> {
  const here = async (reason: string) => ({
    ...(await inProcess(progress)),
    where: `in this process on an embedded DynamoDB, ${reason}`,
  });
  if (isForcedIntoProcess) return here('as HOLDFAST_DEMO asks');
  try {
    const stack = await onEmulator(progress);
    return { ...stack, where: `on an AWS emulator at ${stack.emulator.endpoint}` };
  } catch (error) {
    if (!(error instanceof EmulatorUnavailable)) throw error;
    return here(`because ${error.message}`).catch((second: unknown) => {
      if (!(second instanceof NoEmbeddedEngine)) throw second;
      throw new Error(`${error.message}; and ${second.message}`, { cause: second });
    });
  }
}
