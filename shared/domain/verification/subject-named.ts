import { techniqueInWords } from '../knowledge/attack.ts';
import type { Subject } from './signal.ts';

/** Kind and id of a subject, such as "control S3.1"; a technique has its name with it, where the catalogue knows it. */
export const subjectNamed = ({ type, id }: Subject): string =>
  `${type} ${type === 'technique' ? techniqueInWords(id) : id}`;
