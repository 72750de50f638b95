import { readFile } from 'node:fs/promises';
import * as z from 'zod';

/** Outputs of a deployment that scripts look up; `infra/outputs.ts` describes each. */
const Outputs = z.object({
  ApiId: z.string(),
  /** Not where people sign in at an issuer of the company's own. */
  UserPoolId: z.string().optional(),
  WebClientId: z.string(),
  ScannerClientId: z.string(),
  TokenUrl: z.string().optional(),
  TableName: z.string(),
  EventBusName: z.string(),
  ReportBucketName: z.string(),
  EvidenceBucketName: z.string(),
  JiraApiSecretArn: z.string(),
  JiraWebhookSecretArn: z.string(),
  SessionSecretArn: z.string(),
  SweepIncidentsFunctionName: z.string(),
  SweepRemediationFunctionName: z.string(),
  AuditTicketsFunctionName: z.string(),
  DoctorFunctionName: z.string(),
  AnchorChainsFunctionName: z.string(),
  VerifyRemediationFunctionName: z.string(),
  PublishReportFunctionName: z.string(),
});
export type StackOutputs = z.infer<typeof Outputs>;

/** @throws ZodError when one is missing */
export const parseOutputs = (outputs: unknown): StackOutputs => Outputs.parse(outputs);

/** Reads the file that `cdk deploy --outputs-file` wrote. */
export async function readOutputs(file: string, stackName: string): Promise<StackOutputs> {
  return z.record(z.string(), Outputs).parse(JSON.parse(await readFile(file, 'utf8')))[stackName] ?? missing(stackName);
}

function missing(stackName: string): never {
  throw new Error(`the deployment has no outputs of the stack ${stackName}`);
}
