import { describe, expect, it } from 'vitest';
import type { Role } from '../../../../shared/domain/access/access.ts';
import { parseConfig } from '../../../../shared/domain/policy/parse-config.ts';
import { DEFAULT_CONFIG } from '../../../../shared/domain/policy/policy.ts';
import { applyToPostMortem } from '../../../../shared/domain/record/apply-post-mortem.ts';
import { type Evidence, EvidenceDraft } from '../../../../shared/domain/record/content/evidence.ts';
import {
  changePart,
  classify,
  removePart,
  writeSection,
} from '../../../../shared/domain/record/decide/write-record.ts';
import type { RecordEvent } from '../../../../shared/domain/record/events/record-events.ts';
import { evidenceTlp, mayOpenEvidence } from '../../../../shared/domain/record/evidence/evidence-access.ts';
import { evidenceKey, namedBy, ownKey } from '../../../../shared/domain/record/evidence/evidence-key.ts';
import * as keep from '../../../../shared/domain/record/evidence/keep-evidence.ts';
import type { PostMortem } from '../../../../shared/domain/record/post-mortem.ts';
import { Refusal } from '../../../../shared/domain/words/refusal.ts';
import { TLP_MARKS, type Tlp } from '../../../../shared/domain/words/tlp.ts';
import { ANNA, BEN } from '../../../support/world/people.ts';
import { aPartId, aRecord, NOW } from '../../../support/world/records.ts';

const SHA = 'a'.repeat(64);
const config = parseConfig({ evidence: { maxBytes: 1_000 } });
const draft = EvidenceDraft.parse({ name: 'proxy.log', mediaType: 'text/plain', bytes: 12, sha256: SHA });

const then = (record: PostMortem, events: RecordEvent[]): PostMortem => events.reduce(applyToPostMortem, record);

function withEvidence(with_: Partial<EvidenceDraft> = {}): { record: PostMortem; evidence: Evidence } {
  const opened = aRecord();
  const id = aPartId();
  const record = then(opened, keep.announceEvidence(opened, id, { ...draft, ...with_ }, ANNA, NOW, config));
  return { record, evidence: only(record) };
}

function only({ evidence }: PostMortem): Evidence {
  const [first] = evidence;
  if (first === undefined) throw new Error('the record has no evidence');
  return first;
}

const arriving = (with_: Partial<keep.Arrival> = {}) => ({ versionId: 'v1', bytes: 12, sha256: SHA, ...with_ });
const received = ({ record, evidence }: ReturnType<typeof withEvidence>, arrival = arriving()) =>
  then(record, keep.receiveEvidence(record, evidence.id, arrival, NOW));

function refusalOf(act: () => unknown): Refusal {
  try {
    act();
  } catch (error) {
    if (error instanceof Refusal) return error;
    throw error;
  }
  throw new Error('nothing was refused');
}

describe('announced evidence', () => {
  it('is expected under a key that says nothing of the file', () => {
    const { record, evidence } = withEvidence();
    expect(evidence).toEqual({
      ...draft,
      id: evidence.id,
      status: 'expected',
      key: `evidence/${record.id}/${evidence.id}`,
      addedBy: ANNA,
      addedAt: NOW,
    });
  });

  it.each([
    ['more bytes than the config takes', { bytes: 1_001 }, 'bytes'],
    ['a media type that the config does not list', { mediaType: 'text/html' }, 'mediaType'],
  ])('is refused with %s, and told where', (_, with_, path) => {
    const refusal = refusalOf(() => withEvidence(with_));
    expect([refusal.reason, refusal.missing.map((one) => one.path)]).toEqual(['limit', [path]]);
  });
});

describe('an upload', () => {
  it('is held when size and hash are those that were announced', () => {
    expect(only(received(withEvidence()))).toMatchObject({ status: 'held', versionId: 'v1', receivedAt: NOW });
  });

  it.each([
    ['another hash', { sha256: 'b'.repeat(64) }, `version v1 has the SHA-256 ${'b'.repeat(64)}; ${SHA} was announced`],
    ['another size', { bytes: 13 }, 'version v1 has 13 bytes; 12 were announced'],
  ])('is refused with %s, and says so', (_, with_, because) => {
    expect(only(received(withEvidence(), arriving(with_)))).toMatchObject({
      status: 'refused',
      refusedBecause: because,
    });
  });

  it('is refused once for each version', () => {
    const announced = withEvidence();
    const record = received(announced, arriving({ bytes: 13 }));
    const again = (versionId: string) =>
      keep.receiveEvidence(record, announced.evidence.id, arriving({ bytes: 13, versionId }), NOW);
    expect([again('v1'), again('v2')]).toMatchObject([[], [{ type: 'Evidence Refused', data: { versionId: 'v2' } }]]);
  });

  it('is held after one that was refused, and replaced by none', () => {
    const announced = withEvidence();
    const record = received(announced, arriving({ bytes: 13 }));
    const held = then(record, keep.receiveEvidence(record, announced.evidence.id, arriving({ versionId: 'v2' }), NOW));
    expect(only(held)).toMatchObject({ status: 'held', versionId: 'v2' });
    const later = [arriving({ versionId: 'v3' }), arriving({ versionId: 'v4', bytes: 1 })];
    expect(later.flatMap((arrival) => keep.receiveEvidence(held, announced.evidence.id, arrival, NOW))).toEqual([]);
  });

  it('leaves no reason behind once the right bytes are held', () => {
    const announced = withEvidence();
    const record = received(announced, arriving({ bytes: 13 }));
    const held = then(record, keep.receiveEvidence(record, announced.evidence.id, arriving({ versionId: 'v2' }), NOW));
    expect(only(held).refusedBecause).toBeUndefined();
  });

  it('to a record that went on is held, too: it leaves what was approved as it is', () => {
    const { record, evidence } = withEvidence();
    const approved: PostMortem = { ...record, status: 'approved' };
    const held = then(approved, keep.receiveEvidence(approved, evidence.id, arriving(), NOW));
    expect([held.status, held.contentRevision, only(held).status]).toEqual([
      'approved',
      record.contentRevision,
      'held',
    ]);
  });

  it('is nothing to evidence that was taken out', () => {
    const { record, evidence } = withEvidence();
    const without = then(record, removePart(record, 'evidence', evidence.id, ANNA));
    expect(keep.receiveEvidence(without, evidence.id, arriving(), NOW)).toEqual([]);
  });
});

describe('evidence that is held', () => {
  it('is neither taken out nor rewritten; its description and mark may be', () => {
    const held = received(withEvidence());
    const content = only(held);
    const change = (with_: Partial<Evidence>) =>
      changePart(held, { kind: 'evidence', content: { ...content, ...with_ } }, ANNA);
    expect(refusalOf(() => removePart(held, 'evidence', content.id, ANNA)).reason).toBe('wrong state');
    expect(refusalOf(() => change({ sha256: 'b'.repeat(64) })).reason).toBe('wrong state');
    expect(refusalOf(() => change({ status: 'expected' })).reason).toBe('wrong state');
    expect(only(then(held, change({ tlp: 'RED', description: 'The proxy, that day' })))).toEqual({
      ...content,
      tlp: 'RED',
      description: 'The proxy, that day',
    });
  });

  it('is opened with a word on what for; the record itself does not change by it', () => {
    const held = received(withEvidence());
    const reader = { author: BEN, roles: ['auditor' as const] };
    const events = keep.openEvidence(held, only(held), reader, 'the yearly audit', NOW);
    expect(events).toEqual([
      {
        type: 'Evidence Opened',
        data: { postMortemId: held.id, evidenceId: only(held).id, purpose: 'the yearly audit', by: BEN, at: NOW },
      },
    ]);
    expect(then(held, events)).toEqual(held);
  });

  it('takes no other upload', () => {
    const held = received(withEvidence());
    expect(refusalOf(() => keep.mustWaitForUpload(held, only(held))).reason).toBe('wrong state');
  });
});

describe('evidence that is held elsewhere', () => {
  const foreign = () => {
    const { record, evidence } = withEvidence();
    const key = evidenceKey(aRecord().id, evidence.id);
    const imported: Evidence = { ...evidence, status: 'elsewhere', key };
    return { record: { ...record, evidence: [imported] }, evidence: imported };
  };

  it('waits for no upload, and receives none', () => {
    const { record, evidence } = foreign();
    expect([
      refusalOf(() => keep.mustWaitForUpload(record, evidence)).reason,
      keep.receiveEvidence(record, evidence.id, arriving(), NOW),
      ['expected', 'refused', 'held', 'elsewhere'].filter((status) => keep.isAwaited(Object({ status }))),
    ]).toEqual(['wrong state', [], ['expected', 'refused']]);
  });

  it('is not opened by a key of another record, whatever its status says', () => {
    const { record, evidence } = foreign();
    const reader = { author: BEN, roles: ['auditor' as const] };
    const open = () => keep.openEvidence(record, { ...evidence, status: 'held' }, reader, 'the yearly audit', NOW);
    expect([refusalOf(open).message, refusalOf(() => ownKey(record.id, evidence)).reason]).toEqual([
      expect.stringContaining('does not lie in this installation'),
      'wrong state',
    ]);
  });
});

it('evidence that is not held cannot be opened', () => {
  const { record, evidence } = withEvidence();
  const reader = { author: ANNA, roles: ['analyst' as const] };
  expect(refusalOf(() => keep.openEvidence(record, evidence, reader, 'to look', NOW)).reason).toBe('wrong state');
});

describe('who may open evidence', () => {
  const NOBODY: Tlp[] = [];
  const UP_TO_AMBER: Tlp[] = ['CLEAR', 'GREEN', 'AMBER'];
  const ROLES: [Role, readonly Tlp[]][] = [
    ['analyst', [...UP_TO_AMBER, 'AMBER+STRICT']],
    ['auditor', TLP_MARKS],
    ['machine', []],
    ['approver', TLP_MARKS],
    ['admin', TLP_MARKS],
  ];

  it.each(ROLES)('%s with no hand in the record: up to its own mark', (role, marks) => {
    const allowed = TLP_MARKS.filter((tlp) => {
      const { record, evidence } = withEvidence({ tlp });
      return mayOpenEvidence({ ...record, tlp: 'CLEAR' }, evidence, { author: BEN, roles: [role] });
    });
    expect(allowed).toEqual(marks);
  });

  it('whoever brought red evidence opens it as an analyst, and not without a role', () => {
    const { record, evidence } = withEvidence({ tlp: 'RED' });
    const may = (roles: Role[]) => mayOpenEvidence(record, evidence, { author: ANNA, roles });
    expect([may(['analyst']), may([])]).toEqual([true, false]);
  });

  it('nobody opens red evidence by writing in its record, by joining its team or by raising its mark', () => {
    const { record, evidence } = withEvidence({ tlp: 'RED' });
    const team = [{ role: 'owner' as const, name: BEN.name, email: BEN.email }];
    const framework = { section: 'framework' as const, content: { objectives: ['Learn from it'], team } };
    const joined = then(record, writeSection(record, framework, BEN));
    const raised = then(joined, classify(joined, { tlp: 'RED' }, BEN, DEFAULT_CONFIG));
    const ben = { author: BEN, roles: ['analyst' as const] };
    expect([joined, raised].map((one) => mayOpenEvidence(one, evidence, ben))).toEqual([false, false]);
  });

  it('an author of a red record opens its evidence that has no mark of its own', () => {
    const { record, evidence } = withEvidence();
    const written = then(record, writeSection(record, SUMMARY, BEN));
    const red: PostMortem = { ...written, tlp: 'RED' };
    const may = (of: PostMortem) => mayOpenEvidence(of, evidence, { author: BEN, roles: ['analyst'] });
    expect([may({ ...red, authors: [ANNA] }), may(red)]).toEqual([false, true]);
  });

  it('the stricter mark counts, whichever it is', () => {
    expect([
      evidenceTlp({ tlp: 'RED' }, { tlp: 'CLEAR' }),
      evidenceTlp({ tlp: 'CLEAR' }, { tlp: 'RED' }),
      evidenceTlp({ tlp: 'AMBER' }, {}),
    ]).toEqual(['RED', 'RED', 'AMBER']);
  });

  it('nobody opens anything without a role', () => {
    const { record, evidence } = withEvidence({ tlp: 'CLEAR' });
    const allowed = TLP_MARKS.filter((tlp) =>
      mayOpenEvidence({ ...record, tlp }, evidence, { author: ANNA, roles: [] }),
    );
    expect(allowed).toEqual(NOBODY);
  });
});

describe('the key of evidence', () => {
  it('names its record and itself', () => {
    const { record, evidence } = withEvidence();
    expect(namedBy(evidence.key)).toEqual({ postMortemId: record.id, evidenceId: evidence.id });
  });

  it.each(['evidence/x/y', 'reports/2026.html', '', 'evidence', `evidence/${aRecord().id}/${aPartId()}/more`])(
    '“%s” is none of ours',
    (key) => {
      expect(namedBy(key)).toBeUndefined();
    },
  );

  it('is the same for the same evidence', () => {
    const { id } = aRecord();
    const part = aPartId();
    expect(evidenceKey(id, part)).toBe(`evidence/${id}/${part}`);
  });
});

const SUMMARY = { section: 'summary' as const, content: { text: 'What happened' } };
