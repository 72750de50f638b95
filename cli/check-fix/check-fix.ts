import config from '#config';
import { backOff } from '../../runtime/back-off.ts';
import { evidenceStore } from '../../runtime/evidence-store.ts';
import { newId } from '../../runtime/identity.ts';
import { AskedTooSoon } from '../../shared/domain/remediation/decide/ask-for-check.ts';
import { checkInWords, notJudgedInWords } from '../../shared/domain/verification/check-in-words.ts';
import type { CheckResult } from '../../shared/domain/verification/check-result.ts';
import type { PostMortemId, RecommendationId } from '../../shared/domain/words/identifiers.ts';
import { Refusal } from '../../shared/domain/words/refusal.ts';
import { recordStore } from '../../shared/store/records/record-store.ts';
import { type CheckedFix, checkNow } from '../../shared/verification/check-now.ts';
import type { FixStanding } from '../../shared/verification/fix-standing.ts';
import { FixKeepsChanging } from '../../shared/verification/judge-fix.ts';
import type { CommandDependencies } from '../command.ts';
import { CommandFailure } from '../failure.ts';
import { whileBusy } from '../terminal.ts';

const BY = { kind: 'machine' as const, id: 'holdfast check-fix' };

/**
 * Judges a claimed fix now.
 *
 * @returns whether nothing speaks against it
 */
export async function checkFix(
  { installation: { table }, terminal, now, asJson }: CommandDependencies,
  fix: { postMortemId: PostMortemId; remediationId: RecommendationId },
): Promise<boolean> {
  const store = recordStore({ table, rules: config, now, newId, backOff });
  const cause = { actor: BY, correlationId: `check-fix:${fix.remediationId}`, hops: 0 };
  const deps = { store, evidence: evidenceStore(table, config), config, now };
  const checked = await whileBusy(terminal, 'judging the fix', async () => {
    try {
      return await checkNow(deps, fix, BY, cause);
    } catch (error) {
      throw inWords(error);
    }
  });
  terminal.out(asJson ? `${JSON.stringify(checked, undefined, 2)}\n` : checkedFixText(checked));
  const { grade, doubt } = checked;
  return grade !== 'failed' && grade !== 'late' && grade !== 'unproven' && doubt === undefined;
}

function inWords(error: unknown): unknown {
  if (error instanceof AskedTooSoon) return new CommandFailure(error.message, 'nothing was judged anew');
  if (error instanceof Refusal) return new CommandFailure(error.message, 'nothing was judged: there is no claim');
  if (error instanceof FixKeepsChanging) return new CommandFailure(error.message, 'try again in a minute');
  return error;
}

export function checkedFixText(checked: CheckedFix): string {
  const { changes } = checked;
  const changed = changes.length === 0 ? '  nothing changed' : `  changed: ${changes.join(', ')}`;
  return `${standingText(checked)}\n${changed}\n`;
}

export function standingText(standing: FixStanding): string {
  const { state, grade, step, steps, results } = standing;
  const ofGrade = grade === undefined ? '' : `: ${grade}`;
  const ofStep = step === undefined ? '' : `, ${Math.min(step, steps)} of ${steps} steps passed`;
  return [
    `${state}${ofGrade}${ofStep}`,
    ...facts(standing).map((fact) => `  ${fact}`),
    ...results.flatMap(resultLines),
  ].join('\n');
}

function resultLines({ outcome, check, because, notJudged }: CheckResult): string[] {
  const line = `  ${outcome}: ${checkInWords(check)} — ${because}`;
  if (notJudged === undefined) return [line];
  const { at, reason } = notJudged.newest;
  return [line, `    ${notJudgedInWords(notJudged)} at ${at}${reason === undefined ? '' : `: ${reason}`}`];
}

function facts({ doubt, silence, excused, heldUntil, nextCheckAt }: FixStanding): string[] {
  const on = doubt?.resource === undefined || doubt.resource === '*' ? '' : ` on ${doubt.resource}`;
  return [
    ...(doubt === undefined ? [] : [`in doubt: ${doubt.source}${on} said fail at ${doubt.at}`]),
    ...(silence === undefined ? [] : [`${silence.rung}: evidence was expected by ${silence.expectedAt}`]),
    ...(excused === undefined
      ? []
      : [
          `excused: evidence was expected by ${excused.expectedAt}, and may have been lost while signals could not be taken in`,
        ]),
    ...(heldUntil === undefined
      ? []
      : [`held: it came back again and again; counts when nothing fails until ${heldUntil}`]),
    ...(nextCheckAt === undefined ? [] : [`next check: ${nextCheckAt}`]),
  ];
}
