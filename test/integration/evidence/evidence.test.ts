import { DeleteCommand, UpdateCommand } from '@aws-sdk/lib-dynamodb';
import type { Context, SQSEvent } from 'aws-lambda';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import * as z from 'zod';
import { receiveEvidenceHandler } from '../../../functions/receive-evidence/handler.ts';
import type { Role } from '../../../shared/domain/access/access.ts';
import type { Evidence } from '../../../shared/domain/record/content/evidence.ts';
import { addPart } from '../../../shared/domain/record/decide/write-record.ts';
import { PartId, type PostMortemId } from '../../../shared/domain/words/identifiers.ts';
import { keys } from '../../../shared/store/keys.ts';
import { apiOf } from '../../support/api/api.ts';
import { engineForThisFile } from '../../support/machine/engine.ts';
import { hashOf } from '../../support/samples/evidence-files.ts';
import { ANNA, BEN } from '../../support/world/people.ts';
import { aCause, openedRecord } from '../../support/world/stories.ts';
import { startWorld, type World } from '../../support/world/world.ts';

const LOG = 'user=mia action=sign-in';
const OTHER = LOG.replace('mia', 'bob');
const DRAFT = { name: 'proxy.log', mediaType: 'text/plain', bytes: LOG.length, sha256: hashOf(LOG) };
const PURPOSE = { purpose: 'to compare it with the firewall' };

const endpoint = engineForThisFile();
let world: World;
let api: ReturnType<typeof apiOf>;
let id: PostMortemId;
beforeEach(async () => {
  world = await startWorld(endpoint());
  api = apiOf(world);
  ({ id } = await openedRecord(world));
});
afterEach(async () => {
  await world.close();
  expect(api.unexpected).toEqual([]);
});

const call = (roles: Role[], method: string, path: string, body?: unknown, who = ANNA) =>
  api.call(
    who,
    roles,
    method,
    `/post-mortems/${id}/evidence${path}`,
    body,
    method === 'DELETE' ? { 'if-match': '*' } : {},
  );
const asAnna = (method: string, path: string, body?: unknown) => call(['analyst'], method, path, body);

async function announced(draft: object = DRAFT): Promise<Evidence> {
  const answer = await asAnna('POST', '', draft);
  expect(answer.status).toBe(201);
  return Object(answer.body).evidence;
}
const stored = async ({ id: evidenceId }: Pick<Evidence, 'id'>): Promise<Evidence | undefined> =>
  (await world.store.postMortem(id))?.evidence.find((one) => one.id === evidenceId);

/** Hands what S3 tells to the function. @returns how many messages go back to the queue */
async function tell(...uploads: { key: string; versionId: string }[]): Promise<number> {
  const bodies = uploads.map(({ key, versionId }) => ({
    Records: [
      {
        eventName: 'ObjectCreated:Put',
        responseElements: { 'x-amz-request-id': 'R3QU3ST' },
        s3: { object: { key: encodeURIComponent(key).replaceAll('%2F', '/'), versionId } },
      },
    ],
  }));
  return tellBodies(...bodies);
}
async function tellBodies(...bodies: unknown[]): Promise<number> {
  const Records = bodies.map((body, index) => ({
    messageId: `m${index}`,
    body: JSON.stringify(body),
    eventSourceARN: 'arn:aws:sqs:eu-central-1:000000000000:receive-evidence',
    attributes: { ApproximateReceiveCount: '1' },
    messageAttributes: {},
  }));
  const answer = await receiveEvidenceHandler(world)(
    z.custom<SQSEvent>().parse({ Records }),
    z.custom<Context>().parse({ getRemainingTimeInMillis: () => 60_000 }),
  );
  return answer.batchItemFailures.length;
}
const heldEvidence = async (draft: object = DRAFT): Promise<Evidence> => {
  const evidence = await announced(draft);
  await tell(world.bucket.put(evidence.key, LOG));
  return evidence;
};
const eventTypes = async () => (await world.store.events(id)).map(({ type }) => type).slice(2);

describe('what S3 tells', () => {
  it('is judged though a key cannot be decoded: nobody announced such a file', async () => {
    const object = { key: 'records/%E0%A4%A', versionId: '1' };
    const [upload] = [
      { eventName: 'ObjectCreated:Put', responseElements: { 'x-amz-request-id': 'R' }, s3: { object } },
    ];
    expect(await tellBodies({ Records: [upload] })).toBe(0);
  });
});

describe('announcing evidence', () => {
  it('answers with the request that uploads exactly these bytes, for a while', async () => {
    const answer = await asAnna('POST', '', DRAFT);
    const { key } = Object(answer.body).evidence;
    expect([answer.status, answer.body]).toMatchObject([
      201,
      {
        evidence: { ...DRAFT, status: 'expected', addedBy: { name: 'Anna Analyst' } },
        upload: {
          method: 'PUT',
          url: `https://bucket.test/${key}?valid-for=900000`,
          headers: {
            'content-type': 'text/plain',
            'content-length': String(LOG.length),
            'x-amz-checksum-sha256': hashOf(LOG),
          },
          expiresAt: '2026-11-21T10:15:00.000Z',
        },
      },
    ]);
  });

  it.each([
    ['too many bytes', { bytes: 100_000_001 }, 422, '/bytes'],
    ['a media type that is not taken', { mediaType: 'text/html' }, 422, '/mediaType'],
    ['a name with a path', { name: '../../etc/passwd' }, 400, '/name'],
    ['no real hash', { sha256: 'abc' }, 400, '/sha256'],
    ['no bytes', { bytes: 0 }, 400, '/bytes'],
  ])('is refused with %s, and points at it', async (_, change, status, pointer) => {
    const answer = await asAnna('POST', '', { ...DRAFT, ...change });
    expect([answer.status, answer.body]).toMatchObject([status, { errors: [{ pointer }] }]);
  });

  it('gives another link until the evidence is held', async () => {
    const evidence = await announced();
    world.clock.advance('PT1H');
    const again = await asAnna('POST', `/${evidence.id}/upload-link`);
    await tell(world.bucket.put(evidence.key, LOG));
    const late = await asAnna('POST', `/${evidence.id}/upload-link`);
    expect([again.status, again.body, late.status]).toMatchObject([
      200,
      { upload: { expiresAt: '2026-11-21T11:15:00.000Z' } },
      409,
    ]);
  });

  it('can be taken back before it is held, and not after', async () => {
    const expected = await announced();
    const held = await heldEvidence();
    const answers = [await asAnna('DELETE', `/${expected.id}`), await asAnna('DELETE', `/${held.id}`)];
    expect(answers.map(({ status }) => status)).toEqual([200, 409]);
    expect([await stored(expected), await stored(held)]).toMatchObject([undefined, { status: 'held' }]);
  });
});

describe('receive-evidence', () => {
  it('holds what was announced, with the version that it read', async () => {
    const evidence = await announced();
    expect(await tell(world.bucket.put(evidence.key, LOG))).toBe(0);
    expect(await stored(evidence)).toMatchObject({ status: 'held', versionId: 'v1', sha256: hashOf(LOG) });
    expect(world.counted()).toMatchObject({ EvidenceHeld: 1 });
  });

  it('refuses other bytes, says why, and holds the right ones when they come', async () => {
    const evidence = await announced();
    await tell(world.bucket.put(evidence.key, OTHER));
    const refused = await stored(evidence);
    await tell(world.bucket.put(evidence.key, LOG));
    expect([refused, await stored(evidence)]).toMatchObject([
      { status: 'refused', refusedBecause: expect.stringContaining(hashOf(OTHER)) },
      { status: 'held', versionId: 'v2' },
    ]);
  });

  it('judges each version once, however often and late it is told', async () => {
    const evidence = await announced();
    const first = world.bucket.put(evidence.key, OTHER);
    const second = world.bucket.put(evidence.key, LOG);
    await tell(first, first);
    await tell(first);
    await tell(second, second);
    await tell(second);
    await tell(first);
    expect(await eventTypes()).toEqual(['Part Added', 'Evidence Refused', 'Evidence Received']);
    expect(world.counted()).not.toHaveProperty('EvidenceSecondVersion');
  });

  it('never replaces what is held: other bytes are counted, the same ones pass', async () => {
    const evidence = await heldEvidence();
    await tell(world.bucket.put(evidence.key, LOG));
    await tell(world.bucket.put(evidence.key, OTHER));
    expect(await stored(evidence)).toMatchObject({ status: 'held', versionId: 'v1' });
    expect(world.counted()).toMatchObject({ EvidenceHeld: 1, EvidenceCopied: 1, EvidenceSecondVersion: 1 });
    expect(await eventTypes()).toEqual(['Part Added', 'Evidence Received']);
  });

  it('counts what no record announced, and leaves it', async () => {
    const evidence = await announced();
    const elsewhere = evidence.key.replace(id, '01KAREC0RDZZZZZZZZZZZZZZZZ');
    const unknownPart = `${evidence.key.slice(0, -1)}${evidence.key.endsWith('Z') ? 'Y' : 'Z'}`;
    for (const key of ['a file', elsewhere, unknownPart]) await tell(world.bucket.put(key, LOG));
    expect([world.counted().EvidenceUnknown, world.bucket.opened(), await eventTypes()]).toEqual([
      3,
      [],
      ['Part Added'],
    ]);
  });

  it('counts what an administrator deleted before it was read', async () => {
    const evidence = await announced();
    const upload = world.bucket.put(evidence.key, LOG);
    world.bucket.remove(evidence.key);
    await tell(upload);
    expect([world.counted().EvidenceGone, (await stored(evidence))?.status]).toEqual([1, 'expected']);
  });

  it('passes over the question of S3 whether the queue is there, and sends back what it cannot read', async () => {
    expect(await tellBodies({ Service: 'Amazon S3', Event: 's3:TestEvent', Bucket: 'evidence' })).toBe(0);
    expect(await tellBodies({ hello: 'world' })).toBe(1);
  });
});

describe('evidence of an imported record', () => {
  const imported = async (): Promise<Evidence> => {
    const part = PartId.parse(world.newId());
    const content = { ...DRAFT, id: part, status: 'elsewhere' as const, addedBy: ANNA, addedAt: world.now() };
    const other = await announced();
    await world.store.changePostMortem(
      id,
      (record) => addPart(record, { kind: 'evidence', content: { ...content, key: other.key } }, ANNA),
      aCause(ANNA),
    );
    world.bucket.put(other.key, LOG);
    return { ...content, key: other.key };
  };

  it('gets no link and no check here, and takes nothing that arrives under its own key', async () => {
    const evidence = await imported();
    const answers = [
      await asAnna('POST', `/${evidence.id}/upload-link`),
      await asAnna('POST', `/${evidence.id}/received-check`),
      await asAnna('POST', `/${evidence.id}/read-link`, PURPOSE),
    ];
    await tell(world.bucket.put(`evidence/${id}/${evidence.id}`, LOG));
    expect([answers.map(({ status }) => status), answers[1]?.body, await stored(evidence)]).toMatchObject([
      [409, 200, 409],
      { evidence: { status: 'elsewhere' } },
      { status: 'elsewhere' },
    ]);
    expect(world.counted()).toMatchObject({ EvidenceUnknown: 1 });
  });
});

describe('the check whether an upload is here', () => {
  it('holds it at once, and S3 may tell of it later or never', async () => {
    const evidence = await announced();
    const upload = world.bucket.put(evidence.key, LOG);
    const checked = await asAnna('POST', `/${evidence.id}/received-check`);
    await tell(upload);
    const again = await asAnna('POST', `/${evidence.id}/received-check`);
    expect([checked.body, again.body]).toMatchObject([
      { evidence: { status: 'held', versionId: 'v1' } },
      { evidence: { status: 'held' } },
    ]);
    // S3 has hashed it on arrival: nobody reads it a second time.
    expect(world.bucket.opened()).toEqual([]);
  });

  it('reads what S3 has not hashed, and refuses other bytes', async () => {
    const evidence = await announced();
    world.bucket.put(evidence.key, OTHER, { isHashedByS3: false });
    expect((await asAnna('POST', `/${evidence.id}/received-check`)).body).toMatchObject({
      evidence: { status: 'refused' },
    });
    expect(world.bucket.opened()).toEqual(['v1']);
  });

  it('says that nothing is here', async () => {
    const evidence = await announced();
    expect(await asAnna('POST', `/${evidence.id}/received-check`)).toMatchObject({
      status: 409,
      body: { detail: expect.stringContaining('nothing has arrived yet') },
    });
  });
});

describe('opening evidence', () => {
  it('is in the log before the link is made: no link, and it still says who asked', async () => {
    const evidence = await heldEvidence();
    world.evidenceFiles.readLink = () => Promise.reject(new Error('no credentials to sign with'));
    const answer = await asAnna('POST', `/${evidence.id}/read-link`, PURPOSE);
    expect([answer.status, (await eventTypes()).at(-1)]).toEqual([500, 'Evidence Opened']);
    expect(api.unexpected.splice(0)).toHaveLength(1);
  });

  it('gives a short link to exactly the version that is held', async () => {
    const evidence = await heldEvidence();
    world.bucket.put(evidence.key, OTHER);
    expect(await asAnna('POST', `/${evidence.id}/read-link`, PURPOSE)).toMatchObject({
      status: 200,
      body: {
        url: `https://bucket.test/${evidence.key}?version=v1&as=proxy.log&valid-for=300000`,
        expiresAt: '2026-11-21T10:05:00.000Z',
        name: 'proxy.log',
        bytes: LOG.length,
        sha256: hashOf(LOG),
        versionId: 'v1',
      },
    });
  });

  it('wants a purpose, and something to open', async () => {
    const [expected, held] = [await announced(), await heldEvidence()];
    const answers = [
      await asAnna('POST', `/${held.id}/read-link`, { purpose: 'because' }),
      await asAnna('POST', `/${expected.id}/read-link`, PURPOSE),
    ];
    expect(answers.map(({ status }) => status)).toEqual([400, 409]);
    expect(await eventTypes()).not.toContain('Evidence Opened');
  });

  it('is refused by the stricter TLP mark, and leaves no link and no entry', async () => {
    const evidence = await heldEvidence({ ...DRAFT, tlp: 'RED' });
    const ask = (roles: Role[], who = BEN) => call(roles, 'POST', `/${evidence.id}/read-link`, PURPOSE, who);
    const answers = [
      await ask([]),
      await ask(['auditor']),
      await ask(['analyst']),
      await ask(['approver']),
      await ask(['analyst'], ANNA),
    ];
    expect(answers.map(({ status }) => status)).toEqual([403, 200, 403, 200, 200]);
    expect(answers[2]?.body).toMatchObject({ reason: 'tlp mark', detail: expect.stringContaining('TLP:RED') });
    expect((await eventTypes()).filter((type) => type === 'Evidence Opened')).toHaveLength(3);
  });
});

describe('the custody log', () => {
  it('says who announced, received and opened the evidence, and that the audit log is whole', async () => {
    const evidence = await announced();
    await tell(world.bucket.put(evidence.key, OTHER));
    await tell(world.bucket.put(evidence.key, LOG));
    await call(['auditor'], 'POST', `/${evidence.id}/read-link`, PURPOSE, BEN);
    await heldEvidence();
    const log = await world.store.events(id);
    expect((await asAnna('GET', `/${evidence.id}/custody`)).body).toMatchObject({
      custody: [
        { what: 'announced', sequence: 3, by: ANNA, name: 'proxy.log', bytes: LOG.length, sha256: hashOf(LOG) },
        { what: 'refused', by: { id: 'receive-evidence' }, versionId: 'v1' },
        { what: 'received', by: { id: 'receive-evidence' }, versionId: 'v2', sha256: hashOf(LOG) },
        { what: 'opened', by: { name: 'Ben Approver' }, ...PURPOSE, hash: log[5]?.hash },
      ],
      chain: { isWhole: true, entries: log.length, lastHash: log.at(-1)?.hash },
    });
  });

  it('is there for evidence that was taken out again, and for none that never was', async () => {
    const evidence = await announced();
    await asAnna('DELETE', `/${evidence.id}`);
    const answer = await asAnna('GET', `/${evidence.id}/custody`);
    const never = await asAnna('GET', `/${id}/custody`);
    expect([answer.body, never.status]).toMatchObject([{ custody: [{ what: 'announced' }, { what: 'removed' }] }, 404]);
  });

  it('shows that its end was taken out', async () => {
    const evidence = await heldEvidence();
    const log = await world.store.events(id);
    await world.table.client.send(new DeleteCommand({ TableName: world.table.name, Key: keys.event(id, log.length) }));
    expect((await asAnna('GET', `/${evidence.id}/custody`)).body).toMatchObject({
      chain: { isWhole: false, broken: { sequence: log.length, because: `entries are missing up to ${log.length}` } },
    });
  });

  it('shows an entry that was changed afterwards', async () => {
    const evidence = await heldEvidence();
    const { client, name } = world.table;
    await client.send(
      new UpdateCommand({
        TableName: name,
        Key: keys.event(id, 4),
        UpdateExpression: 'SET event.occurredAt = :then',
        ExpressionAttributeValues: { ':then': '2020-01-01T00:00:00.000Z' },
      }),
    );
    expect((await asAnna('GET', `/${evidence.id}/custody`)).body).toMatchObject({
      chain: { isWhole: false, broken: { sequence: 4, because: 'its content was changed' } },
    });
  });
});

describe('the routes of evidence', () => {
  const ROUTES: [string, string, unknown, readonly Role[]][] = [
    ['POST', '', DRAFT, ['analyst', 'approver', 'admin']],
    ['POST', '/{id}/upload-link', undefined, ['analyst', 'approver', 'admin']],
    ['POST', '/{id}/received-check', undefined, ['analyst', 'approver', 'admin']],
    ['DELETE', '/{id}', undefined, ['analyst', 'approver', 'admin']],
    ['POST', '/{id}/read-link', PURPOSE, ['analyst', 'approver', 'auditor', 'admin']],
    ['GET', '/{id}/custody', undefined, ['analyst', 'approver', 'auditor', 'admin']],
  ];

  it.each(ROUTES)('%s %s is open to the roles that may use it, and to no other', async (method, path, body, mayUse) => {
    const evidence = await announced();
    const letIn: Role[] = [];
    for (const role of ['analyst', 'approver', 'auditor', 'admin'] as const) {
      const answer = await call([role], method, path.replace('{id}', evidence.id), body);
      if (answer.status !== 403) letIn.push(role);
    }
    expect(letIn).toEqual(mayUse);
  });

  it.each([
    ['GET', '/01KAREC0RDZZZZZZZZZZZZZZZZ/custody'],
    ['GET', '/nonsense/custody'],
    ['POST', '/01KAREC0RDZZZZZZZZZZZZZZZZ/upload-link'],
    ['POST', '/01KAREC0RDZZZZZZZZZZZZZZZZ/received-check'],
    ['POST', '/01KAREC0RDZZZZZZZZZZZZZZZZ/read-link'],
    ['DELETE', '/01KAREC0RDZZZZZZZZZZZZZZZZ'],
  ])('%s %s answers 404', async (method, path) => {
    expect((await asAnna(method, path, path.endsWith('read-link') ? PURPOSE : undefined)).status).toBe(404);
  });
});
