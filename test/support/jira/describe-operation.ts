import { type DescriptionSchema, exactly, listOf, ref, TEXT, WHOLE, YES_OR_NO } from './jira-description-schemas.ts';

type DescribedOperation = {
  readonly query?: Readonly<Record<string, DescriptionSchema>>;
  readonly body?: DescriptionSchema;
  /** By status; `true` is an answer without a body that anybody reads. */
  readonly answers: Readonly<Record<number, DescriptionSchema | true>>;
};

const content = (schema: DescriptionSchema) => ({ content: { 'application/json': { schema } } });

/** An operation as OpenAPI writes it. */
export function described({ query = {}, body, answers }: DescribedOperation) {
  return {
    parameters: Object.entries(query).map(([name, schema]) => ({ name, in: 'query', schema })),
    ...(body === undefined ? {} : { requestBody: content(body) }),
    responses: Object.fromEntries(
      Object.entries(answers).map(([status, schema]) => [status, schema === true ? {} : content(schema)]),
    ),
  };
}

export const ERRORS = ref('Errors');
export const paged = { startAt: WHOLE, maxResults: WHOLE };
export const pageOf = (name: string, item: DescriptionSchema): DescriptionSchema =>
  exactly({ ...paged, self: TEXT, nextPage: TEXT, total: WHOLE, isLast: YES_OR_NO, [name]: listOf(item) }, name);
