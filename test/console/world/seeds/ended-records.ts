import { closedTicket, fromNow, type WorldSoFar } from '../world-so-far.ts';

/** Records that ended without an approval: one that needs no review, and two tickets of one incident. */
export async function seedEndedRecords(world: WorldSoFar): Promise<void> {
  const { anna, ben } = world.people;
  const [waived, merged, goesOn] = await Promise.all([
    closedTicket(world, { summary: 'Test alarm of the new monitoring', priority: 'Low' }),
    closedTicket(world, { summary: 'Mail queue grew: false bounces to our domain', priority: 'Medium' }),
    closedTicket(world, { summary: 'False bounces: a campaign with our domain as its sender', priority: 'Medium' }),
  ]);
  Object.assign(world.records, { waived, merged, goesOn });
  const reason = 'The alarm was set off on purpose, was seen after two minutes, and nothing happened.';
  await anna.decide('POST', `/post-mortems/${waived}/waive`, { reason });
  const why = 'Both tickets tell of the same campaign.';
  await ben.decide('POST', `/post-mortems/${merged}/merge`, { into: goesOn, reason: why });
}

const OTHERS = [
  ['exercise', 'Tabletop: ransomware on the file server', 'medium'],
  ['false positive', 'Alarm on a backup that looked like a leak', 'low'],
  ['incident', 'Lost laptop of a contractor', 'medium'],
  ['incident', 'Expired certificate took down the partner interface', 'high'],
  ['near miss', 'Bucket was public for two hours, and empty', 'medium'],
  ['incident', 'Flood of sign-ins from many addresses', 'high'],
  ['incident', 'Supplier told of a leak of their ticket system', 'medium'],
  ['exercise', 'Restore of the customer database from its backup', 'low'],
] as const;

/** Records that make the lists longer. */
export async function seedOtherRecords(world: WorldSoFar): Promise<void> {
  const { max, nina } = world.people;
  await Promise.all(
    OTHERS.map(async ([kind, title, severity], index) => {
      const by = index % 2 === 0 ? max : nina;
      const began = fromNow(-index - 2, 'days');
      const id = await by.add('/post-mortems', { kind, title, severity, beganAt: began, endedAt: fromNow(-1, 'days') });
      world.records[`other${index + 1}`] = id;
    }),
  );
  world.records.periodicReview = await max.add('/post-mortems', {
    ...{ kind: 'periodic review', title: 'What we learned in the third quarter', severity: 'medium' },
    scope: { from: '2026-07-01T00:00:00.000Z', to: '2026-10-01T00:00:00.000Z', covers: [] },
  });
}
