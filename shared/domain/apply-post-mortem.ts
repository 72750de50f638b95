import type { DomainEvent, EventOf } from './events.ts';
import type { TimelineEntry } from './incident.ts';
import type { Person } from './person.ts';
import type { PostMortem } from './post-mortem.ts';
import type { Recommendation } from './recommendation.ts';

/**
 * The record after one more event. Only `Post-Mortem Opened` starts one; events about remediations pass by.
 *
 * @throws Error when the log does not begin with its opening, which no correct store can hold.
 */
export function applyToPostMortem(state: PostMortem | undefined, event: DomainEvent): PostMortem {
  if (event.type === 'Post-Mortem Opened') return opened(event);
  if (state === undefined) throw new Error(`${event.type} came before the post-mortem was opened`);
  const next = change(state, event);
  return next === undefined ? state : { ...state, ...next, revision: state.revision + 1 };
}

function opened({ data }: EventOf<'Post-Mortem Opened'>): PostMortem {
  return {
    id: data.postMortemId,
    status: 'open',
    revision: 1,
    incident: data.incident,
    openedAt: data.openedAt,
    dueAt: data.dueAt,
    isLinkedToTicket: false,
    authors: [],
    sections: {},
    timeline: inOrder(data.timeline),
    rootCauses: [],
    contributingFactors: [],
    recommendations: [],
  };
}

function change(state: PostMortem, event: DomainEvent): Partial<PostMortem> | undefined {
  switch (event.type) {
    case 'Incident Ticket Linked':
      return { isLinkedToTicket: true };
    case 'Section Written':
      return { sections: { ...state.sections, [event.data.section]: event.data.content }, ...by(state, event.data.by) };
    case 'Timeline Entry Added':
      return { timeline: inOrder([...state.timeline, event.data.entry]), ...by(state, event.data.by) };
    case 'Root Cause Added':
      return { rootCauses: add(state.rootCauses, event.data.rootCause), ...by(state, event.data.by) };
    case 'Contributing Factor Added':
      return { contributingFactors: add(state.contributingFactors, event.data.factor), ...by(state, event.data.by) };
    case 'Recommendation Proposed':
      return { recommendations: add(state.recommendations, event.data.recommendation), ...by(state, event.data.by) };
    case 'Post-Mortem Submitted':
      return { status: 'in review', submittedBy: event.data.by };
    case 'Post-Mortem Returned':
      return { status: 'open', returnedBecause: event.data.reason };
    case 'Post-Mortem Approved':
      return { status: 'approved', approvedBy: event.data.by, approvedAt: event.data.at };
    case 'Recommendation Approved':
      return { recommendations: replace(state.recommendations, event.data.recommendation) };
    case 'Recommendation Declined':
      return { recommendations: replace(state.recommendations, event.data.recommendation) };
    default:
      return undefined;
  }
}

function by(state: PostMortem, author: Person): Pick<PostMortem, 'authors'> {
  return {
    authors: state.authors.some((known) => known.id === author.id) ? state.authors : [...state.authors, author],
  };
}

function replace(all: readonly Recommendation[], changed: Recommendation): Recommendation[] {
  return all.map((one) => (one.id === changed.id ? changed : one));
}

/** By time; entries of the same instant in the order of their ids, which is that of their creation. */
export function inOrder(entries: readonly TimelineEntry[]): TimelineEntry[] {
  return entries.toSorted((a, b) => Date.parse(a.at) - Date.parse(b.at) || compareIds(a, b));
}

function add<Part extends { id: string }>(all: readonly Part[], one: Part): Part[] {
  return [...all, one].toSorted(compareIds);
}

function compareIds(a: { id: string }, b: { id: string }): number {
  return a.id < b.id ? -1 : Number(a.id > b.id);
}
