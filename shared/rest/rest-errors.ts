import { shortened } from '../domain/words/shorten.ts';

/** Words of the system that an error keeps, in UTF-16 code units. */
const REASONS_LIMIT = 300;

/** The system gave no answer, or one that is none: it may do what was asked at another time. Of a write nobody knows whether it took place. */
export class SystemUnavailable extends Error {
  constructor(system: string, endpoint: string, because: string, options?: ErrorOptions) {
    super(`${system} gives no answer to ${endpoint}: ${because}`, options);
    this.name = 'SystemUnavailable';
  }
}

/** The system said no: the request is wrong, or we may not. Repeating it changes nothing. */
export class SystemRefused extends Error {
  readonly status: number;

  /** @param reasons its words. They may quote what was asked for. */
  constructor(system: string, endpoint: string, status: number, reasons: string) {
    super(`${system} refused ${endpoint} with ${status}: ${shortened(reasons, REASONS_LIMIT)}`);
    this.name = 'SystemRefused';
    this.status = status;
  }
}

/** There is no such thing there, or it is hidden from us. */
export class NotThere extends Error {
  constructor(system: string, endpoint: string) {
    super(`${system} shows nothing at ${endpoint}: it was deleted, or the account may not see it`);
    this.name = 'NotThere';
  }
}
