import { describe, expect, it } from 'vitest';
import { sealsOf } from '../../../shared/session/seals.ts';

const VALUE = { refreshToken: 'eyJ.refresh', endsAt: '2026-01-01T12:00:00.000Z' };
const seals = sealsOf(['the secret of now']);

describe('a sealed value', () => {
  it('is opened by whoever sealed it, and shows nothing of itself', () => {
    const sealed = seals.seal('session', VALUE);
    expect(seals.open('session', sealed)).toEqual(VALUE);
    expect(sealed).toMatch(/^[\w-]+$/);
    expect(Buffer.from(sealed, 'base64url').toString('latin1')).not.toContain('refresh');
  });

  it('is another text each time', () => {
    expect(seals.seal('session', VALUE)).not.toBe(seals.seal('session', VALUE));
  });

  it('is not taken for another purpose', () => {
    expect(seals.open('sign-in', seals.seal('session', VALUE))).toBeUndefined();
  });

  it('is not taken when one bit of it is another', () => {
    const bytes = Buffer.from(seals.seal('session', VALUE), 'base64url');
    const changed = Array.from(bytes, (_, index) => {
      const copy = Buffer.from(bytes);
      copy.writeUInt8(copy.readUInt8(index) ^ 1, index);
      return seals.open('session', copy.toString('base64url'));
    });
    expect(changed).toEqual(Array(bytes.length).fill(undefined));
  });

  it.each(['', 'a', 'x'.repeat(38), 'ä'.repeat(100), Buffer.alloc(64).toString('base64url')])(
    'is not what somebody made up: %s',
    (text) => {
      expect(seals.open('session', text)).toBeUndefined();
    },
  );

  it('is opened with the secret of before, too, until that one is gone', () => {
    const sealed = seals.seal('session', VALUE);
    expect(sealsOf(['the next secret', 'the secret of now']).open('session', sealed)).toEqual(VALUE);
    expect(sealsOf(['the next secret']).open('session', sealed)).toBeUndefined();
  });

  it('is sealed with the first of the secrets', () => {
    const sealed = sealsOf(['the next secret', 'the secret of now']).seal('session', VALUE);
    expect(sealsOf(['the next secret']).open('session', sealed)).toEqual(VALUE);
  });
});
