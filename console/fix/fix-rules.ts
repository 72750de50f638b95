import type { Schemas } from '../data/api.ts';

type Fix = Schemas['Remediation'];
type Me = { author: Schemas['Author'] } | undefined;

/** Who had a hand in the work, as far as Jira told. */
function workersOf(fix: Fix): Schemas['TicketPerson'][] {
  const ticket = 'ticket' in fix ? fix.ticket : undefined;
  const claim = 'claim' in fix ? fix.claim : undefined;
  return [ticket?.assignee, claim?.assignee, claim?.by, ...(fix.workedBy ?? [])].filter((one) => one !== undefined);
}

type Person = Extract<Schemas['Author'], { kind: 'person' }>;

const isSameEmail = (one: string | undefined, other: string | undefined): boolean =>
  one !== undefined && one.toLowerCase() === other?.toLowerCase();

const personIn = (me: Me): Person | undefined => (me?.author.kind === 'person' ? me.author : undefined);

/** Why the person counts as one who may have done the work, which four eyes keep from vouching for it, or from ending it. */
function handInWork(fix: Fix, me: Me, what: string): string | undefined {
  const person = personIn(me);
  if (person === undefined) return undefined;
  const { jiraAccountId: account, email } = person;
  const workers = workersOf(fix);
  const isTheirs = workers.some((one) => one.accountId === account || isSameEmail(one.email, email));
  if (isTheirs) return `${OWN_WORK} A second person must ${what}.`;
  const isTold = workers.every((one) => account !== undefined || (one.email !== undefined && email !== undefined));
  return isTold ? undefined : UNTOLD;
}

const OWN_WORK = 'You are the assignee, or were it during the work, or moved the ticket to done once.';
const UNTOLD =
  'Jira and your sign-in share no name for people, so it cannot be shown that somebody else did the work. An admin sets your Jira account id.';

type Written = Pick<Schemas['Record'], 'authors' | 'submittedBy'>;

/** Why the person may decide nothing about a fix of the record: whoever wrote in it does not take a fix out of it. */
export function whyNotDecide({ authors, submittedBy }: Written, me: Me): string | undefined {
  const person = personIn(me);
  if (person === undefined) return undefined;
  const hands = submittedBy === undefined ? authors : [...authors, submittedBy];
  const isTheirs = hands.some((one) => (one.kind === 'person' ? isSameHuman(one, person) : isOwnedBy(one, person)));
  return isTheirs ? 'You wrote or submitted this record. A second person must decide.' : undefined;
}

const isSameHuman = (one: Person, other: Person): boolean =>
  one.id === other.id ||
  isSameEmail(one.email, other.email) ||
  (one.jiraAccountId !== undefined && one.jiraAccountId === other.jiraAccountId);

/** Whoever answers for a program that wrote in it; somebody without an address cannot be told from them. */
const isOwnedBy = ({ owner }: { owner?: string }, { email }: Person): boolean =>
  owner !== undefined && (email === undefined || isSameEmail(owner, email));

/** Why the person may not attest the fix; undefined: they may. The API has the last word. */
export function whyNotAttest(fix: Fix, me: Me): string | undefined {
  if (!fix.checks.some(({ kind }) => kind === 'attestation')) return 'No check of this fix asks for anybody’s word.';
  if (!['claimed', 'verifying', 'verified'].includes(fix.state)) {
    return 'It can be attested once its ticket is done.';
  }
  return handInWork(fix, me, 'attest');
}

/** Why the risk of the fix cannot be accepted now. */
export function whyNotAccept(fix: Fix, record: Written, me: Me): string | undefined {
  if (!('ticket' in fix) || fix.ticket === undefined || fix.state === 'cancelled') {
    return 'A risk is accepted while the fix has a ticket and is wanted.';
  }
  return whyNotDecide(record, me) ?? handInWork(fix, me, 'accept the risk');
}

/** Why the fix cannot be cancelled now. */
export function whyNotCancel(fix: Fix, record: Written, me: Me): string | undefined {
  if (!['open', 'accepted', 'requested'].includes(fix.state)) {
    return 'Only a fix that is open, accepted or has no ticket yet can be cancelled.';
  }
  return whyNotDecide(record, me) ?? handInWork(fix, me, 'cancel it');
}

/** Why it cannot be checked now: there is nothing to check before somebody claims it. */
export const whyNotCheck = ({ state }: Fix): string | undefined =>
  ['claimed', 'verifying', 'verified'].includes(state)
    ? undefined
    : 'There is nothing to check until its ticket is done.';
