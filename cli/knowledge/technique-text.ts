import type * as z from 'zod';
import type { KnownTechnique, TechniquePage } from '../../shared/api/routes/knowledge-routes.ts';
import { tableText } from '../api/table-text.ts';

/** @param columns width of the terminal; undefined in a pipe */
export function techniqueTable({ techniques }: z.infer<typeof TechniquePage>, columns?: number): string {
  const rows = techniques.map(({ id, name, replacedBy, isRetired }) => [
    id,
    replacedBy ?? (isRetired ? 'retired' : ''),
    name,
  ]);
  return tableText(['ID', 'NOW', 'NAME'], rows, columns);
}

/** A technique on the terminal, with what is named against it. */
export function techniqueText({ id, name, ...more }: KnownTechnique): string {
  const { tactics, isRetired, replacedBy, attackVersion, d3fendVersion, countermeasures, about } = more;
  const lines = [
    `${id}  ${name}`,
    ...(replacedBy === undefined ? [] : [`Replaced by ${replacedBy.id}  ${replacedBy.name}`]),
    ...(isRetired && replacedBy === undefined ? ['Retired: nothing took its place'] : []),
    `Tactics: ${tactics.map((tactic) => tactic.name).join(', ') || 'none'}`,
    '',
    countermeasures.length === 0
      ? 'MITRE names no mitigation.'
      : `Suggestions (ATT&CK ${attackVersion}, D3FEND ${d3fendVersion}):`,
    ...countermeasures.flatMap(({ mitigation, name: what, d3fend }) => [
      `  ${mitigation}  ${what}`,
      ...d3fend.map((one) => `    ${one.id}  ${one.name}`),
    ]),
    ...(countermeasures.length === 0 ? [] : ['', about]),
  ];
  return `${lines.join('\n')}\n`;
}
