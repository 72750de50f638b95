/** Where the console lies: the routes of the API have the root. */
export const BASE = '/console';
