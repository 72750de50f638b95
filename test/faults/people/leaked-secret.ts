import { CONTROLS } from './controls.ts';
import { ANALYST_ANNA, MINUTE, type PeopleWorld } from './people-world.ts';

/** A source that no program of the simulation may speak for. */
export const ANOTHER_SOURCE = 'another source';

/** Somebody has the secret of the scanner, and says in the name of another source that all is well. */
export async function speakForAnotherSource(world: PeopleWorld): Promise<void> {
  while (!world.isOver()) {
    await world.pause(20 * MINUTE, 60 * MINUTE);
    await world.ask(ANALYST_ANNA, 'POST', '/signals', {
      subject: { type: 'control', id: world.random.pick(CONTROLS) },
      outcome: 'pass',
      observedAt: world.timeline.now(),
      source: ANOTHER_SOURCE,
    });
  }
}
