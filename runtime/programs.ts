import * as z from 'zod';
import { type ProgramsByClient, programsByClient } from '../shared/domain/access/programs.ts';
import type { HoldfastConfig } from '../shared/domain/policy/policy.ts';
import { parseJson } from '../shared/domain/words/well-formed.ts';

const ClientIds = z.record(z.string(), z.string());

/**
 * The programs of the configuration. The bundle has what each may do; the environment adds the ids of their clients, which
 * are known only once the clients are made.
 *
 * @param clientIds JSON: client ids by program name, as infra/capabilities/record-api.ts writes it
 */
export function programsFrom(clientIds: string, { programs }: Pick<HoldfastConfig, 'programs'>): ProgramsByClient {
  return programsByClient(programs, ClientIds.parse(parseJson(clientIds)));
}
