import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import * as z from 'zod';
import { type LoopbackServer, loopbackServer } from '../in-process/loopback-server.ts';

/** Name of the function by which the simulation is asked. */
export const LOOK_AGAIN_FUNCTION = 'phishing-simulation-look-again';

const file = fileURLToPath(new URL('look-again.cjs', import.meta.url));
const Module = z.object({ lookAgain: z.custom<(simulation: string, question: unknown) => Promise<unknown>>() });

/** Text of the function, as a deployment takes it. */
export const lookAgainCode = (): Promise<string> => readFile(file, 'utf8');

/** Calls the function in this process. */
export const lookAgainAt = ({ url }: Pick<PhishingSimulation, 'url'>) => {
  const { lookAgain } = Module.parse(createRequire(import.meta.url)(file));
  return (question: unknown) => lookAgain(url, question);
};

type Found = { outcome: 'pass' | 'fail'; detail: string };

export type PhishingSimulation = LoopbackServer & {
  /** Sets what runs about a subject find from now on. */
  finds: (subjectId: string, found: Found) => void;
  /** How often it was asked to run, about any subject. */
  runs: () => number;
};

/** The product of another vendor: it runs simulations against the team when it is asked to, and says what came of it. */
export async function startPhishingSimulation(): Promise<PhishingSimulation> {
  const found = new Map<string, Found>();
  let runs = 0;
  const server = await loopbackServer(({ url }) => {
    runs += 1;
    const subject = decodeURIComponent(url.pathname.replace('/runs/', ''));
    const said = found.get(subject) ?? { outcome: 'not judged', detail: 'nobody is enrolled yet' };
    return { status: 200, headers: { 'content-type': 'application/json' }, body: JSON.stringify(said) };
  });
  return { ...server, finds: (subject, one) => void found.set(subject, one), runs: () => runs };
}
