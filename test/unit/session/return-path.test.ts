import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { returnPath } from '../../../shared/session/return-path.ts';
import { mustHold } from '../../support/texts/must-hold.ts';

describe('the page to which a sign-in leads', () => {
  it.each(['/', '/records', '/records/01J?tab=fixes#cause', '/a//b', '/a?next=//evil.example', '/%2f%2fevil.example'])(
    'may be a path of the own site: %s',
    (path) => {
      expect(returnPath(path)).toBe(path);
    },
  );

  it.each([
    ['another site', 'https://evil.example/'],
    ['another site by the scheme of the page', '//evil.example'],
    ['a backslash that browsers read as a slash', '/\\evil.example'],
    ['two backslashes', '\\\\evil.example'],
    ['a slash and a tab', '/\t/evil.example'],
    ['a slash and a line end', '/\n/evil.example'],
    ['a carriage return, which would end the header', '/a\r\nset-cookie: a=b'],
    ['a null character', '/\0/evil.example'],
    ['a space before it', ' //evil.example'],
    ['dots that leave two slashes', '/.//evil.example'],
    ['dots that leave two slashes, further on', '/a/..//evil.example'],
    ['dots that are encoded', '/%2e//evil.example'],
    ['a program', 'javascript:alert(1)'],
    ['a relative path', 'records'],
    ['a scheme without slashes', 'https:evil.example'],
    ['user and host', '@evil.example'],
    ['letters that are none of ASCII', '/／evil.example'],
    ['the sign-in itself, which would never end', '/session/sign-in'],
    ['the sign-in behind dots', '/a/../session/sign-in'],
    ['a path that fills the cookie', `/${'a'.repeat(512)}`],
    ['nothing', ''],
    ['no word of it', undefined],
  ])('is the start page instead of %s', (_, asked) => {
    expect(returnPath(asked)).toBe('/console');
  });

  it('is on the own site for whatever anybody writes there', () => {
    const nasty = fc.string({
      unit: fc.constantFrom('/', '\\', '.', '%', '2', 'f', 'e', ':', '@', '?', '#', '\t', '\n', 'é'),
    });
    mustHold(
      fc.property(
        fc.oneof(
          nasty,
          nasty.map((text) => `/${text}`),
          fc.webUrl(),
          fc.string({ unit: 'binary' }),
        ),
        (asked) => {
          const path = returnPath(asked);
          const { origin } = new URL(path, 'https://holdfast.example/session/call-back');
          return origin === 'https://holdfast.example' && /^\/(?!\/)[\x21-\x7e]*$/.test(path);
        },
      ),
      { runs: 2_000 },
    );
  });
});
