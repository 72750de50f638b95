import type { Sha256 } from '../history/audit-chain.ts';
import { PartId, RecommendationId } from '../words/identifiers.ts';
import type { Import } from './import.ts';

export type ImportIds = ReturnType<typeof importIds>;

/** ULIDs in the order of the file: the time of the import, the place in the file, and what only this file has. */
export function importIds({ file, sha256: fileHash, at }: Import, sha256: Sha256) {
  const time = base32(Date.parse(at), 10);
  const id = (list: string, index: number) => {
    const digits = sha256(`${fileHash} ${list} ${index}`);
    const salt = base32(Number.parseInt(digits.slice(0, 12), 16), 12);
    return `${time}${base32(index, 4)}${salt}`;
  };
  const part = (list: string) => (index: number) => PartId.parse(id(list, index));
  const [cause, observation] = [part('root cause'), part('observation')];
  const evidence = part('evidence');
  const evidenceByLabel = new Map(file.evidence.map((one, index) => [one.id, evidence(index)] as const));
  const named = new Map([
    ...file.rootCauses.map((one, index) => [one.id, cause(index)] as const),
    ...file.observations.map((one, index) => [one.id, observation(index)] as const),
  ]);
  return {
    cause,
    observation,
    factor: part('contributing factor'),
    recommendation: (index: number) => RecommendationId.parse(id('recommendation', index)),
    lesson: part('lesson'),
    notification: part('notification'),
    evidence,
    correction: part('correction'),
    measure: part('temporary measure'),
    entry: part('timeline'),
    /** @param label as the file names a cause or an observation; its schema has seen that it is there */
    named: (label: string): PartId => named.get(label) ?? PartId.parse(label),
    /** @param label as the file names evidence; its schema has seen that it is there */
    evidenceNamed: (label: string): PartId => evidenceByLabel.get(label) ?? PartId.parse(label),
  };
}

const DIGITS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

function base32(value: number, length: number): string {
  let digits = '';
  for (let rest = value; digits.length < length; rest = Math.floor(rest / 32))
    digits = DIGITS.charAt(rest % 32) + digits;
  return digits;
}
