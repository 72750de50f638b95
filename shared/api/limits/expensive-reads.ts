/** Reads that go through a whole record, its whole log, a whole report, or the words of many: they have a route and a limit of their own at the gateway. */
export const EXPENSIVE_READS: readonly string[] = [
  '/search',
  '/post-mortems/{id}/export',
  '/post-mortems/{id}/page',
  '/post-mortems/{id}/hints',
  '/post-mortems/{id}/changes',
  '/post-mortems/{id}/events/verification',
  '/post-mortems/{id}/evidence/{part}/custody',
  '/reports/{name}/document',
];
