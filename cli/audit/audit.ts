import * as z from 'zod';
import { counted } from '../../shared/document/counted.ts';
import type { CommandDependencies } from '../command.ts';
import { invoke } from '../invoke.ts';
import { whileBusy } from '../terminal.ts';

/** The site by its name in `jira.sites`; none for the site of `jira`. */
const ticket = { site: z.string().optional(), key: z.string() };

const Finding = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('orphan'), ...ticket, because: z.string() }),
  z.object({
    kind: z.literal('duplicate'),
    ...ticket,
    original: z.string(),
    originalOn: z.string().optional(),
    isClosed: z.boolean(),
    closed: z.boolean().optional(),
    because: z.string().optional(),
  }),
  z.object({ kind: z.literal('foreign'), ...ticket, because: z.string() }),
  z.object({ kind: z.literal('missing'), ...ticket, remediationId: z.string(), postMortemId: z.string() }),
]);
type Finding = z.infer<typeof Finding>;

const AuditAnswer = z.object({ findings: z.array(Finding) });

/**
 * Has the installation hold Jira against its records: the function that its schedule runs has the credentials, and
 * nobody else needs them.
 *
 * @returns whether every ticket has its record and every record its one ticket
 */
export async function audit(
  { installation, terminal, asJson }: CommandDependencies,
  options: { all: boolean; dryRun: boolean },
): Promise<boolean> {
  const { findings } = await whileBusy(terminal, 'holding Jira against the records', () =>
    invoke(installation, 'AuditTicketsFunctionName', options, { schema: AuditAnswer, what: 'the audit' }),
  );
  terminal.out(asJson ? `${JSON.stringify({ findings }, undefined, 2)}\n` : auditText(findings, options.dryRun));
  return findings.every((finding) => finding.kind === 'duplicate' && finding.isClosed);
}

export function auditText(findings: readonly Finding[], isDryRun: boolean): string {
  if (findings.length === 0) return 'every ticket has its record, and every record its one ticket\n';
  const lines = findings.map((finding) => `  ${line(finding, isDryRun)}`);
  return `${counted(findings.length, 'finding')}: docs/runbooks/audit-findings.md\n${lines.join('\n')}\n`;
}

function line(finding: Finding, isDryRun: boolean): string {
  const key = finding.site === undefined ? finding.key : `${finding.key} on ${finding.site}`;
  switch (finding.kind) {
    case 'orphan':
      return `orphan     ${key}: ${finding.because}`;
    case 'foreign':
      return `not ours   ${key}: ${finding.because}`;
    case 'missing':
      return `missing    ${key}: Jira does not show the ticket of remediation ${finding.remediationId}`;
    case 'duplicate':
      return `duplicate  ${key} of ${originalOf(finding)}: ${whatWasDone(finding, isDryRun)}`;
  }
}

const originalOf = ({ original, originalOn }: Extract<Finding, { kind: 'duplicate' }>): string =>
  originalOn === undefined ? original : `${original} on ${originalOn}`;

function whatWasDone(
  { isClosed, closed, because }: Extract<Finding, { kind: 'duplicate' }>,
  isDryRun: boolean,
): string {
  if (isClosed) return 'closed before';
  if (isDryRun) return 'would be linked and closed';
  const done = closed === true ? 'linked and closed' : 'NOT closed';
  return because === undefined ? done : `${done}: ${because}`;
}
