import * as z from 'zod';
import { type Action, may } from '../../domain/access/access.ts';
import { handIn } from '../../domain/hints/hand-in.ts';
import { mergeInto, waive } from '../../domain/record/decide/open-record.ts';
import { mustBeAlive, mustBeOpen } from '../../domain/record/decide/record-rules.ts';
import { approve, returnToAuthors } from '../../domain/record/decide/review-record.ts';
import type { PostMortem } from '../../domain/record/post-mortem.ts';
import { Refusal } from '../../domain/words/refusal.ts';
import { Forbidden, guarded, personOf } from '../access.ts';
import type { AnyCall } from './record-calls.ts';

type Asking = Pick<AnyCall, 'caller' | 'deps'>;

/** The rule of an act throws its refusal. What it decides is thrown away: these are the rules that decide when it is done. */
type Act = { action: Action; rule: (record: PostMortem, asking: Asking) => unknown };

const REASON = 'a reason';

const ACTS = {
  write: { action: 'write records', rule: mustBeOpen },
  comment: { action: 'write records', rule: mustBeAlive },
  classify: { action: 'classify records', rule: mustBeAlive },
  'dismiss hints': { action: 'submit records', rule: mustBeOpen },
  submit: {
    action: 'submit records',
    rule: (record, { caller, deps }) => handIn(record, caller.author, deps.config),
  },
  return: {
    action: 'judge records',
    rule: (record, { caller }) => returnToAuthors(record, REASON, personOf(caller)),
  },
  approve: {
    action: 'judge records',
    rule: (record, { caller, deps }) => approve(record, record.revision, personOf(caller), deps.now(), deps.config),
  },
  waive: {
    action: 'waive records',
    rule: (record, { caller, deps }) => waive(record, REASON, personOf(caller), deps.now()),
  },
  merge: {
    action: 'merge records',
    rule: (record, { caller, deps }) => mergeInto(record, record.id, REASON, personOf(caller), deps.now()),
  },
  export: { action: 'export records', rule: () => undefined },
} as const satisfies Record<string, Act>;

type ActName = keyof typeof ACTS;
const ACT_NAMES: [ActName, ...ActName[]] = [
  'write',
  'comment',
  'classify',
  'dismiss hints',
  'submit',
  'return',
  'approve',
  'waive',
  'merge',
  'export',
];

export const RecordAct = z.object({
  act: z.enum(ACT_NAMES),
  isAllowed: z.boolean(),
  because: z.string().optional().describe('Why not, in the words of the refusal'),
});
export type RecordAct = z.infer<typeof RecordAct>;

/** What a caller may do with a record as it is now, with the reason for each thing that they may not. */
export function actsOn(record: PostMortem, asking: Asking): RecordAct[] {
  return ACT_NAMES.map((act) => {
    const because = refusalOf(ACTS[act], record, asking);
    return because === undefined ? { act, isAllowed: true } : { act, isAllowed: false, because };
  });
}

function refusalOf({ action, rule }: Act, record: PostMortem, asking: Asking): string | undefined {
  if (!may(asking.caller, action, guarded(record))) return `your role may not ${action} that are TLP:${record.tlp}`;
  try {
    rule(record, asking);
    return undefined;
  } catch (error) {
    if (error instanceof Refusal || error instanceof Forbidden) return error.message;
    throw error;
  }
}
