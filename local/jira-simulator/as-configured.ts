import type { JiraSimulator } from './simulator.ts';

type Addresses = { site: string; apiUrl?: string; tokenUrl?: string; deployment?: 'Data Center' };

/** Addresses of a simulated site, as a configuration names them. */
export function addressesOf({ url, apiUrl, tokenUrl, deployment }: JiraSimulator): Addresses {
  if (deployment === 'Data Center') return { site: apiUrl, deployment };
  return { site: url, tokenUrl, ...(apiUrl !== url && { apiUrl }) };
}

/** The login that it takes without a token endpoint, as the secret holds it. */
export function loginOf({ credentials, deployment }: JiraSimulator) {
  return deployment === 'Cloud' ? credentials : { personalAccessToken: credentials.apiToken };
}
