import { describe, expect, it } from 'vitest';
import { Author, isSameAuthor } from '../../../../shared/domain/words/person.ts';
import { withoutWords } from '../../../../shared/domain/words/without-words.ts';

const scanner: Author = { kind: 'machine', id: 'client-1', name: 'mail-scanner', owner: 'sam@acme.com' };

describe('an author that is a program', () => {
  it('is read as earlier versions wrote it, with an id alone', () => {
    expect(Author.parse({ kind: 'machine', id: 'client-1' })).toEqual({ kind: 'machine', id: 'client-1' });
  });

  it('is told of a restricted record by id and name, never with the address of its owner', () => {
    expect(withoutWords(Author, scanner)).toEqual({ kind: 'machine', id: 'client-1', name: 'mail-scanner' });
  });

  it.each([
    ['with the same owner, however the address is written', { ...scanner, owner: 'Sam@Acme.com' }, true],
    ['under another name of the same client', { ...scanner, name: 'scanner' }, true],
    ['with another owner', { ...scanner, owner: 'ida@acme.com' }, false],
    ['from before it had one', { kind: 'machine' as const, id: 'client-1' }, false],
    ['with another client', { ...scanner, id: 'client-2' }, false],
    ['and no person of its id', { kind: 'person' as const, id: 'client-1', name: 'Sam', email: 'sam@acme.com' }, false],
  ])('is the same one %s: %s', (_, other, isSame) => {
    expect([isSameAuthor(scanner, other), isSameAuthor(other, scanner)]).toEqual([isSame, isSame]);
  });
});
