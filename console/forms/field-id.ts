/** The id of the element of a field, by which the page finds it. @param path in the record, with dots */
export const fieldId = (path: string): string => `f-${path}`;
