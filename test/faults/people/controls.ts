import { createRandom } from '../weather/random.ts';

/** Subjects of signals; the checks of recommendations ask for them. */
export const CONTROLS = ['mail-filter', 'phishing-training'] as const;

export type Controls = ReturnType<typeof createControls>;

/** How controls really stand in a storm, and what their scanner says of them: mostly the truth. */
export function createControls(seed: number) {
  const random = createRandom(seed, 'controls');
  const holds = new Map<string, boolean>(CONTROLS.map((id) => [id, random.chance(0.5)]));
  /** In half of the storms nobody answers where the scanner is asked. */
  const isThere = random.chance(0.5);
  const outcomeOf = (id: string) => (holds.get(id) === true ? ('pass' as const) : ('fail' as const));
  return {
    isThere,
    random,
    /** What the scanner reports by itself. Time goes on, and so do those who change things. */
    reported(id: string): 'pass' | 'fail' {
      if (random.chance(0.4)) holds.set(id, holds.get(id) !== true);
      const truth = outcomeOf(id);
      if (!random.chance(0.15)) return truth;
      return truth === 'pass' ? 'fail' : 'pass';
    },
    /** What it sees when it is asked. */
    seen: outcomeOf,
  };
}
