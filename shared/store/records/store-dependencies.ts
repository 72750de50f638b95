import type { Clock, IdSource } from '../../domain/events/recorded-event.ts';
import type { HoldfastConfig } from '../../domain/policy/policy.ts';
import type { Table } from '../table.ts';
import type { BackOff } from './retry-race.ts';

export type StoreDependencies = {
  table: Table;
  rules: Pick<HoldfastConfig, 'remediation' | 'jira'>;
  now: Clock;
  newId: IdSource;
  backOff: BackOff;
};
