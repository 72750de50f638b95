import type { SentSignal } from '../../../shared/verification/take-in-signal.ts';
import { CONTROLS } from './controls.ts';
import { ANALYST_ANNA, MINUTE, type PeopleWorld } from './people-world.ts';

/** Resources of each control, and sources that look at them. The second one is often wrong. */
export const RESOURCES = ['gateway-eu', 'gateway-us'] as const;
export const SOURCES = ['scanner', 'edr'] as const;
const WRONG: Record<(typeof SOURCES)[number], number> = { scanner: 0.05, edr: 0.25 };

/** The longest that a source keeps for itself what it saw. */
const LATEST = 150 * MINUTE;

type Look = Pick<SentSignal, 'subject' | 'resource' | 'source' | 'outcome' | 'observedAt'> & { reason?: string };

/**
 * Sources of evidence look at controls that hold and break by themselves, and tell of it as sources do: late, out of order,
 * twice, with errors of their own, at odds with one another, without a judgement, of resources that are no more.
 */
export async function sendSignals(world: PeopleWorld): Promise<void> {
  const { random } = world;
  const holds = new Map<string, boolean>();
  const kept: Look[] = [];
  while (!world.isOver()) {
    await world.pause(MINUTE, 20 * MINUTE);
    const [id, resource, source] = [random.pick(CONTROLS), random.pick(RESOURCES), random.pick(SOURCES)];
    const key = `${id} ${resource}`;
    if (random.chance(0.2)) holds.set(key, !(holds.get(key) ?? true));
    const look = lookAt(world, { id, resource, source, isHolding: holds.get(key) ?? true });
    if (random.chance(0.15)) kept.push(look);
    else await tell(world, look);
    if (random.chance(0.2)) await tell(world, look);
    const [late] = kept;
    if (late !== undefined && (random.chance(0.3) || isTooLate(world, late))) await tell(world, kept.shift() ?? late);
  }
  for (const look of random.shuffled(kept)) await tell(world, look);
}

function lookAt(
  { random, timeline }: PeopleWorld,
  {
    id,
    resource,
    source,
    isHolding,
  }: { id: string; resource: string; source: (typeof SOURCES)[number]; isHolding: boolean },
): Look {
  const isRight = !random.chance(WRONG[source]);
  const draw = random.fraction();
  const judged = isHolding === isRight ? ('pass' as const) : ('fail' as const);
  const outcome = draw < 0.05 ? ('not judged' as const) : draw < 0.08 ? ('gone' as const) : judged;
  return {
    subject: { type: 'control', id },
    ...(random.chance(0.8) ? { resource } : {}),
    source,
    outcome,
    ...(outcome === 'not judged' ? { reason: 'the agent did not answer' } : {}),
    observedAt: timeline.now(),
  };
}

const isTooLate = ({ timeline }: PeopleWorld, { observedAt }: Look): boolean =>
  timeline.nowMs() - Date.parse(observedAt) > LATEST;

const tell = (world: PeopleWorld, look: Look) => world.ask(ANALYST_ANNA, 'POST', '/signals', look);
