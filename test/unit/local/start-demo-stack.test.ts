import { describe, expect, it } from 'vitest';
import { startDemoStack } from '../../../local/demo/start-demo-stack.ts';
import { NoEmbeddedEngine } from '../../../local/dynamodb-engine.ts';
import { EmulatorUnavailable } from '../../../local/emulator/launch-command.ts';

const throwing = (error: Error) => () => Promise.reject(error);
const noEmulator = throwing(new EmulatorUnavailable('the AWS emulator cannot run here: install Python'));

describe('the demo', () => {
  it('fails as it did when the emulator is there and the deployment fails', async () => {
    const started = startDemoStack(() => {}, false, {
      onEmulator: throwing(new Error('cdk deploy ended with 1')),
      inProcess: throwing(new Error('not this one')),
    });

    await expect(started).rejects.toThrow('cdk deploy ended with 1');
  });

  it('says in one line what to install where neither the emulator nor the embedded engine is there', async () => {
    const started = startDemoStack(() => {}, false, {
      onEmulator: noEmulator,
      inProcess: throwing(new NoEmbeddedEngine()),
    });

    await expect(started).rejects.toThrow(
      'the AWS emulator cannot run here: install Python; and the embedded DynamoDB engine is not installed ' +
        '(npm has it for Linux on x64 only)',
    );
  });

  it('does not look for the emulator when it is told to run in one process', async () => {
    const started = startDemoStack(() => {}, true, {
      onEmulator: noEmulator,
      inProcess: throwing(new Error('in process')),
    });

    await expect(started).rejects.toThrow(/^in process$/);
  });
});
