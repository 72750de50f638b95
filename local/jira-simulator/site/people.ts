import { readAssignment, readEdit } from '../api/fields/read-edit.ts';
import { readNewIssue } from '../api/fields/read-new-issue.ts';
import { readTransition } from '../api/fields/read-transition.ts';
import { issueNotFound, JiraError } from '../api/jira-error.ts';
import { actingUser } from './acting-user.ts';
import { documentOfText, type SimulatedAdfDocument } from './adf-document.ts';
import { projectByIdOrKey, type Status, sameText, type User } from './catalogue.ts';
import type { Comment, EntityProperty, Issue } from './issue.ts';
import type { Site } from './site.ts';
import { apiFields, asDocument, type WrittenFields } from './written-fields.ts';

/** Doer: display name, e-mail address or account id. Default: the first person who is not the API's account. */
export type By = { readonly by?: string | undefined };

export type WrittenIssue = WrittenFields & { readonly project: string; readonly summary: string };

/**
 * Acts of people in Jira's own screens, in the words on those screens: names instead of ids.
 * It obeys the same rules, and tells the same webhooks, as a call to the API.
 */
export function createPeople(site: Site, apiUser: User) {
  const { catalogue, store } = site;
  const person = (name: string | undefined) => actingUser(catalogue, apiUser, name);
  return {
    /** The work type is a Task unless told otherwise. What a form demands beyond what is written, the person fills in. */
    createIssue({ project, ...fields }: WrittenIssue, { by }: By = {}): Issue {
      const request = {
        project: { key: project },
        ...apiFields({ ...fields, issueType: fields.issueType ?? 'Task' }, site),
      };
      const author = person(by);
      return site.createIssue(author, readNewIssue(request, site, author, 'person'));
    },

    transition(
      key: string,
      statusName: string,
      { by, resolution, comment }: By & { resolution?: string | undefined; comment?: string | undefined } = {},
    ): Issue {
      const issue = issueOf(key);
      const way = site.rules.waysOf(issue).find(({ to }) => isCalled(site.rules.statusWithId(to), statusName));
      if (way === undefined) throw new JiraError(400, [noWay(issue, statusName)]);
      const actor = person(by);
      const fields = { ...(resolution !== undefined && { resolution: { name: resolution } }) };
      const edit = readTransition(fields, site, { issue, way, actor, user: 'person', hasComment: false });
      const moved = site.transitionIssue(actor, issue, way, edit);
      if (comment !== undefined) site.addComment(actor, moved, documentOfText(comment));
      return issueOf(key);
    },

    editIssue(key: string, fields: WrittenFields, { by }: By = {}): Issue {
      const issue = issueOf(key);
      return site.editIssue(person(by), issue, readEdit(apiFields(fields, site), site, issue, 'person'));
    },

    assign(key: string, assignee: string | null, { by }: By = {}): Issue {
      const issue = issueOf(key);
      return site.editIssue(person(by), issue, readAssignment(apiFields({ assignee }, site).assignee, site, issue));
    },

    addComment(
      key: string,
      text: string | SimulatedAdfDocument,
      { by, properties = [], visibleTo }: By & { properties?: readonly EntityProperty[]; visibleTo?: string } = {},
    ): Comment {
      return site.addComment(person(by), issueOf(key), asDocument(text), properties, visibleTo);
    },

    moveIssue(key: string, projectKey: string, { by }: By = {}): Issue {
      const project = projectByIdOrKey(catalogue, projectKey);
      if (project === undefined) throw new JiraError(400, [`There is no project "${projectKey}".`]);
      return site.moveIssue(person(by), issueOf(key), project);
    },

    deleteIssue(key: string, { by }: By = {}): void {
      site.deleteIssue(person(by), issueOf(key));
    },

    /** Puts the issue under a security level that the API's account has no access to. */
    hideIssue(key: string): void {
      store.setHidden(issueOf(key).id, true);
    },

    showIssue(key: string): void {
      store.setHidden(issueOf(key).id, false);
    },

    /** The issue as it is now, or `undefined` when it was deleted or never there. Moved issues answer to old keys. */
    issue(idOrKey: string): Issue | undefined {
      return store.find(idOrKey);
    },

    issues(): Issue[] {
      return store.all();
    },
  };

  function noWay({ status }: Issue, statusName: string): string {
    if (isCalled(status, statusName)) return `The issue is in the status "${status.name}" already.`;
    return catalogue.statuses.some((each) => isCalled(each, statusName))
      ? `The workflow has no transition from "${status.name}" to "${statusName}".`
      : `The workflow has no status "${statusName}".`;
  }

  function issueOf(key: string): Issue {
    const issue = store.find(key);
    if (issue === undefined) throw issueNotFound();
    return issue;
  }
}

function isCalled({ id, name }: Status, idOrName: string): boolean {
  return id === idOrName || sameText(name, idOrName);
}

export type People = ReturnType<typeof createPeople>;
