import type { DueFixesFigures } from './due-fixes.ts';

/** The figures as a Markdown table. */
export function dueFixesTable({ fixes, idleDay, usualDay, afterOutage, signals }: DueFixesFigures): string {
  const units = ({ read, write }: { read: number; write: number }) => `${read} read, ${write} write units`;
  const rows = [
    ['fixes under validation', String(fixes)],
    ['a day of 24 runs with nothing due', `${units(idleDay.of100000)}; × ${idleDay.ratio} of that with 1,000 fixes`],
    ['a usual day', `${usualDay.due} due, ${usualDay.missed} not judged, ${units(usualDay.perDueFix)} each`],
    ['finding and sending those', units(usualDay.sending)],
    ['after an outage', `${afterOutage.due} due at once, ${afterOutage.malformed} of them malformed`],
    ['runs that sent them', afterOutage.runs.join(' + ')],
    ['sent again while they waited', String(afterOutage.sentAgain)],
    ['not judged, in the dead-letter queue', `${afterOutage.missed}, ${afterOutage.deadLetters}`],
    ['finding and sending those', units(afterOutage.sending)],
    ['judging them', `${units(afterOutage.perDueFix)} each; ${Math.round(afterOutage.judgedInASecond)} in a second`],
    ['signals', `${signals.signals} in ${signals.seconds.toFixed(1)} s, ${units(signals.perSignal)} each`],
  ];
  return `| with many fixes | |\n| --- | --- |\n${rows.map(([what, figure]) => `| ${what} | ${figure} |`).join('\n')}\n`;
}
