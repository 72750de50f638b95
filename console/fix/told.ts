import type { Schemas } from '../data/api.ts';

export type Actor = Schemas['AuditEntry']['actor'];
type CheckResults = Schemas['CheckResult'][];
type TicketPerson = Schemas['TicketPerson'];

/** What entries of the log tell of a fix, by docs/events.md: each type has some of it. */
export type ToldOfFix = {
  remediationId?: string;
  remediation?: { id: string; dueAt?: string; title?: string };
  because?: string;
  notReopened?: string;
  reason?: string;
  at?: string;
  dueAt?: string;
  retryAt?: string;
  since?: string;
  nextSearchAt?: string;
  nextCheckAt?: string;
  expectedAt?: string;
  heldUntil?: string;
  failedFrom?: string;
  failedTo?: string;
  source?: string;
  resource?: string;
  observedAt?: string;
  step?: number;
  grade?: 'proven' | 'attested' | 'done, not tested';
  found?: 'proven' | 'attested' | 'done, not tested' | 'awaiting' | 'late' | 'in doubt';
  results?: CheckResults;
  failure?: { at: string; step: number; results: CheckResults };
  ticket?: Schemas['RemediationTicket'] & { url?: string };
  former?: Schemas['RemediationTicket'];
  isAdopted?: boolean;
  isExisting?: boolean;
  isByHoldfast?: boolean;
  claim?: Schemas['Claim'];
  closed?: { at: string; by?: TicketPerson; outcome: string };
  attestation?: Schemas['Attestation'];
  acceptance?: Schemas['Acceptance'];
  decision?: { reason: string; by: Schemas['Person']; at: string };
  lease?: { attempt: number };
  asking?: Schemas['Asking'];
  result?: string;
  existingWork?: Schemas['ExistingWork'];
  from?: string | null;
  to?: string | null;
  ours?: string;
  answer?: string;
  dueOn?: string;
  tickets?: number;
  fromKey?: string;
  about?: string;
  notTold?: { about: string; because: string };
  status?: string;
  by?: Actor | TicketPerson;
};

/** What an entry says, by the fields that its type has. */
export const toldIn = (entry: Schemas['AuditEntry']): ToldOfFix => entry.data as ToldOfFix;

/** The fix that an entry is about. */
export function fixOf(entry: Schemas['AuditEntry']): string | undefined {
  const { remediationId, remediation } = toldIn(entry);
  return remediationId ?? remediation?.id;
}

/** Who did it, by the name that people know. */
export function nameOf(who: Actor | TicketPerson | undefined): string | undefined {
  if (who === undefined) return undefined;
  if ('kind' in who && who.kind === 'system') return 'Holdfast';
  return who.name ?? ('id' in who ? who.id : undefined);
}
