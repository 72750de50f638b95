import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import type { HoldfastConfig } from '../domain/policy/policy.ts';
import type { EvidenceFiles } from '../evidence/evidence-files.ts';
import type { RecordStore } from '../store/records/record-store.ts';

/** Dependencies of the routes. */
export type ApiDependencies = {
  store: RecordStore;
  /** Where the store is, for what is read past it: listings. */
  place: { client: DynamoDBDocumentClient; table: string };
  evidenceFiles: EvidenceFiles;
  config: HoldfastConfig;
  now: () => string;
  newId: () => string;
  /** Told of errors that no rule of ours explains. */
  unexpected: (error: Error) => void;
};
