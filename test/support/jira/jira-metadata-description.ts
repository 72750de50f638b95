import { described, ERRORS, paged, pageOf } from './describe-operation.ts';
import { exactly, listOf, mapOf, ref, TEXT, WHOLE, YES_OR_NO } from './jira-description-schemas.ts';

const TYPES = '/rest/api/3/issue/createmeta/{projectIdOrKey}/issuetypes';
const permission = exactly(
  { id: TEXT, key: TEXT, name: TEXT, type: TEXT, description: TEXT, havePermission: YES_OR_NO },
  'havePermission',
);
const field = exactly(
  {
    ...{ id: TEXT, key: TEXT, name: TEXT, custom: YES_OR_NO, orderable: YES_OR_NO, navigable: YES_OR_NO },
    ...{ searchable: YES_OR_NO, clauseNames: listOf(TEXT), schema: ref('FieldSchema'), scope: ref('Scope') },
  },
  'id',
  'name',
);

/** What the API tells of a site: its fields, screens, lists and permissions, and the course of many issues at once. */
export const METADATA_PATHS = {
  [TYPES]: {
    get: described({ query: paged, answers: { 200: pageOf('issueTypes', ref('IssueType')), 400: ERRORS } }),
  },
  [`${TYPES}/{issueTypeId}`]: {
    get: described({ query: paged, answers: { 200: pageOf('fields', ref('FieldMetadata')), 400: ERRORS } }),
  },
  '/rest/api/3/issue/{issueIdOrKey}/editmeta': {
    get: described({ answers: { 200: exactly({ fields: mapOf(ref('FieldMetadata')) }), 403: ERRORS, 404: ERRORS } }),
  },
  '/rest/api/3/field': { get: described({ answers: { 200: listOf(field) } }) },
  '/rest/api/3/resolution': {
    get: described({ answers: { 200: listOf(exactly({ self: TEXT, id: TEXT, name: TEXT, description: TEXT })) } }),
  },
  '/rest/api/3/priority': { get: described({ answers: { 200: listOf(ref('Priority')) } }) },
  '/rest/api/3/status': { get: described({ answers: { 200: listOf(ref('Status')) } }) },
  '/rest/api/3/issuetype': { get: described({ answers: { 200: listOf(ref('IssueType')) } }) },
  '/rest/api/3/project/{projectIdOrKey}/statuses': {
    get: described({
      answers: {
        200: listOf(
          exactly({ self: TEXT, id: TEXT, name: TEXT, subtask: YES_OR_NO, statuses: listOf(ref('Status')) }, 'id'),
        ),
        404: ERRORS,
      },
    }),
  },
  '/rest/api/3/project/search': {
    get: described({ query: { ...paged, keys: TEXT }, answers: { 200: pageOf('values', ref('Project')) } }),
  },
  '/rest/api/3/mypermissions': {
    get: described({
      query: { permissions: TEXT, projectKey: TEXT, projectId: TEXT, issueKey: TEXT, issueId: TEXT },
      answers: { 200: exactly({ permissions: mapOf(permission) }), 400: ERRORS, 404: ERRORS },
    }),
  },
  '/rest/api/3/comment/list': {
    post: described({
      query: { expand: TEXT },
      body: exactly({ ids: listOf(WHOLE, 1_000) }, 'ids'),
      answers: { 200: pageOf('values', ref('Comment')), 400: ERRORS },
    }),
  },
  '/rest/api/3/changelog/bulkfetch': {
    post: described({
      body: exactly(
        {
          issueIdsOrKeys: listOf(TEXT, 1_000),
          fieldIds: listOf(TEXT, 10),
          maxResults: WHOLE,
          nextPageToken: TEXT,
        },
        'issueIdsOrKeys',
      ),
      answers: {
        200: exactly({
          issueChangeLogs: listOf(exactly({ issueId: TEXT, changeHistories: listOf(ref('History')) })),
          nextPageToken: TEXT,
        }),
        400: ERRORS,
      },
    }),
  },
};
