const ULID = /^[0-7][0-9A-HJKMNP-TV-Z]{25}$/;
/** Of an answer alone, or by which programs find things. */
const UNSEEN = new Set(['etag', 'self', 'key', 'versionId', 'announcedDueAt']);

/** Fields of an object that people read, in their order. */
export const fieldsOf = (value: object): [string, unknown][] =>
  Object.entries(value).filter(
    ([name, one]) =>
      !UNSEEN.has(name) && !(name === 'id' && isOfPrograms(value, one)) && one !== undefined && !isNothing(one),
  );

/** Whether an id is one that only programs read: of a part, or of a person. Those of techniques and weaknesses are words of people. */
const isOfPrograms = (value: object, id: unknown): boolean =>
  typeof id !== 'string' || ULID.test(id) || 'kind' in value;

/** Empty lists, and ids alone: what they point at is shown where it stands. */
const isNothing = (value: unknown): boolean =>
  Array.isArray(value) && value.every((one) => typeof one === 'string' && ULID.test(one));
