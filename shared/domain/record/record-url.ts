/**
 * The address of a record.
 *
 * @param addresses `recordUrl` is `postMortem.recordUrl` of the configuration, with `{id}` where the id goes
 */
export function recordUrlOf({ recordUrl }: { recordUrl: string }, id: string): string {
  return recordUrl.replaceAll('{id}', () => encodeURIComponent(id));
}
