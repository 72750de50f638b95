import { shortened } from '../domain/words/shorten.ts';

/** UTF-16 code units of Jira's words: enough to act on, small beside the rest of the event that keeps them. */
const REASONS_LIMIT = 1_000;

export type RefusalDetails = {
  /** Ids of the fields that Jira complains of. Its words are in the language of the account, and are matched nowhere. */
  readonly fields?: readonly string[];
  /** What somebody can do about it, in our own words: they tell nothing of the ticket. */
  readonly advice?: string;
};

/** Jira said no: the request is wrong, or we may not. Repeating it changes nothing. */
export class JiraRefused extends Error {
  readonly status: number;
  readonly endpoint: string;
  readonly reasons: string;
  readonly fields: readonly string[];
  readonly advice: string | undefined;

  constructor(endpoint: string, status: number, reasons: string, { fields = [], advice }: RefusalDetails = {}) {
    const told = shortened(reasons, REASONS_LIMIT);
    const andAdvice = advice === undefined ? told : `${told.replace(/[.\s]+$/, '')}. ${advice}`;
    super(`Jira refused ${endpoint} with ${status}: ${andAdvice}`);
    this.name = 'JiraRefused';
    this.endpoint = endpoint;
    this.status = status;
    this.reasons = reasons;
    this.fields = fields;
    this.advice = advice;
  }

  withAdvice(advice: string): JiraRefused {
    return new JiraRefused(this.endpoint, this.status, this.reasons, { fields: this.fields, advice });
  }

  /**
   * The error without Jira's words, which may quote the ticket: for logs, when the record of the ticket is restricted. The
   * record keeps them.
   */
  withoutReasons(): JiraRefused {
    return new JiraRefused(
      this.endpoint,
      this.status,
      'the reasons are withheld here and stand in the record, which is restricted',
      { fields: this.fields, ...(this.advice === undefined ? {} : { advice: this.advice }) },
    );
  }
}

/**
 * Somebody changed the same issue in the same moment, so Jira did nothing with the request: the same one may succeed the next time.
 * https://developer.atlassian.com/cloud/jira/platform/rest/v3/api-group-issues/ names 409 for that.
 */
export class JiraConflict extends Error {
  readonly endpoint: string;

  constructor(endpoint: string, reasons: string) {
    super(
      `${endpoint}: status 409, somebody changes the same issue (${shortened(reasons, REASONS_LIMIT)}); nothing was done`,
    );
    this.name = 'JiraConflict';
    this.endpoint = endpoint;
  }
}

/** Jira wants us to wait. It did nothing with the request. */
export class JiraRateLimited extends Error {
  readonly endpoint: string;
  /** Milliseconds that Jira asks for; undefined when it does not say. */
  readonly retryAfterMs: number | undefined;
  /** Jira's limit that was reached, from the header RateLimit-Reason. */
  readonly reason: string | undefined;

  constructor(endpoint: string, retryAfterMs: number | undefined, reason: string | undefined) {
    super(
      `Jira limits ${endpoint}${reason === undefined ? '' : ` (${reason})`}; ` +
        (retryAfterMs === undefined ? 'it does not say for how long' : `retry after ${retryAfterMs} ms`),
    );
    this.name = 'JiraRateLimited';
    this.endpoint = endpoint;
    this.retryAfterMs = retryAfterMs;
    this.reason = reason;
  }
}

/** A request was not sent, since Jira wants us to wait for longer than there is time. */
export class JiraPostponed extends JiraRateLimited {
  /** @param reason Jira's limit that was reached, or what else kept the request back */
  constructor(endpoint: string, retryAfterMs: number | undefined, reason: string | undefined, options?: ErrorOptions) {
    super(endpoint, retryAfterMs, reason);
    this.name = 'JiraPostponed';
    this.message = `not sent. ${this.message}`;
    if (options?.cause !== undefined) this.cause = options.cause;
  }
}

/** No answer, or a 5xx. **Whether a write took place is unknown.** */
export class JiraUnsure extends Error {
  readonly endpoint: string;
  readonly status: number | undefined;

  constructor(endpoint: string, what: string, status?: number, options?: ErrorOptions) {
    super(`${endpoint}: ${what}; whether Jira carried it out is unknown`, options);
    this.name = 'JiraUnsure';
    this.endpoint = endpoint;
    this.status = status;
  }
}

/** There is no such issue, or we may not see it: Jira gives the same answer to both. */
export class JiraIssueMissing extends Error {
  readonly endpoint: string;

  constructor(endpoint: string) {
    super(`${endpoint}: the issue does not exist, or this account may not see it`);
    this.name = 'JiraIssueMissing';
    this.endpoint = endpoint;
  }
}

/**
 * Jira does not serve us as ourselves, or something else answers in its place. **It did nothing with the request**, and until
 * a person mends it, "nothing found" and "no such issue" say nothing.
 */
export class JiraOutage extends Error {
  readonly endpoint: string;
  readonly what: string;
  readonly remedy: string;

  /**
   * @param what happened, to which thing
   * @param remedy what a person does about it
   */
  constructor(endpoint: string, what: string, remedy: string, options?: ErrorOptions) {
    super(`${endpoint}: ${what}; ${remedy}`, options);
    this.name = 'JiraOutage';
    this.endpoint = endpoint;
    this.what = what;
    this.remedy = remedy;
  }
}

/** Jira knows us, and does not show us one project: what is asked of that project is an outage, and of others nothing is said. */
export class JiraProjectHidden extends JiraOutage {}
