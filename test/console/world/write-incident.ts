import type { RecordWriter } from './record-writer.ts';
import { fromNow } from './world-so-far.ts';

/** What a complete record of an incident says before its recommendations. */
const SECTIONS = {
  summary: {
    text:
      'A mail from a look-alike domain led two of eleven recipients to a false sign-in page. One of the two accounts was ' +
      'used from abroad before its sessions were revoked. No data left the company as far as the logs show.',
  },
  impact: {
    description: 'Two mailboxes could be read for 52 minutes. Payroll files were not opened.',
    confidentiality: { rating: 'moderate', description: 'Mails of two people' },
    integrity: { rating: 'none' },
    availability: { rating: 'low' },
    assets: [{ name: 'mailboxes of payroll', kind: 'mailbox', count: 2 }],
    services: ['mail', 'single sign-on'],
    dataKinds: [{ kind: 'e-mail', records: 2_400, isPersonal: true }],
    usersAffected: 2,
  },
  detection: {
    how: 'A recipient forwarded the mail to the service desk and asked whether it was real.',
    whyNotSooner: 'The filter knows bad domains, not new ones. There is no button to report a mail with one click.',
  },
  response: {
    procedures: [{ name: 'Phishing', wasFollowed: 'partly', wasAdequate: 'yes', policy: 'IRP-7' }],
    firstAction: 'Security operations reset both passwords and revoked all sessions.',
    tools: 'Sessions were revoked 14 minutes after the report. The mail stayed in nine other inboxes for an hour.',
    containment: { description: 'Passwords reset, sessions revoked, sender blocked.' },
  },
};

/** What the template of a critical incident wants besides. */
const CRITICAL_SECTIONS = {
  framework: {
    objectives: ['Learn why two passwords were entered, and why nobody noticed sooner'],
    outcomes: [{ objective: 'Learn why two passwords were entered, and why nobody noticed sooner', outcome: 'met' }],
    team: [
      { role: 'facilitator', name: 'Nina Analyst', email: 'nina@example.com' },
      { role: 'owner', name: 'Anna Author', email: 'anna@example.com' },
    ],
  },
  attack: {
    vectors: ['phishing', 'valid accounts'],
    vulnerabilities: [{ description: 'Sign-in from a new device without a second factor' }],
    techniques: [{ id: 'T1566.002', note: 'A link to a false sign-in page' }, { id: 'T1078' }],
  },
  analysis: { method: 'five whys', interplay: 'A new domain passed the filter, and nobody knew the false page.' },
  sharing: { noNotificationBecause: 'No personal data left the company, and no contract asks for a word.' },
};

export type WrittenCauses = { technical: string; human: string };

/** Writes all that an incident of that severity has to have, but its recommendations. @returns ids of its root causes */
export async function writeIncident(
  by: RecordWriter,
  id: string,
  { isCritical = false }: { isCritical?: boolean } = {},
): Promise<WrittenCauses> {
  const record = `/post-mortems/${id}`;
  await by.decide('PATCH', record, { category: 'phishing' });
  await by.sections(id, isCritical ? { ...SECTIONS, ...CRITICAL_SECTIONS } : SECTIONS);
  const technical = await by.add(`${record}/root-causes`, {
    kind: 'technical',
    statement: 'Mails from domains that look like ours and are only days old reach the inbox.',
    whys: ['The filter checks a list of bad domains.', 'Nobody had asked for the age of a domain to be looked at.'],
  });
  const human = await by.add(`${record}/root-causes`, {
    kind: 'human',
    statement: 'The team had never seen a false sign-in page, and the real one changes its look often.',
    whys: ['Training covers attachments, not sign-in pages.'],
  });
  if (!isCritical) return { technical, human };
  await by.add(`${record}/contributing-factors`, {
    kind: 'process gap',
    statement: 'The look of the sign-in page changes without notice to staff.',
  });
  await by.add(`${record}/observations`, {
    kind: 'went well',
    statement: 'The sessions were revoked 14 minutes after the first report.',
  });
  await by.add(`${record}/observations`, {
    kind: 'went badly',
    statement: 'Nine copies of the mail lay in inboxes for an hour after the first report.',
    noRecommendationBecause: 'The lesson below puts this step first in the plan.',
  });
  await by.add(`${record}/lessons`, {
    statement: 'The first step after a reported mail is to take all its copies out of the inboxes.',
    updates: 'response plan',
    document: 'Phishing response plan',
    ownerTeam: 'identity',
    dueAt: fromNow(30, 'days'),
  });
  const entries = [
    { at: fromNow(-50, 'hours'), kind: 'attacker', what: 'The mail was sent to eleven people.', milestone: 'began' },
    { at: fromNow(-49, 'hours'), kind: 'detection', what: 'A recipient asked.', milestone: 'detected' },
    { at: fromNow(-48, 'hours'), kind: 'action', what: 'All sessions were revoked.', milestone: 'contained' },
  ];
  await by.must('POST', `${record}/timeline/batch`, { entries });
  return { technical, human };
}
