import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { attachment } from '../../../shared/evidence/attachment.ts';
import { mustHold } from '../../support/texts/must-hold.ts';

describe('the name of a download', () => {
  it.each([
    ['proxy log.txt', `attachment; filename="proxy log.txt"; filename*=UTF-8''proxy%20log.txt`],
    ['café.txt', `attachment; filename="caf_.txt"; filename*=UTF-8''caf%C3%A9.txt`],
    ['a"b;c.csv', `attachment; filename="a_b;c.csv"; filename*=UTF-8''a_b%3Bc.csv`],
    ['.bashrc', `attachment; filename="_bashrc"; filename*=UTF-8''_bashrc`],
    ["it's (1).log", `attachment; filename="it's (1).log"; filename*=UTF-8''it%27s%20%281%29.log`],
  ])('%s', (name, header) => {
    expect(attachment(name)).toBe(header);
  });

  it('cannot pass for another by turning the direction of its text', () => {
    expect(attachment('report\u{202e}fdp.exe')).toContain('filename="report_fdp.exe"');
  });

  it('is one header, of printable ASCII, whatever it is', () => {
    mustHold(
      fc.property(fc.string({ unit: 'binary', minLength: 1, maxLength: 200 }), (name) => {
        expect(attachment(name)).toMatch(
          /^attachment; filename="[\x20-\x21\x23-\x7e]+"; filename\*=UTF-8''[\w!~*.%-]+$/,
        );
      }),
    );
  });
});
