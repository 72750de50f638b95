import { afterAll, beforeAll } from 'vitest';
import { type DynamoDbEngine, startDynamoDb } from '../../../local/dynamodb-engine.ts';

/** One DynamoDB engine for all tests of a file. @returns where it listens, once the tests run */
export function engineForThisFile(): () => string {
  let engine: DynamoDbEngine | undefined;
  beforeAll(async () => {
    engine = await startDynamoDb();
  });
  afterAll(async () => {
    await engine?.stop();
  });
  return () => {
    if (engine === undefined) throw new Error('the engine starts before the first test, not earlier');
    return engine.endpoint;
  };
}
