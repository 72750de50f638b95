import { environment, Variable } from '../../runtime/environment.ts';
import { now } from '../../runtime/identity.ts';
import { lambda } from '../../runtime/lambda.ts';
import { sourceWork } from '../../runtime/source-work.ts';
import { ticketSitesFrom } from '../../runtime/tickets.ts';
import { readMemory, writeMemory } from '../../shared/doctor/kept-memory.ts';
import { SOURCES } from '../../shared/intake/registry.ts';
import { sourcesInUse } from '../../shared/intake/sources-in-use.ts';
import { checkSites } from '../../shared/jira/check-sites.ts';
import { unmappedOf } from '../../shared/store/inbox/unmapped-values.ts';
import { hiddenIn } from '../../shared/store/queues/hiding-projects.ts';
import { doctorHandler } from './handler.ts';

const env = environment({ JIRA_API_SECRET_ARN: Variable });
const { config, connectionTo, table, telemetry } = sourceWork('doctor');

export const handler = lambda(
  doctorHandler({
    sources: sourcesInUse(SOURCES, config).map(({ source }) => source.name),
    connectionTo,
    checkAddresses: () => checkSites(config, now()),
    ticketSites: ticketSitesFrom(env.JIRA_API_SECRET_ARN, config, table),
    config,
    unmappedOf: (source) => unmappedOf(table, source),
    hiddenIn: (place) => hiddenIn(table, place),
    telemetry,
    now,
    memory: { read: () => readMemory(table), write: (memory) => writeMemory(table, memory) },
  }),
);
