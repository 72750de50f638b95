import { fromNow, type WorldSoFar } from '../world-so-far.ts';

const LESSON = { ownerTeam: 'security operations', dueAt: '' };

/** A near miss that somebody opened by hand, with a lesson in each state. */
export async function seedNearMiss(world: WorldSoFar): Promise<void> {
  const { nina, max, ben } = world.people;
  const id = await nina.add('/post-mortems', {
    ...{ kind: 'near miss', title: 'Wrong recipient: a list of customers was almost sent to a partner' },
    ...{ severity: 'medium', category: 'accidental disclosure', beganAt: fromNow(-20, 'days') },
    endedAt: fromNow(-20, 'days'),
  });
  world.records.nearMiss = id;
  const record = `/post-mortems/${id}`;
  await nina.sections(id, {
    summary: { text: 'The mail program completed the address of a partner. The sender noticed it in the outbox.' },
    detection: { how: 'The sender read the address again.', whyNotSooner: 'The program shows a name, no address.' },
    response: { firstAction: 'The sender stopped the mail within the 30 seconds that it waits.', tools: 'The outbox.' },
  });
  await nina.add(`${record}/observations`, { kind: 'got lucky', statement: 'The mail waits for 30 seconds.' });
  const lesson = async (statement: string, document: string, dueAt: string) =>
    nina.add(`${record}/lessons`, {
      ...LESSON,
      ...{ statement, document, dueAt, updates: 'procedure', reviewEvery: 'P180D' },
    });
  const claim = (part: string, version: string) =>
    nina.must('POST', `${record}/lessons/${part}/in-place`, {
      version,
      url: 'https://wiki.example.com/mail-to-partners',
      versionAt: fromNow(-1, 'days'),
    });
  await lesson('Whoever mails a list of customers reads the address aloud.', 'Mail to partners', fromNow(20, 'days'));
  await lesson('Lists of customers leave us by the exchange server alone.', 'Exchange of files', fromNow(-1, 'days'));
  const claimed = await lesson('The mail program asks again before a partner.', 'Set-up of mail', fromNow(9, 'days'));
  await claim(claimed, '2.0');
  const inPlace = await lesson('Mails wait for 30 seconds in the outbox.', 'Set-up of mail', fromNow(9, 'days'));
  await claim(inPlace, '1.4');
  await max.decide('POST', `${record}/lessons/${inPlace}/confirm`);
  const refused = await lesson('Partners have a mark in the address book.', 'Address book', fromNow(15, 'days'));
  await claim(refused, '7');
  await ben.decide('POST', `${record}/lessons/${refused}/refuse`, { reason: 'Two of five partners have no mark.' });
  const gone = await lesson('Addresses of former partners are taken out.', 'Address book', fromNow(15, 'days'));
  await claim(gone, '6');
  await ben.decide('POST', `${record}/lessons/${gone}/confirm`);
  await ben.decide('POST', `${record}/lessons/${gone}/no-longer-holds`, {
    reason: 'The address of a partner of last year is still there.',
    dueAt: fromNow(25, 'days'),
  });
}
