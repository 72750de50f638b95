import { DOCS_PATH } from '../api-door.ts';
import { PEOPLE, PROGRAM } from './session-desk.ts';
import type { Session } from './session-file.ts';

type Surroundings = Session & {
  projectRoot: string;
  /** The incident that waits in Jira. */
  incident: string;
  logFile: string;
  /** Environment of the AWS CLI and of ours, where an emulator runs; undefined in one process. */
  aws: { endpoint: string; region: string; stack: string } | undefined;
};

/**
 * Next steps, printed once it runs. Every line is bash and works when pasted: what is no command is a comment.
 */
export function nextSteps({ projectRoot, incident, logFile, aws, ...session }: Surroundings): string[] {
  const local = 'npm run -s local --';
  const people = PEOPLE.map(({ nick, role }) => `${nick} (${role})`).join(', ');
  return [
    '# In another terminal, every line from here on works as it stands. First:',
    `cd ${quoted(projectRoot)}`,
    '',
    `# 1. Close the critical incident ${incident}: in the browser, with the button "Done" of`,
    `#    ${session.jiraUrl}/browse/${incident}`,
    '#    or with the first of these. The second shows the record; it also takes an id, or a link from Jira or of the console.',
    `${local} close ${incident}`,
    `${local} show ${incident}`,
    '',
    '# 2. Write it, and submit it. A critical record wants two approvers who wrote nothing in it.',
    `${local} fill-in ${incident} --as nina`,
    `${local} submit ${incident} --as nina`,
    `${local} approve ${incident} --as anna`,
    `${local} approve ${incident} --as ben`,
    '',
    `# 3. Its recommendations are tickets now: ${session.jiraUrl}/board/PLAT`,
    '#    Done is a claim; evidence makes it a fix. Its checks are due one and two minutes later, and each wants evidence that is',
    '#    newer than the one before: give it, and again after a minute, until all of them are verified.',
    `${local} done ${incident}`,
    `${local} evidence ${incident}`,
    `${local} show ${incident}`,
    '',
    '# 4. Write the reports now, and see where they land. Your browser opens the addresses that it prints.',
    `${local} report`,
    '',
    `# The API, as ${people};`,
    `# a program is ${PROGRAM}. A token is good for an hour; the same line gives a fresh one.`,
    `curl -sSf -H "authorization: Bearer $(${local} token anna)" ${quoted(`${session.apiUrl}/incident-tickets/jira/${incident}/post-mortem`)}`,
    `${local} token ${PROGRAM}`,
    ...signInLines(local, session.pagesUrl),
    '',
    ...scheduleLines(local, aws !== undefined),
    '',
    '# Another incident, and all commands:',
    `${local} open`,
    `${local} --help`,
    ...awsLines(aws),
    '',
    `# Jira: ${session.jiraUrl}   API: ${session.apiUrl}`,
    `# What the functions print: ${logFile}`,
  ];
}

function scheduleLines(local: string, isEmulated: boolean): string[] {
  const who = isEmulated
    ? 'EventBridge Scheduler on the emulator runs'
    : 'This process runs, in place of EventBridge Scheduler,';
  return [
    `# ${who} sweeps and checks every minute, reports every ten. To run one now:`,
    `${local} run verify-remediation`,
    `${local} run sweep-remediation`,
  ];
}

function signInLines(local: string, pagesUrl: string): string[] {
  return [
    '',
    `# The console, in your browser: ${pagesUrl}/console`,
    '#    It sends you to the sign-in page: the address and the password for it are what this prints.',
    `${local} password anna`,
    `# The description of the API as a page, from which its routes can be tried once you are signed in: ${pagesUrl}${DOCS_PATH}`,
  ];
}

function awsLines(aws: Surroundings['aws']): string[] {
  if (aws === undefined)
    return ['# There is no AWS in one process, so `npm run holdfast` and the AWS CLI want the emulator.'];
  const { endpoint, region, stack } = aws;
  return [
    '',
    '# AWS, for our command line and for that of AWS:',
    `export AWS_ACCESS_KEY_ID=test AWS_SECRET_ACCESS_KEY=test AWS_REGION=${region} AWS_ENDPOINT_URL=${endpoint}`,
    `AWS_ACCESS_KEY_ID=test AWS_SECRET_ACCESS_KEY=test npm run -s holdfast -- redrive --stack ${stack} --region ${region} --endpoint-url ${endpoint}`,
  ];
}

/** For bash: the API's address on the emulator has a dollar sign in it. */
const quoted = (text: string): string => `'${text.replaceAll("'", "'\\''")}'`;
