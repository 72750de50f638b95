import { describe, expect, it } from 'vitest';
import { sameWordsWithin } from '../../../../shared/domain/hints/same-words.ts';
import { plainWords } from '../../../../shared/domain/remediation/plain-words.ts';
import { aPostMortemId, aRecommendation } from '../../../support/world/records.ts';

describe('the plain words of a title', () => {
  it.each([
    '**Rotate** the _keys_!',
    '  rotate   THE keys ',
    'Rotate the keys.',
    '[Rotate the keys](https://wiki.acme.com/keys)',
    'Rotate – the “keys”',
  ])('are the same for %j', (title) => {
    expect(plainWords(title)).toBe('rotate the keys');
  });

  it('keep what is another word, also in other scripts', () => {
    expect(
      ['Rotate the key', 'Schlüssel tauschen', '鍵を交換する', 'TLS 1.2', 'TLS 1.3', '!!!'].map(plainWords),
    ).toEqual(['rotate the key', 'schlüssel tauschen', '鍵を交換する', 'tls 1 2', 'tls 1 3', undefined]);
  });
});

describe('recommendations of one record with the same words', () => {
  it('are found, each beside the first of them, and a declined one is none', () => {
    const [first, second, declined, other] = [
      aRecommendation({ title: 'Rotate the keys' }),
      aRecommendation({ title: 'rotate the keys!' }),
      { ...aRecommendation({ title: 'Rotate the keys' }), status: 'declined' as const },
      aRecommendation({ title: 'Lock the door' }),
    ];
    const id = aPostMortemId();
    expect([...sameWordsWithin(id, [declined, first, second, other])]).toEqual([
      [second.id, { postMortemId: id, recommendationId: first.id }],
    ]);
  });
});
