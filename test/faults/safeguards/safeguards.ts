import type { Topology } from '../../../local/aws-model/stack-topology.ts';
import type { HoldfastConfigInput } from '../../../shared/domain/policy/policy.ts';
import type { SourceHistory } from '../../../shared/domain/verification/verdict/stretches.ts';
import type { JiraGateway } from '../../../shared/jira/gateway.ts';
import type { RecordStore } from '../../../shared/store/records/record-store.ts';
import type { Aim } from '../weather/fault-plan.ts';

/** Safeguards that a run takes away from the program, to see that a seed notices. None, in the usual run. */
export type Weakening = {
  readonly config?: HoldfastConfigInput;
  readonly topology?: (topology: Topology) => Topology;
  /** Every command before it reaches the table. */
  readonly command?: (command: unknown) => unknown;
  /** Items that are read together are read one by one, as a batch does. */
  readonly readsApart?: boolean;
  readonly gateway?: (gateway: JiraGateway) => JiraGateway;
  readonly store?: (store: RecordStore) => RecordStore;
  /** The identity under which a webhook is accepted. */
  readonly deliveryId?: (id: string, newId: () => string) => string;
  /** The weather in which it is needed most. */
  readonly aim?: Aim;
  /** What sources said of a subject, as it is read to judge a fix. */
  readonly histories?: (histories: SourceHistory[]) => SourceHistory[];
  /** Answer of a queue worker or of the publisher. */
  readonly answer?: (name: string, answer: unknown) => unknown;
};
