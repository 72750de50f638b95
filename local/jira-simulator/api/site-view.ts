import {
  type IssueType,
  type LinkType,
  type Priority,
  type Project,
  type Resolution,
  type Status,
  statusCategories,
  type User,
} from '../site/catalogue.ts';

/** Webhooks still carry version 2 of the API: their links say so, and their texts are plain, not ADF. */
export type ApiVersion = 2 | 3;

export type SiteView = ReturnType<typeof createSiteView>;

/** Shows the things of a site as JSON, with links to themselves. */
export function createSiteView(url: string, version: ApiVersion) {
  const api = `${url}/rest/api/${version}`;
  return { url, version, api, ...userAndProjectView(url, api), ...catalogueView(url, api) };
}

function userAndProjectView(url: string, api: string) {
  const avatar = (kind: string, id: string) =>
    Object.fromEntries(
      ['48', '32', '24', '16'].map((size) => [
        `${size}x${size}`,
        `${url}/secure/${kind}avatar?ownerId=${encodeURIComponent(id)}&size=${size}`,
      ]),
    );

  return {
    user(user: User) {
      return {
        self: `${api}/user?accountId=${encodeURIComponent(user.accountId)}`,
        accountId: user.accountId,
        accountType: 'atlassian',
        ...(!user.emailHidden && { emailAddress: user.emailAddress }),
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
        projectTypeKey: 'software',
        simplified: false,
        avatarUrls: avatar('project', project.id),
      };
    },
  };
}

/** Shows the entries of the catalogue that issues choose from. */
function catalogueView(url: string, api: string) {
  return {
    issueType(issueType: IssueType) {
      return {
        self: `${api}/issuetype/${issueType.id}`,
        id: issueType.id,
        description: issueType.description,
        iconUrl: `${url}/secure/viewavatar?avatarId=10318&avatarType=issuetype`,
        name: issueType.name,
        subtask: false,
        avatarId: 10318,
        hierarchyLevel: 0,
      };
    },

    priority(priority: Priority) {
      return {
        self: `${api}/priority/${priority.id}`,
        iconUrl: `${url}/images/icons/priorities/${priority.name.toLowerCase()}.svg`,
        name: priority.name,
        id: priority.id,
      };
    },

    resolution(resolution: Resolution) {
      return { self: `${api}/resolution/${resolution.id}`, id: resolution.id, description: '', name: resolution.name };
    },

    status(status: Status) {
      return {
        self: `${api}/status/${status.id}`,
        description: '',
        iconUrl: `${url}/images/icons/status_generic.gif`,
        name: status.name,
        id: status.id,
        statusCategory: statusCategory(status),
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
