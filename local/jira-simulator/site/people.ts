import { readEdit, readNewIssue } from '../api/field-input.ts';
import { issueNotFound, JiraError } from '../api/jira-error.ts';
import { actingUser } from './acting-user.ts';
import { documentOfText, type SimulatedAdfDocument } from './adf-document.ts';
import { byIdOrName, projectByIdOrKey, type User } from './catalogue.ts';
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
    /** The work type is a Task unless told otherwise. */
    createIssue({ project, ...fields }: WrittenIssue, { by }: By = {}): Issue {
      const request = {
        project: { key: project },
        ...apiFields({ ...fields, issueType: fields.issueType ?? 'Task' }, catalogue),
      };
      return site.createIssue(person(by), readNewIssue(request, catalogue));
    },

    transition(
      key: string,
      statusName: string,
      { by, resolution, comment }: By & { resolution?: string | undefined; comment?: string | undefined } = {},
    ): Issue {
      const status = byIdOrName(catalogue.statuses, statusName);
      if (status === undefined) throw new JiraError(400, [`The workflow has no status "${statusName}".`]);
      const edit = readEdit({ ...(resolution !== undefined && { resolution: { name: resolution } }) }, catalogue);
      const actor = person(by);
      const moved = site.transitionIssue(actor, issueOf(key), status, edit);
      if (comment !== undefined) site.addComment(actor, moved, documentOfText(comment));
      return issueOf(key);
    },

    editIssue(key: string, fields: WrittenFields, { by }: By = {}): Issue {
      return site.editIssue(person(by), issueOf(key), readEdit(apiFields(fields, catalogue), catalogue));
    },

    assign(key: string, assignee: string | null, { by }: By = {}): Issue {
      return site.editIssue(person(by), issueOf(key), readEdit(apiFields({ assignee }, catalogue), catalogue));
    },

    addComment(
      key: string,
      text: string | SimulatedAdfDocument,
      { by, properties = [] }: By & { properties?: readonly EntityProperty[] } = {},
    ): Comment {
      return site.addComment(person(by), issueOf(key), asDocument(text), properties);
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

  function issueOf(key: string): Issue {
    const issue = store.find(key);
    if (issue === undefined) throw issueNotFound();
    return issue;
  }
}

export type People = ReturnType<typeof createPeople>;
