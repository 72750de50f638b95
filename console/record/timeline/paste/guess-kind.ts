export type GuessedKind = 'attacker' | 'detection' | 'decision' | 'action' | 'communication';

const KINDS: readonly [GuessedKind, RegExp][] = [
  ['decision', /\b(?:decid\w*|decision|agreed|approv\w+|we (?:will|won't)|go ahead)\b/i],
  ['detection', /\b(?:alert\w*|detect\w*|alarm|noticed|triggered|seen in the logs|siem|edr)\b/i],
  ['attacker', /\b(?:attacker|phish\w*|malicious|exfiltrat\w*|adversary|threat actor|lateral)\b/i],
  [
    'action',
    /\b(?:block\w*|isolat\w*|reset|revok\w*|disabl\w*|restart\w*|patch\w*|rotat\w*|restor\w*|contain\w*|deploy\w*|rolled back)\b/i,
  ],
];

/** Kind of a timeline entry by a few words of its text. A guess, to be shown as one. */
export function guessKind(text: string): GuessedKind {
  return KINDS.find(([, pattern]) => pattern.test(text))?.[0] ?? 'communication';
}
