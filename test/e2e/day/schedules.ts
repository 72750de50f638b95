import { type FunctionConfiguration, InvokeCommand, LambdaClient, paginateListFunctions } from '@aws-sdk/client-lambda';
import type { EmulatedStack } from '../../../local/local-stack.ts';
import { INTAKE_BEAT } from '../../../runtime/intake-beat-call.ts';

/**
 * Schedules of a day, to be run as often as the test's day wants it. The emulator runs them too, by the clock of the machine.
 *
 * @throws Error with what a function said when it fails
 */
export async function schedulesOf({ invoke, outputs, emulator: { endpoint, env } }: EmulatedStack) {
  const credentials = { accessKeyId: env.AWS_ACCESS_KEY_ID ?? '', secretAccessKey: env.AWS_SECRET_ACCESS_KEY ?? '' };
  const client = new LambdaClient({ endpoint, region: env.AWS_REGION ?? '', credentials });
  const intake = await nameOf(client, 'Keeps what a scanner');

  /** Silence, and a fail that nobody took back, are not held against a fix before the intake is known to have been up. */
  async function beat(): Promise<void> {
    const { FunctionError } = await client.send(new InvokeCommand({ FunctionName: intake, Payload: INTAKE_BEAT }));
    if (FunctionError !== undefined) throw new Error(`the intake of evidence does not beat: ${FunctionError}`);
  }

  return {
    /** What runs every hour or more often. */
    async sweeps(): Promise<void> {
      await beat();
      await invoke(outputs.SweepIncidentsFunctionName);
      await invoke(outputs.SweepRemediationFunctionName);
      await invoke(outputs.VerifyRemediationFunctionName);
    },

    /** What runs once a day or less. */
    async dailies(): Promise<void> {
      await invoke(outputs.AuditTicketsFunctionName);
      await invoke(outputs.DoctorFunctionName);
      await invoke(outputs.PublishReportFunctionName);
    },
  };
}

export type Schedules = Awaited<ReturnType<typeof schedulesOf>>;

/** @param begins words with which its description begins: no output names it */
async function nameOf(client: LambdaClient, begins: string): Promise<string> {
  for await (const { Functions = [] } of paginateListFunctions({ client }, {})) {
    const isIt = ({ Description = '' }: FunctionConfiguration) => Description.startsWith(begins);
    const found = Functions.find(isIt)?.FunctionName;
    if (found !== undefined) return found;
  }
  throw new Error(`the stack has no function that "${begins} …"`);
}
