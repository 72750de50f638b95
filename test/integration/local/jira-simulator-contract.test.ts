import { describe, expect, it } from 'vitest';
import { JIRA_CONTRACTS } from '../../support/jira/jira-contract.ts';

const read = { method: 'GET', path: '/rest/api/3/issue/PLAT-1', query: '', requestBody: undefined, status: 200 };

describe.each(JIRA_CONTRACTS)('the check against $name', (contract) => {
  it('has nothing against a call that keeps to it', () => {
    expect(contract.validateExchange({ ...read, query: '?fields=summary', responseBody: { id: '1' } })).toEqual([]);
  });

  it('sees an invented answer, parameter, status, body and path', () => {
    const problems = [
      { ...read, responseBody: { id: 1, colour: 'red' } },
      { ...read, query: 'colour=red&failFast=maybe', responseBody: {} },
      { ...read, status: 302, responseBody: undefined },
      { ...read, method: 'POST', path: '/rest/api/3/issue/bulkfetch', requestBody: { ids: [] }, responseBody: {} },
      { ...read, path: '/rest/api/3/nothing', responseBody: {} },
    ].flatMap((exchange) => contract.validateExchange(exchange));

    expect(problems).toEqual([
      'GET /rest/api/3/issue/{issueIdOrKey} 200: response must NOT have additional properties {"additionalProperty":"colour"}',
      'GET /rest/api/3/issue/{issueIdOrKey} 200: response/id must be string {"type":"string"}',
      'GET /rest/api/3/issue/{issueIdOrKey} 200: query parameter colour is not documented',
      'GET /rest/api/3/issue/{issueIdOrKey} 200: query parameter failFast is no boolean',
      'GET /rest/api/3/issue/{issueIdOrKey} 302: status 302 is not documented',
      'POST /rest/api/3/issue/bulkfetch 200: request must have required property \'issueIdsOrKeys\' {"missingProperty":"issueIdsOrKeys"}',
      'POST /rest/api/3/issue/bulkfetch 200: request must NOT have additional properties {"additionalProperty":"ids"}',
      'GET /rest/api/3/nothing is not in the contract',
    ]);
  });
});
