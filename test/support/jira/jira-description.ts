import { described, ERRORS, paged, pageOf } from './describe-operation.ts';
import { exactly, listOf, ref, SCHEMAS, TEXT, WHOLE, YES_OR_NO } from './jira-description-schemas.ts';
import { METADATA_PATHS } from './jira-metadata-description.ts';

const selection = { fields: listOf(TEXT), properties: listOf(TEXT), fieldsByKeys: YES_OR_NO };
const found = exactly({ issues: listOf(ref('Issue')), isLast: YES_OR_NO, nextPageToken: TEXT }, 'issues', 'isLast');
const searchBody = exactly(
  { ...selection, jql: TEXT, expand: TEXT, maxResults: WHOLE, nextPageToken: TEXT, reconcileIssues: listOf(WHOLE, 50) },
  'jql',
);
const searchQuery = {
  ...{ jql: TEXT, fields: TEXT, expand: TEXT, properties: TEXT, maxResults: WHOLE, nextPageToken: TEXT },
  ...{ fieldsByKeys: YES_OR_NO, failFast: YES_OR_NO, reconcileIssues: TEXT },
};

const ISSUE = '/rest/api/3/issue/{issueIdOrKey}';

/**
 * The REST API of Jira Cloud, version 3, as far as Holdfast and the simulator speak it. Written by hand from the
 * reference, and where that leaves a field open from what our code rests on, so that it is stricter than Atlassian's own
 * file: https://developer.atlassian.com/cloud/jira/platform/rest/v3/
 */
export const JIRA_DESCRIPTION = {
  paths: {
    '/rest/api/3/issue': {
      post: described({
        query: { updateHistory: YES_OR_NO },
        body: ref('IssueUpdate'),
        answers: { 201: ref('CreatedIssue'), 400: ERRORS, 403: ERRORS },
      }),
    },
    '/rest/api/3/issue/bulk': {
      post: described({
        body: exactly({ issueUpdates: listOf(ref('IssueUpdate'), 50) }, 'issueUpdates'),
        answers: { 201: ref('CreatedIssues'), 400: ref('CreatedIssues') },
      }),
    },
    '/rest/api/3/issue/bulkfetch': {
      post: described({
        body: exactly({ ...selection, issueIdsOrKeys: listOf(TEXT, 100), expand: listOf(TEXT) }, 'issueIdsOrKeys'),
        answers: { 200: exactly({ issues: listOf(ref('Issue')), issueErrors: listOf({}) }), 400: ERRORS },
      }),
    },
    [ISSUE]: {
      get: described({
        query: {
          ...{ fields: TEXT, expand: TEXT, properties: TEXT },
          ...{ fieldsByKeys: YES_OR_NO, updateHistory: YES_OR_NO, failFast: YES_OR_NO },
        },
        answers: { 200: ref('Issue'), 404: ERRORS },
      }),
      put: described({
        query: { notifyUsers: YES_OR_NO, returnIssue: YES_OR_NO, expand: TEXT },
        body: ref('IssueUpdate'),
        answers: { 200: ref('Issue'), 204: true, 400: ERRORS, 403: ERRORS, 404: ERRORS },
      }),
      delete: described({ query: { deleteSubtasks: TEXT }, answers: { 204: true, 403: ERRORS, 404: ERRORS } }),
    },
    [`${ISSUE}/assignee`]: {
      put: described({ body: { type: 'object' }, answers: { 204: true, 400: ERRORS, 403: ERRORS, 404: ERRORS } }),
    },
    [`${ISSUE}/changelog`]: {
      get: described({ query: paged, answers: { 200: pageOf('values', ref('History')), 404: ERRORS } }),
    },
    [`${ISSUE}/comment`]: {
      get: described({
        query: { ...paged, orderBy: TEXT, expand: TEXT },
        answers: { 200: pageOf('comments', ref('Comment')), 404: ERRORS },
      }),
      post: described({
        query: { expand: TEXT },
        body: ref('NewComment'),
        answers: { 201: ref('Comment'), 400: ERRORS, 404: ERRORS, 413: ERRORS },
      }),
    },
    [`${ISSUE}/transitions`]: {
      get: described({
        query: { expand: TEXT, transitionId: TEXT, includeUnavailableTransitions: YES_OR_NO },
        answers: { 200: exactly({ expand: TEXT, transitions: listOf(ref('Transition')) }, 'transitions'), 404: ERRORS },
      }),
      post: described({
        body: { allOf: [ref('IssueUpdate'), { required: ['transition'] }] },
        answers: { 204: true, 400: ERRORS, 404: ERRORS, 409: ERRORS },
      }),
    },
    [`${ISSUE}/properties`]: {
      get: described({
        answers: { 200: exactly({ keys: listOf(exactly({ self: TEXT, key: TEXT }, 'key')) }, 'keys'), 404: ERRORS },
      }),
    },
    [`${ISSUE}/properties/{propertyKey}`]: {
      get: described({ answers: { 200: ref('Property'), 404: ERRORS } }),
      put: described({ body: {}, answers: { 200: {}, 201: {}, 400: ERRORS, 403: ERRORS, 404: ERRORS } }),
    },
    [`${ISSUE}/remotelink`]: {
      get: described({
        query: { globalId: TEXT },
        answers: { 200: { anyOf: [ref('RemoteLink'), listOf(ref('RemoteLink'))] }, 404: ERRORS },
      }),
      post: described({
        body: { allOf: [ref('RemoteLink'), { required: ['object'] }] },
        answers: {
          ...{ 200: exactly({ id: WHOLE, self: TEXT }, 'id'), 201: exactly({ id: WHOLE, self: TEXT }, 'id') },
          ...{ 400: ERRORS, 403: ERRORS, 404: ERRORS },
        },
      }),
    },
    '/rest/api/3/issueLink': {
      post: described({
        body: exactly(
          {
            type: { type: 'object' },
            inwardIssue: { type: 'object' },
            outwardIssue: { type: 'object' },
            comment: ref('NewComment'),
          },
          'type',
          'inwardIssue',
          'outwardIssue',
        ),
        answers: { 201: true, 400: ERRORS, 404: ERRORS },
      }),
    },
    '/rest/api/3/issueLinkType': {
      get: described({
        answers: { 200: exactly({ issueLinkTypes: listOf(ref('LinkType')) }, 'issueLinkTypes'), 404: ERRORS },
      }),
    },
    '/rest/api/3/search/jql': {
      get: described({ query: searchQuery, answers: { 200: found, 400: ERRORS } }),
      post: described({ body: searchBody, answers: { 200: found, 400: ERRORS } }),
    },
    '/rest/api/3/myself': { get: described({ query: { expand: TEXT }, answers: { 200: ref('User') } }) },
    '/rest/api/3/serverInfo': {
      get: described({
        answers: {
          200: exactly({
            ...{ baseUrl: TEXT, displayUrl: TEXT, version: TEXT, versionNumbers: listOf(WHOLE), deploymentType: TEXT },
            ...{ buildNumber: WHOLE, buildDate: TEXT, serverTime: TEXT, scmInfo: TEXT, serverTitle: TEXT },
            serverTimeZone: TEXT,
          }),
        },
      }),
    },
    '/rest/api/3/project/{projectIdOrKey}': {
      get: described({
        query: { expand: TEXT, properties: listOf(TEXT) },
        answers: { 200: ref('Project'), 404: ERRORS },
      }),
    },
    '/rest/api/3/priority/search': {
      get: described({ query: { ...paged, expand: TEXT }, answers: { 200: pageOf('values', ref('Priority')) } }),
    },
    ...METADATA_PATHS,
  },
  components: { schemas: SCHEMAS },
};
