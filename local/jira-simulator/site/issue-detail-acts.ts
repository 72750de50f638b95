import type { SimulatedAdfDocument } from './adf-document.ts';
import type { LinkType, User } from './catalogue.ts';
import type { Comment, EntityProperty, Issue, RemoteLink, SimulatedChangeItem } from './issue.ts';
import type { Json } from './json.ts';
import type { ChangeRecorder, SiteParts } from './record-change.ts';

/** Acts on what hangs on an issue: its comments, links and properties. */
export function issueDetailActs({ store, clock, onEvent }: SiteParts, { change }: ChangeRecorder) {
  return {
    addComment(
      actor: User,
      issue: Issue,
      body: SimulatedAdfDocument,
      properties: readonly EntityProperty[] = [],
      visibleTo?: string,
    ): Comment {
      const at = clock();
      const comment: Comment = {
        id: store.nextId('comment'),
        author: actor,
        body,
        createdAt: at,
        properties,
        visibleTo,
      };
      const commented: Issue = { ...issue, comments: [...issue.comments, comment], updatedAt: at };
      store.save(commented);
      onEvent({ kind: 'comment-created', issue: commented, actor, at, comment });
      return comment;
    },

    /** A link with a known `globalId` takes the place of the old one; so repeating the call adds nothing. */
    putRemoteLink(actor: User, issue: Issue, fields: Omit<RemoteLink, 'id'>): { link: RemoteLink; isNew: boolean } {
      const known = issue.remoteLinks.find(({ globalId }) => globalId !== null && globalId === fields.globalId);
      const link: RemoteLink = { id: known?.id ?? Number(store.nextId('remote link')), ...fields };
      if (known !== undefined) {
        const remoteLinks = issue.remoteLinks.map((each) => (each.id === known.id ? link : each));
        store.save({ ...issue, remoteLinks });
        return { link, isNew: false };
      }
      const item: SimulatedChangeItem = {
        field: 'RemoteWorkItemLink',
        fieldtype: 'jira',
        from: null,
        fromString: null,
        to: String(link.id),
        toString: `This issue links to "${link.object.title} (Web Link)"`,
      };
      change(actor, issue, { ...issue, remoteLinks: [...issue.remoteLinks, link] }, 'issue_updated', [item]);
      return { link, isNew: true };
    },

    /** Properties are for programs: setting one neither touches `updated` nor tells the webhooks of issues. */
    putProperty(issue: Issue, key: string, value: Json): { isNew: boolean } {
      store.save({ ...issue, properties: { ...issue.properties, [key]: value } });
      return { isNew: !Object.hasOwn(issue.properties, key) };
    },

    /** The same link again is no error, and adds none. */
    linkIssues(actor: User, type: LinkType, inwardIssue: Issue, outwardIssue: Issue): void {
      const isThere = inwardIssue.links.some(
        (link) => link.type.id === type.id && link.direction === 'outward' && link.otherIssueId === outwardIssue.id,
      );
      if (isThere) return;
      const id = store.nextId('issue link');
      // The request reads "inwardIssue blocks outwardIssue": the inward issue shows the outward one, and the other way round.
      for (const [issue, other, direction] of [
        [inwardIssue, outwardIssue, 'outward'],
        [outwardIssue, inwardIssue, 'inward'],
      ] as const) {
        const item: SimulatedChangeItem = {
          field: 'Link',
          fieldtype: 'jira',
          from: null,
          fromString: null,
          to: other.key,
          toString: `This issue ${type[direction]} ${other.key}`,
        };
        const link = { id, type, direction, otherIssueId: other.id };
        change(actor, issue, { ...issue, links: [...issue.links, link] }, 'issue_updated', [item]);
      }
    },
  };
}
