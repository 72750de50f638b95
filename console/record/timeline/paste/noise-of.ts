import type { Noise } from './pasted.ts';

const NOISE: readonly [Noise, RegExp][] = [
  [
    'join',
    /\b(?:has )?(?:joined|left|was added to|added .+ to) (?:the )?(?:channel|chat|group|conversation|room|meeting|#\S+)/i,
  ],
  ['reaction', /^(?::[\w+-]+: ?\d*|\p{Extended_Pictographic}\ufe0f? ?\d*)(?:\s|$)*$|\breacted (?:with|to)\b/iu],
  ['edit', /^\(?edited\)?$|^this message was deleted\.?$/i],
];

/** What a person rarely wants in a timeline. @returns undefined for words of a person */
export function noiseOf(name: string | undefined, text: string): Noise | undefined {
  if (name !== undefined && /\bAPP$|\bbot\b|bot$|\[bot\]/i.test(name)) return 'bot';
  return NOISE.find(([, pattern]) => pattern.test(text.trim()))?.[0];
}
