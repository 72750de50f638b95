import { randomUUID } from 'node:crypto';
import type { PostMortem } from '../../shared/domain/record/post-mortem.ts';
import { isTicketed, type Remediation } from '../../shared/domain/remediation/remediation.ts';
import { addDuration, Duration } from '../../shared/domain/words/duration.ts';
import type { ApiClient } from '../api-client.ts';
import type { LocalStack } from '../local-stack.ts';
import type { Narrator } from '../narrator.ts';
import { waitUntil } from '../wait-until.ts';
import { takeThrough } from './demo-plan.ts';
import { SIMULATION } from './demo-settings.ts';
import { mustBe, mustExist } from './expect.ts';
import { judgedUntil } from './judged-until.ts';
import { LESSON, RECOMMENDATIONS, TRAINING } from './phishing-incident.ts';

const A_QUARTER = Duration.parse('P90D');

/** The last fix is proven, one is put off by a decision, the lesson is in place: the record closes by itself. */
export async function settleAndClose(
  stack: LocalStack,
  id: string,
  { anna, ben, scanner }: { anna: ApiClient; ben: ApiClient; scanner: ApiClient },
  tell: Narrator,
): Promise<PostMortem> {
  const fix = async (title: string): Promise<Remediation> =>
    mustExist(
      title,
      (await anna.remediations(id)).find((one) => one.title === title),
    );
  const { training, reporting } = RECOMMENDATIONS;
  await tell.step(
    'The training is held again, and holds',
    async () => {
      const { ticket } = mustExist('the ticket', [await fix(training.title)].find(isTicketed));
      stack.simulation.finds(TRAINING.id, { outcome: 'pass', detail: '0 of 11 entered a password' });
      takeThrough(stack.jira, ticket.key, stack.plan.workEnds, 'Mia Okafor');
      await waitUntil(
        `${ticket.key} is claimed`,
        () => fix(training.title),
        ({ state }) => state !== 'open',
      );
      await scanner.post('/signals', {
        id: randomUUID(),
        subject: TRAINING,
        outcome: 'pass',
        detail: '0 of 11 entered a password',
        observedAt: new Date().toISOString(),
        source: SIMULATION,
      });
      await judgedUntil(stack, () => fix(training.title), 'verified');
      return ticket;
    },
    ({ key }) => `→ ${key} is verified`,
  );
  await tell.step(
    'Ben accepts the risk of the last one for a quarter',
    async () => {
      const { id: fixId } = await fix(reporting.title);
      const until = addDuration(new Date().toISOString(), A_QUARTER);
      const words = {
        reason: 'The new mail program has the button.',
        compensatingControl: 'A phone number on every screen.',
      };
      const path = `/post-mortems/${id}/remediations/${fixId}`;
      const { etag } = await ben.call('GET', path);
      const headers = { 'if-match': etag ?? '' };
      const { status } = await ben.call('POST', `${path}/risk-acceptance`, { until, ...words }, headers);
      mustBe('the answer', status, 200);
      return until;
    },
    (until) => `→ until ${until.slice(0, 10)}; then it is open again`,
  );
  await tell.step(
    'Anna puts the lesson in place',
    async () => {
      const [lesson] = (await anna.record(id)).lessons;
      const path = `/lessons/${mustExist('the lesson', lesson).id}/in-place`;
      const now = new Date().toISOString();
      const url = 'https://wiki.example.com/phishing-response-plan';
      await anna.change(id, 'POST', path, { version: '3.1', url, versionAt: now });
    },
    () => `· ${LESSON.document} 3.1`,
  );
  await tell.step(
    'Ben reads it, and confirms that it is in place',
    async () => {
      const [lesson] = (await ben.record(id)).lessons;
      const path = `/post-mortems/${id}/lessons/${mustExist('the lesson', lesson).id}`;
      const { etag } = await ben.call('GET', path);
      const { status } = await ben.call('POST', `${path}/confirm`, undefined, { 'if-match': etag ?? '' });
      mustBe('the answer', status, 200);
    },
    () => '→ a second person looked',
  );
  return tell.step(
    'Nothing is open any more',
    () =>
      waitUntil(
        'the record is closed',
        () => anna.record(id),
        ({ status }) => status === 'closed',
      ),
    ({ status }) => `→ the post-mortem is ${status}, by itself`,
  );
}
