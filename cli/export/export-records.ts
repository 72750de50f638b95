import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import config from '#config';
import { backOff } from '../../runtime/back-off.ts';
import { newId } from '../../runtime/identity.ts';
import { counted } from '../../shared/document/counted.ts';
import type { PostMortem } from '../../shared/domain/record/post-mortem.ts';
import type { PostMortemId } from '../../shared/domain/words/identifiers.ts';
import { isRestricted } from '../../shared/domain/words/tlp.ts';
import { exportedRecord } from '../../shared/export/exported-record.ts';
import { EXPORT_FORMATS, type ExportFormat, FILE_ENDING, renderRecord } from '../../shared/export/render-record.ts';
import { isCodedInVeris } from '../../shared/export/veris/veris-incident.ts';
import { NotFound } from '../../shared/store/errors.ts';
import { allRecordIds } from '../../shared/store/records/record-ids.ts';
import { type RecordStore, recordStore } from '../../shared/store/records/record-store.ts';
import type { CommandDependencies } from '../command.ts';
import { CommandFailure } from '../failure.ts';
import { whileBusy } from '../terminal.ts';

export { EXPORT_FORMATS };

const BY = { kind: 'machine' as const, id: 'holdfast export' };

export type ExportWish = {
  /** Undefined: every record. */
  ids: readonly PostMortemId[] | undefined;
  format: ExportFormat;
  out: string | undefined;
};

/** @returns whether it was done; it throws when a record is not there */
export async function exportRecords(
  { installation, terminal, now, asJson }: CommandDependencies,
  { ids, format, out }: ExportWish,
): Promise<boolean> {
  const { table } = installation;
  const store = recordStore({ table, rules: config, now, newId, backOff });
  const wanted = ids ?? (await allRecordIds(table));
  if (out === undefined && format === 'html' && wanted.length !== 1) {
    throw new CommandFailure(`${wanted.length} pages do not fit into one`, 'name one record, or a folder with --out');
  }
  const texts = await whileBusy(terminal, 'reading the records', async (say) => {
    const all: { id: PostMortemId; text: string }[] = [];
    for (const [index, id] of wanted.entries()) {
      say(`reading the records: ${index + 1} of ${wanted.length}`);
      const record = await readBy(store, id, format, now);
      // Of all that there is, those that VERIS has a word for; one that was named by its id is refused instead.
      if (format === 'veris' && !isCodedInVeris(record)) {
        if (ids === undefined) continue;
        throw new CommandFailure(
          `${id} is of the kind "${record.kind}", and VERIS has incidents and near misses`,
          'leave it out, or take another --format',
        );
      }
      const text = renderRecord(await exportedRecord(store, record, config), format, config);
      if (out === undefined) all.push({ id, text });
      else all.push({ id, text: await written(out, id, format, text) });
    }
    return all;
  });
  if (out === undefined)
    terminal.out(
      joined(
        texts.map(({ text }) => text),
        format,
      ),
    );
  else if (asJson) terminal.out(`${JSON.stringify({ files: texts.map(({ text }) => text) }, undefined, 2)}\n`);
  else terminal.out(`${counted(texts.length, 'record')} written to ${out}\n`);
  return true;
}

/** A look at a restricted record is in its log before anybody sees it. */
async function readBy(
  store: RecordStore,
  id: PostMortemId,
  format: ExportFormat,
  now: () => string,
): Promise<PostMortem> {
  const record = await store.postMortem(id);
  if (record === undefined) throw new NotFound(`post-mortem ${id}`);
  if (!isRestricted(record.tlp)) return record;
  const look = { postMortemId: id, what: `export as ${format}`, by: BY, at: now() };
  const cause = { actor: BY, correlationId: `export:${id}`, hops: 0 };
  await store.logLook(id, look, cause);
  return record;
}

async function written(folder: string, id: PostMortemId, format: ExportFormat, text: string): Promise<string> {
  await mkdir(folder, { recursive: true });
  const file = join(folder, `${id}.${FILE_ENDING[format]}`);
  await writeFile(file, text);
  return file;
}

/** Several records of JSON are a list, which an import takes as well. So are several incidents of VERIS. */
function joined(texts: readonly string[], format: ExportFormat): string {
  if ((format !== 'json' && format !== 'veris') || texts.length === 1) return texts.join('\n');
  return `[\n${texts.map((text) => text.trimEnd()).join(',\n')}\n]\n`;
}
