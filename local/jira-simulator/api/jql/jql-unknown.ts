import { JiraError } from '../jira-error.ts';

/**
 * The query names a project, status, field, key, operator or date that the site does not know. The older search answers 400;
 * the newer was seen to answer 200 and no issues, as if there were none.
 */
export class JqlUnknown extends JiraError {
  constructor(message: string) {
    super(400, [message]);
    this.name = 'JqlUnknown';
  }
}
