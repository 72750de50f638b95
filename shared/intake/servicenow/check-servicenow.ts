import type { ServiceNowInstance } from '../../domain/ticket/servicenow-incidents.ts';
import { type FoundProblem, type Look, looked, notSeen } from '../../domain/words/look.ts';
import { type InTime, withoutLimit } from '../../in-time.ts';
import { SystemRefused } from '../../rest/rest-errors.ts';
import type { ServiceNowApi } from './api.ts';
import { labelsOfChoices } from './history.ts';
import { type ConfiguredTable, tablesOf } from './record.ts';

/**
 * Looks whether the account is shown the incidents of each table, whether the instance calls their states and priorities as the configuration does, and
 * whether what is said of them can be read.
 *
 * @throws SystemRefused when the instance does not know us
 */
export async function checkServiceNow(
  api: ServiceNowApi,
  instance: ServiceNowInstance,
  inTime: InTime = withoutLimit,
): Promise<readonly Look[]> {
  const ofTables = tablesOf(instance).map(async (of) => {
    const what = `incidents in the table ${of.table}`;
    try {
      return looked(what, await inTime(() => problemsOfTable(api, of, instance)));
    } catch (error) {
      if (error instanceof SystemRefused && error.status === 401) throw error;
      return notSeen(what, error);
    }
  });
  return Promise.all([
    ...ofTables,
    readable(api, 'sys_journal_field', NO_JOURNAL),
    readable(api, 'sys_audit', NO_AUDIT),
  ]);
}

const NO_JOURNAL: FoundProblem = {
  code: 'no journal',
  problem: 'no entry of sys_journal_field is shown, so records open without comments and work notes',
  advice: 'give the user of Holdfast a role that reads the table',
};
const NO_AUDIT: FoundProblem = {
  code: 'no audit',
  problem:
    'no entry of sys_audit is shown, so the sweep finds no reopening of a security incident that no webhook told',
  advice: 'give the user of Holdfast a role that reads the table',
};

/** A list that the account may not read is empty, and not refused. */
async function readable(api: ServiceNowApi, table: string, none: FoundProblem): Promise<Look> {
  const what = `entries of the table ${table}`;
  try {
    const { isEmpty } = await api.rows(table, { query: 'ORDERBYsys_id', fields: [], limit: 1 });
    return looked(what, isEmpty ? [none] : []);
  } catch (error) {
    if (error instanceof SystemRefused && error.status === 401) throw error;
    return error instanceof SystemRefused ? looked(what, [none]) : notSeen(what, error);
  }
}

async function problemsOfTable(
  api: ServiceNowApi,
  { table, settings }: ConfiguredTable,
  { severityBy, severityOtherwise }: ServiceNowInstance,
): Promise<FoundProblem[]> {
  const { isEmpty } = await api.rows(table, { query: 'ORDERBYDESCsys_updated_on', fields: ['number'], limit: 1 });
  const [states, priorities] = [
    await labelsOfChoices(api, table, 'state'),
    await labelsOfChoices(api, table, 'priority'),
  ];
  const { opens, nothingToReview } = settings.states;
  const unmapped = [...priorities].filter(([value, labels]) =>
    [value, ...labels].every((name) => !Object.hasOwn(severityBy, name)),
  );
  return [
    ...(isEmpty ? [noneShown(table)] : []),
    ...(states.size === 0
      ? [NO_CHOICES]
      : [...missingRows('opens', opens, states), ...missingRows('nothingToReview', nothingToReview, states)]),
    ...unmapped.map(([value, [label = value]]) => ({
      code: `no severity of ${value}`,
      problem: `the priority ${label} is not in severityBy: its incidents are ${severityOtherwise}`,
      advice: 'write it into severityBy',
    })),
  ];
}

const NO_CHOICES: FoundProblem = {
  code: 'no choices',
  problem:
    'no entry of sys_choice is shown, so nobody knows the names of states in the past: the sweep finds no reopening by the audit',
  advice: 'give the user of Holdfast a role that reads the table',
};

const noneShown = (table: string): FoundProblem => ({
  code: 'none shown',
  problem: `no record of ${table} is shown: there is none, or the user of Holdfast may not read them`,
  advice: 'give it the role that reads the table (sn_si.read for security incidents)',
});

/** Rows of the configuration of which the instance has no state. A team may have taken one of the shipped states out, so that one of several names is enough. */
function missingRows(
  set: string,
  rows: ConfiguredTable['settings']['states']['opens'],
  states: ReadonlyMap<string, readonly string[]>,
): FoundProblem[] {
  return rows.flatMap(({ state, name }) => {
    const isThere = [...states].some(([value, labels]) => matches(state, [value]) && matches(name, labels));
    if (isThere) return [];
    const known = [...states].map(([value, [label = '']]) => `${value} ${label}`).join(', ');
    const called = [...(state ?? []), ...(name ?? [])].join(' or ');
    return [
      {
        code: `no state of ${set}: ${called}`,
        problem: `no state is called as states.${set} has it (${called}); there is ${known}`,
        advice: 'write the number and the name that the instance has into states',
      },
    ];
  });
}

const matches = (wanted: readonly (string | null)[] | undefined, given: readonly string[]): boolean =>
  wanted === undefined || wanted.some((one) => given.some((name) => name.toLowerCase() === one?.toLowerCase()));
