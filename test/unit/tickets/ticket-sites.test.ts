import { describe, expect, it } from 'vitest';
import { isSameTicket, ticketSites, UnknownTicketSite } from '../../../shared/tickets/ticket-sites.ts';
import { BoardRefused, BoardSilent, ticketBoard } from '../../support/systems/ticket-board.ts';

const board = (key: string | undefined, ...names: [string, ...string[]]) => ({
  ...ticketBoard(() => '2026-11-21T10:00:00.000Z').system,
  key,
  site: names[0],
  names,
});
const [main, finance] = [board(undefined, 'acme.test', 'old.test'), board('finance', 'finance.test')];
const sites = ticketSites([main, finance]);

describe('the sites of tickets', () => {
  it('are found by every name that records keep, and by the one of the configuration', () => {
    const names = ['acme.test', 'old.test', 'finance.test'];
    expect([...names.map(sites.named), sites.of({}), sites.of({ site: 'finance' })]).toEqual([
      ...[main, main, finance],
      ...[main, finance],
    ]);
  });

  it('are never guessed, also where there is but one', () => {
    expect(() => ticketSites([main]).named('finance.test')).toThrow(
      'no site of the configuration is called finance.test',
    );
    expect(() => ticketSites([main]).of({ site: 'finance' })).toThrow(UnknownTicketSite);
    expect(() => sites.named('finance')).toThrow(UnknownTicketSite);
  });

  it('say what an error means, whichever of them it is from; one that is unknown is for a person', () => {
    const errors = [new BoardSilent(), new BoardRefused(), new UnknownTicketSite('gone.test'), new Error('other')];
    expect(errors.map(sites.failureOf)).toEqual(['unknown', 'refused', 'refused', undefined]);
  });

  it('have tickets of the same id, which are not the same', () => {
    const kept = { site: 'old.test', issueId: '10001' };
    expect([
      isSameTicket(kept, main, '10001'),
      isSameTicket(kept, finance, '10001'),
      isSameTicket(kept, main, '10002'),
    ]).toEqual([true, false, false]);
  });
});
