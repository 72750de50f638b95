import {
  type IssueType,
  type LinkType,
  type Priority,
  type Project,
  type Resolution,
  type SimulatedLocale,
  type Status,
  statusCategories,
  type User,
} from '../site/catalogue.ts';
import { loginName } from './fields/field-readers.ts';

/** Webhooks still carry version 2 of the API: their links say so, and their texts are plain, not ADF. */
export type ApiVersion = 2 | 3;

export type SiteView = ReturnType<typeof createSiteView>;

export type SiteViewOptions = {
  readonly url: string;
  readonly version: ApiVersion;
  /** Language of whoever asks: Jira's shipped names come in it. */
  readonly locale: SimulatedLocale;
  readonly isDataCenter: boolean;
  /** Webhooks carry none: https://developer.atlassian.com/cloud/jira/platform/webhooks/ */
  readonly hasAddresses: boolean;
};

/** Shows the things of a site as JSON, with links to themselves. */
export function createSiteView({ url, version, locale, isDataCenter, hasAddresses }: SiteViewOptions) {
  const api = `${url}/rest/api/${version}`;
  const shownName = ({ name, untranslatedName = name }: Named) => (locale === 'de_DE' ? name : untranslatedName);
  return {
    url,
    version,
    api,
    locale,
    isDataCenter,
    ...userAndProjectView(url, api, { isDataCenter, hasAddresses }),
    ...catalogueView(url, api, shownName),
  };
}

type Named = { readonly name: string; readonly untranslatedName?: string };

function userAndProjectView(
  url: string,
  api: string,
  { isDataCenter, hasAddresses }: Pick<SiteViewOptions, 'isDataCenter' | 'hasAddresses'>,
) {
  const avatar = (kind: string, id: string) =>
    Object.fromEntries(
      ['48', '32', '24', '16'].map((size) => [
        `${size}x${size}`,
        `${url}/secure/${kind}avatar?ownerId=${encodeURIComponent(id)}&size=${size}`,
      ]),
    );

  return {
    /** Data Center knows people by login name; Cloud by account id, which a deleted account has no more. */
    user(user: User) {
      const { isFormer = false, accountType = 'atlassian' } = user;
      if (isDataCenter) {
        const name = loginName(user);
        return {
          self: `${api}/user?username=${encodeURIComponent(name)}`,
          name,
          key: `JIRAUSER-${name}`,
          emailAddress: user.emailAddress,
          avatarUrls: avatar('user', name),
          displayName: user.displayName,
          active: user.active,
          timeZone: user.timeZone ?? 'Etc/UTC',
        };
      }
      if (isFormer) return { displayName: user.displayName, active: false, avatarUrls: {} };
      return {
        self: `${api}/user?accountId=${encodeURIComponent(user.accountId)}`,
        accountId: user.accountId,
        accountType,
        ...(hasAddresses && !user.emailHidden && { emailAddress: user.emailAddress }),
        avatarUrls: avatar('user', user.accountId),
        displayName: user.displayName,
        active: user.active,
        timeZone: user.timeZone ?? 'Etc/UTC',
      };
    },

    project(project: Project) {
      return {
        self: `${api}/project/${project.id}`,
        id: project.id,
        key: project.key,
        name: project.name,
        projectTypeKey: project.typeKey ?? 'software',
        simplified: project.style === 'next-gen',
        avatarUrls: avatar('project', project.id),
      };
    },
  };
}

/** Shows the entries of the catalogue that issues choose from. */
function catalogueView(url: string, api: string, shownName: (entry: Named) => string) {
  return {
    issueType(issueType: IssueType) {
      return {
        self: `${api}/issuetype/${issueType.id}`,
        id: issueType.id,
        description: issueType.description,
        iconUrl: `${url}/secure/viewavatar?avatarId=10318&avatarType=issuetype`,
        name: shownName(issueType),
        ...untranslated(issueType),
        subtask: issueType.hierarchyLevel === -1,
        avatarId: 10318,
        hierarchyLevel: issueType.hierarchyLevel ?? 0,
        ...scope(issueType),
      };
    },

    priority(priority: Priority) {
      return {
        self: `${api}/priority/${priority.id}`,
        iconUrl: `${url}/images/icons/priorities/${(priority.untranslatedName ?? priority.name).toLowerCase()}.svg`,
        name: shownName(priority),
        id: priority.id,
      };
    },

    resolution(resolution: Resolution) {
      return {
        self: `${api}/resolution/${resolution.id}`,
        id: resolution.id,
        description: '',
        name: shownName(resolution),
      };
    },

    status(status: Status) {
      return {
        self: `${api}/status/${status.id}`,
        description: '',
        iconUrl: `${url}/images/icons/status_generic.gif`,
        name: shownName(status),
        ...untranslated(status),
        id: status.id,
        statusCategory: statusCategory(status),
        ...scope(status),
      };
    },

    statusCategory,

    linkType({ id, name, inward, outward }: LinkType) {
      return { id, name, inward, outward, self: `${api}/issueLinkType/${id}` };
    },
  };

  function statusCategory({ category }: Status) {
    const { id, key, colorName, name } = statusCategories[category];
    return { self: `${api}/statuscategory/${id}`, id, key, colorName, name };
  }
}

/** Statuses and types tell their name in English too, where it is another one. */
function untranslated({ untranslatedName }: Named) {
  return untranslatedName === undefined ? {} : { untranslatedName };
}

/** Things of a team-managed project say whose they are. */
function scope({ scopeProjectId }: { readonly scopeProjectId?: string }) {
  return scopeProjectId === undefined ? {} : { scope: { type: 'PROJECT', project: { id: scopeProjectId } } };
}
