import { LOCAL_PEOPLE } from '../local-people.ts';
import { startLocalStack } from '../local-stack.ts';
import { narrator, StepFailed } from '../narrator.ts';

/** The whole of it, left running on this machine until Ctrl-C: AWS, Jira, the API, and people to sign in as. */
async function local(): Promise<void> {
  const tell = narrator();
  tell.heading('Holdfast on this machine');
  const stack = await tell.step('The CDK app is deployed on an AWS emulator, beside a Jira', startLocalStack);
  const interrupted = new Promise<void>((resolve) => {
    process.once('SIGINT', resolve);
    process.once('SIGTERM', resolve);
  });
  try {
    tell.heading('Running. Ctrl-C ends it, and all that is in it.');
    tell.line(`Jira board    ${stack.jira.url}    (close an incident of project SEC, and a post-mortem opens)`);
    tell.line(`API           ${stack.apiUrl}`);
    tell.line(
      `AWS           ${stack.emulator.endpoint}    region ${stack.emulator.env.AWS_REGION ?? ''}, keys test/test`,
    );
    tell.line(`logs          ${stack.emulator.logFile}`);
    tell.heading('Tokens, each good for an hour:');
    for (const person of LOCAL_PEOPLE) {
      const { token } = await stack.as(person);
      tell.line(`${person.name} (${person.role})`);
      tell.line(`  ${token}`);
    }
    tell.heading('Try:');
    tell.line(`curl -H "authorization: Bearer $TOKEN" ${stack.apiUrl}/post-mortems`);
    tell.line(
      'The verification, sweep and report functions run on the schedules of holdfast.config.ts; to run one now:',
    );
    for (const name of ['SweepRemediation', 'VerifyRemediation', 'PublishReport'] as const) {
      tell.line(
        `  aws --endpoint-url ${stack.emulator.endpoint} lambda invoke --function-name ${stack.outputs[`${name}FunctionName`]} /dev/stdout`,
      );
    }
    await interrupted;
  } finally {
    tell.heading('Ending');
    await stack.stop();
  }
}

try {
  await local();
} catch (error) {
  console.error(`\n${error instanceof StepFailed ? error.message : String(error)}`);
  process.exitCode = 1;
}
