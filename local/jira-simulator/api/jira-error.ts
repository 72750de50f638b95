/** A refusal as Jira words it. It becomes the answer `{errorMessages, errors}` with this status. */
export class JiraError extends Error {
  readonly status: number;
  readonly errorMessages: readonly string[];
  readonly errors: Readonly<Record<string, string>>;

  constructor(status: number, errorMessages: readonly string[], errors: Readonly<Record<string, string>> = {}) {
    super([...errorMessages, ...Object.entries(errors).map(([field, problem]) => `${field}: ${problem}`)].join('; '));
    this.name = 'JiraError';
    this.status = status;
    this.errorMessages = errorMessages;
    this.errors = errors;
  }

  get body() {
    return { errorMessages: this.errorMessages, errors: this.errors };
  }
}

/** Jira answers the same for an issue that is gone and one that the caller may not see, so that neither leaks. */
export function issueNotFound(): JiraError {
  return new JiraError(404, ['Issue does not exist or you do not have permission to see it.']);
}
