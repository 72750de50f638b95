/** JSON Schema, as OpenAPI 3.0 writes it. */
export type DescriptionSchema = Readonly<Record<string, unknown>>;

export const TEXT: DescriptionSchema = { type: 'string' };
export const WHOLE: DescriptionSchema = { type: 'integer' };
export const YES_OR_NO: DescriptionSchema = { type: 'boolean' };
export const mapOf = (values: DescriptionSchema): DescriptionSchema => ({
  type: 'object',
  additionalProperties: values,
});
export const listOf = (items: DescriptionSchema, maxItems?: number): DescriptionSchema =>
  maxItems === undefined ? { type: 'array', items } : { type: 'array', items, minItems: 1, maxItems };
export const ref = (name: keyof typeof SCHEMAS): DescriptionSchema => ({ $ref: `#/components/schemas/${name}` });

/** `ref` before the list of names is known. */
const named = (name: string): DescriptionSchema => ({ $ref: `#/components/schemas/${name}` });
/** An object of these fields and no others. */
export const exactly = (properties: Record<string, DescriptionSchema>, ...required: string[]): DescriptionSchema => ({
  type: 'object',
  properties,
  additionalProperties: false,
  ...(required.length === 0 ? {} : { required }),
});
/** An object of any fields, of which we know these. */
const atLeast = (properties: Record<string, DescriptionSchema>, ...required: string[]): DescriptionSchema => ({
  ...exactly(properties, ...required),
  additionalProperties: true,
});
const orNone = (schema: DescriptionSchema): DescriptionSchema => ({ anyOf: [schema, { type: 'null' }] });

/** Jira writes a zone without a colon: 2026-11-21T10:00:00.000+0000. */
const MOMENT: DescriptionSchema = {
  type: 'string',
  pattern: '^\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{3}[+-]\\d{4}$',
};
const DAY: DescriptionSchema = { type: 'string', pattern: '^\\d{4}-\\d\\d-\\d\\d$' };
/** Shown labels have no space. A request may have one: a bulk refuses that element and creates the others. */
const LABEL: DescriptionSchema = { type: 'string', pattern: '^\\S+$', maxLength: 255 };
const page = { startAt: WHOLE, maxResults: WHOLE, total: WHOLE };

/** Fields of the issues of a site. Required is what Holdfast or its tests rest on. */
export const SCHEMAS = {
  Errors: exactly({
    errorMessages: listOf(TEXT),
    errors: { type: 'object', additionalProperties: TEXT },
    status: WHOLE,
  }),
  User: exactly(
    {
      ...{ self: TEXT, accountId: TEXT, accountType: TEXT, emailAddress: TEXT, displayName: TEXT, timeZone: TEXT },
      ...{ active: YES_OR_NO, avatarUrls: { type: 'object', additionalProperties: TEXT }, locale: TEXT, appType: TEXT },
      ...{ groups: atLeast({ size: WHOLE }), applicationRoles: atLeast({ size: WHOLE }), expand: TEXT },
    },
    'accountId',
  ),
  /** https://developer.atlassian.com/cloud/jira/platform/apis/document/structure/ */
  Document: exactly(
    { type: { enum: ['doc'] }, version: { enum: [1] }, content: listOf(named('Node')) },
    'type',
    'version',
    'content',
  ),
  Node: exactly(
    {
      ...{ type: TEXT, text: { type: 'string', minLength: 1 }, content: listOf(named('Node')) },
      ...{ attrs: { type: 'object' }, marks: listOf(atLeast({ type: TEXT }, 'type')) },
    },
    'type',
  ),
  Property: exactly({ key: { type: 'string', minLength: 1, maxLength: 255 }, value: {} }, 'key', 'value'),
  StatusCategory: exactly({ self: TEXT, id: WHOLE, key: TEXT, colorName: TEXT, name: TEXT }, 'key'),
  Status: exactly(
    {
      ...{ self: TEXT, id: TEXT, name: TEXT, untranslatedName: TEXT, description: TEXT, iconUrl: TEXT },
      ...{ statusCategory: named('StatusCategory'), scope: named('Scope') },
    },
    'id',
    'name',
    'statusCategory',
  ),
  IssueType: exactly(
    {
      ...{ self: TEXT, id: TEXT, name: TEXT, description: TEXT, iconUrl: TEXT, subtask: YES_OR_NO },
      ...{ avatarId: WHOLE, hierarchyLevel: WHOLE, entityId: TEXT, untranslatedName: TEXT, scope: named('Scope') },
    },
    'name',
  ),
  /** Whose it is, in a team-managed project. */
  Scope: atLeast({ type: TEXT, project: atLeast({ id: TEXT }, 'id') }, 'type'),
  Priority: exactly({
    ...{ self: TEXT, id: TEXT, name: TEXT, description: TEXT, iconUrl: TEXT, statusColor: TEXT, isDefault: YES_OR_NO },
  }),
  Project: exactly(
    {
      ...{ expand: TEXT, self: TEXT, id: TEXT, key: TEXT, name: TEXT, description: TEXT, projectTypeKey: TEXT },
      ...{ style: TEXT, assigneeType: TEXT, simplified: YES_OR_NO, isPrivate: YES_OR_NO },
      ...{ avatarUrls: { type: 'object' }, roles: { type: 'object' }, properties: { type: 'object' } },
      ...{ issueTypes: listOf(named('IssueType')), components: listOf({}), versions: listOf({}), lead: named('User') },
    },
    'id',
    'key',
  ),
  LinkType: exactly({ self: TEXT, id: TEXT, name: TEXT, inward: TEXT, outward: TEXT }),
  /** Fields that are written to an issue. Those of a site's own have ids that begin with `customfield_`. */
  IssueUpdate: exactly({
    fields: atLeast({
      ...{ project: atLeast({}), issuetype: atLeast({}), summary: { type: 'string', maxLength: 255 } },
      ...{ description: orNone(named('Document')), labels: listOf(TEXT), duedate: orNone(DAY) },
      ...{ priority: atLeast({}), assignee: orNone(atLeast({})), resolution: atLeast({}) },
    }),
    update: { type: 'object', additionalProperties: listOf({ type: 'object' }) },
    properties: listOf(named('Property')),
    transition: exactly({ id: TEXT }, 'id'),
    historyMetadata: { type: 'object' },
  }),
  CreatedIssue: exactly(
    { id: TEXT, key: TEXT, self: TEXT, transition: atLeast({ status: WHOLE }), watchers: atLeast({ status: WHOLE }) },
    'id',
    'key',
  ),
  CreatedIssues: exactly(
    {
      issues: listOf(named('CreatedIssue')),
      errors: listOf(exactly({ status: WHOLE, elementErrors: named('Errors'), failedElementNumber: WHOLE })),
    },
    'issues',
    'errors',
  ),
  Issue: exactly({
    ...{ expand: TEXT, id: TEXT, key: TEXT, self: TEXT, names: { type: 'object' }, properties: { type: 'object' } },
    ...{ changelog: named('Histories'), renderedFields: { type: 'object' }, schema: { type: 'object' } },
    fields: atLeast({
      ...{ status: named('Status'), statusCategory: named('StatusCategory'), issuetype: named('IssueType') },
      ...{
        project: named('Project'),
        priority: orNone(named('Priority')),
        resolution: orNone(atLeast({ name: TEXT })),
      },
      ...{ summary: TEXT, description: orNone(named('Document')), labels: listOf(LABEL), duedate: orNone(DAY) },
      ...{ created: MOMENT, updated: MOMENT, resolutiondate: orNone(MOMENT), statuscategorychangedate: orNone(MOMENT) },
      ...{ assignee: orNone(named('User')), creator: orNone(named('User')), reporter: orNone(named('User')) },
      ...{ comment: exactly({ ...page, self: TEXT, comments: listOf(named('Comment')) }), issuelinks: listOf({}) },
    }),
  }),
  Histories: exactly({ ...page, histories: listOf(named('History')) }),
  History: exactly({
    ...{ id: TEXT, author: named('User'), created: MOMENT, historyMetadata: { type: 'object' } },
    // A value that was not there is null.
    items: listOf(
      exactly({
        ...{ field: TEXT, fieldId: TEXT, fieldtype: TEXT, from: orNone(TEXT), fromString: orNone(TEXT) },
        ...{ to: orNone(TEXT), toString: orNone(TEXT), tmpFromAccountId: orNone(TEXT), tmpToAccountId: orNone(TEXT) },
      }),
    ),
  }),
  NewComment: exactly(
    { body: named('Document'), properties: listOf(named('Property')), visibility: atLeast({}) },
    'body',
  ),
  Comment: exactly(
    {
      ...{ self: TEXT, id: TEXT, author: named('User'), updateAuthor: named('User'), body: named('Document') },
      ...{ created: MOMENT, updated: MOMENT, jsdPublic: YES_OR_NO, properties: listOf(named('Property')) },
      ...{ renderedBody: TEXT, visibility: atLeast({}) },
    },
    'id',
    'created',
  ),
  Transition: exactly(
    {
      ...{ id: TEXT, name: TEXT, to: named('Status'), hasScreen: YES_OR_NO, isGlobal: YES_OR_NO, isInitial: YES_OR_NO },
      ...{ isAvailable: YES_OR_NO, isConditional: YES_OR_NO, looped: YES_OR_NO, fields: { type: 'object' } },
    },
    'id',
    'to',
  ),
  /** A field of a screen. Whether a validator of the workflow wants it as well is not told. */
  FieldMetadata: exactly(
    {
      ...{ fieldId: TEXT, key: TEXT, name: TEXT, required: YES_OR_NO, hasDefaultValue: YES_OR_NO },
      ...{ operations: listOf(TEXT), allowedValues: listOf({}), schema: named('FieldSchema'), autoCompleteUrl: TEXT },
    },
    'required',
    'name',
    'schema',
    'operations',
  ),
  FieldSchema: exactly({ type: TEXT, items: TEXT, system: TEXT, custom: TEXT, customId: WHOLE }, 'type'),
  RemoteLink: exactly({
    ...{ id: WHOLE, self: TEXT, globalId: TEXT, relationship: TEXT, application: exactly({ type: TEXT, name: TEXT }) },
    object: atLeast({ url: TEXT, title: TEXT }, 'url', 'title'),
  }),
} satisfies Record<string, DescriptionSchema>;
