import { describe, expect, it } from 'vitest';
import { namesOfSeveralThings } from '../../../tools/exported-names.ts';

describe('names that stand for several things', () => {
  it('are found whatever is declared under them', () => {
    const files = [
      { path: 'a.ts', text: 'export type Route = string; export function link() {} export class Anchors {}' },
      { path: 'b.ts', text: 'export interface Route {} export const { link, one: [Anchors] } = made();' },
    ];
    expect(namesOfSeveralThings(files)).toEqual([
      { name: 'Anchors', files: ['a.ts', 'b.ts'] },
      { name: 'Route', files: ['a.ts', 'b.ts'] },
      { name: 'link', files: ['a.ts', 'b.ts'] },
    ]);
  });

  it('are none where a file has a schema and its type, another re-exports it, and a third keeps its own to itself', () => {
    const files = [
      { path: 'a.ts', text: 'export const Fault = z.object({}); export type Fault = z.infer<typeof Fault>;' },
      { path: 'b.ts', text: "export { Fault } from './a.ts'; export type { Fault as Other } from './a.ts';" },
      { path: 'c.ts', text: 'type Fault = string;' },
    ];
    expect(namesOfSeveralThings(files)).toEqual([]);
  });
});
