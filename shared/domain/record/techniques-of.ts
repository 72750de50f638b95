import { currentTechnique } from '../knowledge/attack.ts';
import { correctedTechnique } from './content/correction.ts';
import type { PostMortem } from './post-mortem.ts';

/**
 * Techniques that a record stands for, as ATT&CK calls them now, each once: those that people wrote, and those of the ticket that no
 * correction took back.
 */
export function techniquesOf({
  sections: { attack },
  incident,
  corrections,
}: Pick<PostMortem, 'sections' | 'incident' | 'corrections'>): string[] {
  const fromTicket = incident.techniques.flatMap((id) => {
    const found = corrections.find(({ of }) => correctedTechnique(of) === id);
    return found === undefined ? [id] : (found.shouldBe ?? []);
  });
  const named = [...(attack?.techniques ?? []).map(({ id }) => id), ...fromTicket];
  return [...new Set(named.map(currentTechnique))];
}
