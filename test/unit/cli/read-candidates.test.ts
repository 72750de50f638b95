import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readCandidates } from '../../../cli/import/read-candidates.ts';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'holdfast-candidates-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

async function read(bytes: string | Uint8Array) {
  const path = join(folder, 'records.csv');
  await writeFile(path, bytes);
  return readCandidates(path, undefined, []);
}

describe('a CSV file', () => {
  it.each<[string, string | Uint8Array, string]>([
    [
      'in Windows-1252',
      Buffer.concat([Buffer.from('id,title\n1,Ger'), Buffer.from([0xe4]), Buffer.from('t verloren\n')]),
      'it is not UTF-8, so its letters would be lost: save it as UTF-8 ("CSV UTF-8" in Excel)',
    ],
    [
      'with two columns of one name',
      'id,title,title\n1,Lost laptop,Found laptop\n',
      'the column "title" is there twice: keep the one that counts',
    ],
    [
      'of a spreadsheet that writes semicolons',
      'id;title\n1;Lost laptop\n',
      'its columns are parted by ";": write it with commas between them',
    ],
    ['with tabs', 'id\ttitle\n1\tLost laptop\n', 'its columns are parted by "\\t": write it with commas between them'],
  ])('%s is refused, with how to mend it', async (_, bytes, message) => {
    expect(await read(bytes)).toEqual([{ place: '', id: undefined, faults: [{ path: '', steps: [], message }] }]);
  });

  it('with the mark that Excel writes, and its line ends, is read', async () => {
    const [candidate] = await read('\ufeffid,title\r\n1,Gerät verloren\r\n');
    expect(candidate?.id).toBe('1');
    expect(JSON.stringify(candidate)).not.toContain('the columns');
  });
});
