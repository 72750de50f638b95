import { ticketLabel } from '../../../shared/domain/remediation/remediation.ts';
import { looked } from '../../../shared/domain/words/look.ts';
import type { NewTicket, ShownTicket, TicketDraft, TicketSystem } from '../../../shared/tickets/ticket-system.ts';
import type { TextBlock, TextRuns, TicketText } from '../../../shared/tickets/ticket-text.ts';

type Card = NewTicket & {
  draft: TicketDraft;
  status: string;
  isDone: boolean;
  createdAt: string;
  updatedAt: string;
  movedAt: string;
  comments: { marker: string; text: string }[];
  repeats: string[];
};

/** Error of the board: whether it carried the request out is unknown. */
export class BoardSilent extends Error {}

/** Error of the board: it said no. */
export class BoardRefused extends Error {}

/** The words of a text, a line for each block. The board has no marks. */
export const wordsOf = (text: TicketText): string => text.flatMap(linesOf).join('\n');

function linesOf(block: TextBlock): string[] {
  const wordsIn = (runs: TextRuns): string => runs.map((run) => run.text).join('');
  switch (block.kind) {
    case 'heading':
    case 'paragraph':
      return [wordsIn(block.runs)];
    case 'list':
      return block.items.map(wordsOf);
    case 'quote':
      return block.blocks.flatMap(linesOf);
    case 'code':
      return [block.code];
    case 'table':
      return block.rows.map((cells) => cells.map(wordsIn).join(' | '));
    case 'rule':
    case 'whole text':
      return [];
  }
}

/**
 * A second system where teams work on fixes, in memory: no Jira, and nothing of Jira. Its ids are no numbers, it creates one
 * ticket at a time, and its search shows no ticket before `searchLagMs` are over.
 */
export function ticketBoard(now: () => string) {
  const cards: Card[] = [];
  let answers = true;
  const searchLagMs = 60_000;
  const card = (idOrKey: string): Card => {
    const found = cards.find(({ issueId, key }) => issueId === idOrKey || key === idOrKey);
    if (found === undefined) throw new BoardRefused(`the board has no card ${idOrKey}`);
    return found;
  };
  const move = (one: Card, status: string, isDone: boolean): void => {
    Object.assign(one, { status, isDone, movedAt: now(), updatedAt: now() });
  };
  const outcomeOf = ({ status }: Card) => ({ status: { name: status }, resolution: undefined });
  const shown = (one: Card): ShownTicket => ({
    issueId: one.issueId,
    key: one.key,
    project: one.draft.route.project,
    types: [one.draft.route.issueType],
    isOurs: true,
    isNamed: true,
    isIncident: false,
    isDone: one.isDone,
    status: one.status,
    outcome: outcomeOf(one),
    updatedAt: one.updatedAt,
    mark: one.draft.mark,
    reading: () =>
      Promise.resolve({
        ticket: { site: 'board.test', issueId: one.issueId, key: one.key },
        isDone: one.isDone,
        outcome: outcomeOf(one),
        movedAt: one.movedAt,
        claim: { at: one.movedAt, status: one.status },
      }),
  });
  const age = (at: string): number => Date.parse(now()) - Date.parse(at);
  const searched = (wanted: (one: Card) => boolean): Promise<ShownTicket[]> =>
    Promise.resolve(cards.filter((one) => age(one.createdAt) >= searchLagMs && wanted(one)).map(shown));

  function create(draft: TicketDraft): Promise<NewTicket> {
    const number = cards.length + 1;
    const ticket = { issueId: `card-${number}`, key: `${draft.route.project}/${number}` };
    const at = now();
    cards.push({
      ...ticket,
      draft,
      status: 'Inbox',
      isDone: false,
      createdAt: at,
      updatedAt: at,
      movedAt: at,
      comments: [],
      repeats: [],
    });
    return answers ? Promise.resolve(ticket) : Promise.reject(new BoardSilent('no answer'));
  }

  const system: TicketSystem = {
    site: 'board.test',
    names: ['board.test'],
    key: undefined,
    searchLagMs,
    account: () => Promise.resolve('holdfast'),
    turnToCreate: () => Promise.resolve(),
    turnToReopen: () => Promise.resolve(),
    create,
    mostAtOnce: 1,
    async createMany(drafts) {
      const created: (NewTicket | Error)[] = [];
      for (const draft of drafts) created.push(await create(draft));
      return created;
    },
    show: (ticketId) =>
      Promise.resolve(cards.filter(({ issueId, key }) => issueId === ticketId || key === ticketId).map(shown)[0]),
    shown: (ticketIds) =>
      Promise.resolve(new Set(ticketIds.filter((id) => cards.some(({ issueId }) => issueId === id)))),
    showMany: (ticketIds) => Promise.resolve(cards.filter(({ issueId }) => ticketIds.includes(issueId)).map(shown)),
    mostShown: 100,
    withNameOf: (remediation) =>
      searched(({ draft }) => ticketLabel(draft.mark.remediationId) === ticketLabel(remediation)),
    async *changedWithin(ms) {
      const changed = await searched(({ updatedAt }) => age(updatedAt) <= ms);
      yield changed.map(({ issueId }) => issueId);
    },
    async *changedSince({ since }) {
      const changed = await searched(({ updatedAt }) => updatedAt >= since);
      yield { found: changed.map(({ issueId }) => issueId), next: undefined };
    },
    async *ours(days) {
      yield searched(({ createdAt }) => days === undefined || age(createdAt) <= days * 86_400_000);
    },
    reopen(ticketId) {
      const one = card(ticketId);
      const wasDone = one.isDone;
      if (wasDone) move(one, 'Inbox', false);
      return Promise.resolve(wasDone);
    },
    close: (ticketId) => Promise.resolve(move(card(ticketId), 'Archived', true)),
    moveAfter: () => Promise.resolve(false),
    linkDuplicate(duplicate, original) {
      card(duplicate).repeats.push(original);
      return Promise.resolve(undefined);
    },
    linkFollowUp: () => Promise.resolve('the board has no links'),
    linkToIncident: () => Promise.resolve('not wanted'),
    tellRest: () => Promise.resolve(false),
    moveDueDate: () => Promise.resolve(false),
    giveName: () => Promise.resolve(false),
    commentOnce(ticketId, marker, comment, beforeWriting = () => {}) {
      const { comments } = card(ticketId);
      if (!comments.some((one) => one.marker === marker)) {
        beforeWriting();
        comments.push({ marker, text: wordsOf(comment) });
      }
      return Promise.resolve();
    },
    failureOf(error) {
      if (error instanceof BoardSilent) return 'unknown';
      return error instanceof BoardRefused ? 'refused' : undefined;
    },
    withoutWords: (error) => error,
    checkSite: () => Promise.resolve([]),
    checkRoute: ({ project }) => Promise.resolve([looked(project)]),
    outlook: ({ name }) => Promise.resolve(name),
  };
  return {
    system,
    cards,
    /** Somebody works on a card. */
    finish: (key: string) => move(card(key), 'Shipped', true),
    /** Carries out what it is asked, and says nothing. */
    fallSilent: () => {
      answers = false;
    },
    speakAgain: () => {
      answers = true;
    },
  };
}
