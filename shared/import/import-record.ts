import type { Cause } from '../domain/events/recorded-event.ts';
import { endStatus, type Import } from '../domain/files/import.ts';
import { importSteps, openImported } from '../domain/files/import-record.ts';
import type { PostMortemFile } from '../domain/files/post-mortem-file.ts';
import type { HoldfastConfig } from '../domain/policy/policy.ts';
import type { PostMortem } from '../domain/record/post-mortem.ts';
import type { TicketRef } from '../domain/ticket/incident-ticket.ts';
import { PostMortemId } from '../domain/words/identifiers.ts';
import { Refusal } from '../domain/words/refusal.ts';
import { sha256 } from '../sha256.ts';
import { AlreadyExists, NotFound } from '../store/errors.ts';
import { keys } from '../store/keys.ts';
import type { RecordStore } from '../store/records/record-store.ts';
import { progressInLog } from './progress-in-log.ts';

export type ImportDependencies = {
  store: RecordStore;
  rules: Pick<HoldfastConfig, 'postMortem'>;
  newId: () => string;
};

export type Imported = { id: PostMortemId; outcome: 'imported' | 'there already' };

/**
 * Takes a record in, through the same commands as a person's. The pointer from the file's id to the record is written
 * with the opening, so a second run finds the record, and goes on where the first one broke off.
 *
 * @throws Refusal when the rules do not allow it, the id stands for another content, or it looks at a record that is not here;
 *   also when an import that broke off was to end with another status
 */
export async function importRecord(deps: ImportDependencies, wanted: Import, cause: Cause): Promise<Imported> {
  const { store, rules, newId } = deps;
  const name = importRef(wanted.file.id);
  const known = await knownRecord(store, wanted.file.id);
  if (known !== undefined) return goOn(deps, known, wanted, cause);
  const id = PostMortemId.parse(newId());
  const scope = await scopeHere(store, wanted.file);
  const opening = openImported(
    id,
    { ...wanted, file: { ...wanted.file, ...(scope === undefined ? {} : { scope }) } },
    rules,
  );
  const ticket =
    opening.flatMap((event) => (event.type === 'Post-Mortem Opened' ? [event.data.incident] : []))[0] ?? name;
  let opened: PostMortem;
  try {
    opened = await store.open(id, ticket, opening, cause, [{ ...keys.ticketById(name), postMortemId: id }]);
  } catch (error) {
    if (!(error instanceof AlreadyExists)) throw error;
    // Another run was faster by a moment.
    const other = await store.postMortemOfTicket(name);
    if (other === undefined) throw error;
    return goOn(deps, other, wanted, cause);
  }
  await fillIn(deps, opened, wanted, cause);
  return { id, outcome: 'imported' };
}

/**
 * What an import would come to, without writing anything.
 *
 * @returns the record that is there already, and wholly; undefined when something would be written
 * @throws Refusal as the import would
 */
export async function importedBefore(store: RecordStore, wanted: Import): Promise<PostMortemId | undefined> {
  const known = await knownRecord(store, wanted.file.id);
  if (known === undefined) {
    await scopeHere(store, wanted.file);
    return undefined;
  }
  const { isFinished } = await foundRecord(store, known, wanted);
  return isFinished ? known : undefined;
}

/**
 * A review of a period names records of this installation: by the ids that they have here, whether they were written here or imported.
 *
 * @throws Refusal with the place in the file of each that is not here
 */
async function scopeHere(store: RecordStore, { scope }: PostMortemFile): Promise<PostMortemFile['scope']> {
  if (scope === undefined) return undefined;
  const covers = await Promise.all(
    scope.covers.map(async (id) => (await store.head(id))?.id ?? (await store.postMortemOfTicket(importRef(id)))),
  );
  const missing = scope.covers.flatMap((id, index) =>
    covers[index] === undefined
      ? [
          {
            path: `scope.covers.${index}`,
            message: `there is no record ${id} here: import it first, or take it out of the file`,
          },
        ]
      : [],
  );
  if (missing.length > 0) {
    throw new Refusal('unknown part', missing.map(({ path, message }) => `${path}: ${message}`).join('; '), missing);
  }
  return { ...scope, covers: covers.filter((id) => id !== undefined) };
}

/** The name of a file's record among the tickets: unique, as theirs are. */
export function importRef(id: string): TicketRef {
  return { source: 'holdfast', site: 'import', ticketId: id, key: id };
}

async function foundRecord(store: RecordStore, id: PostMortemId, wanted: Import) {
  const record = await store.postMortem(id);
  if (record === undefined) throw new NotFound(`post-mortem ${id}`);
  mustBeTheSame(record, wanted);
  const progress = progressInLog(store, id);
  const { isFinished } = await progress();
  if (!isFinished) mustEndTheSame(record, wanted);
  return { record, isFinished, progress };
}

async function goOn(deps: ImportDependencies, id: PostMortemId, wanted: Import, cause: Cause): Promise<Imported> {
  const { record, isFinished, progress } = await foundRecord(deps.store, id, wanted);
  if (isFinished) return { id, outcome: 'there already' };
  await fillIn(deps, record, { ...wanted, at: record.importedFrom?.at ?? wanted.at }, cause, progress);
  return { id, outcome: 'imported' };
}

function mustBeTheSame({ id, importedFrom }: PostMortem, { file, sha256: hash }: Import): void {
  if (importedFrom?.sha256 === hash) return;
  const before = importedFrom === undefined ? 'it was written here' : `it was imported at ${importedFrom.at}`;
  throw new Refusal(
    'wrong state',
    `"${file.id}" is the record ${id}, and ${before} with another content; change it there, or give the file another id`,
  );
}

/** People work in a record that an import left open: another end would close it under their hands, with parts of both. */
function mustEndTheSame({ id, importedFrom }: PostMortem, wanted: Import): void {
  const begunAs = importedFrom?.endsAs;
  if (begunAs === undefined || begunAs === endStatus(wanted)) return;
  throw new Refusal(
    'wrong state',
    `the import of "${wanted.file.id}" broke off, and the record ${id} was to end as ${begunAs}: import it as ${begunAs}, and change it there`,
  );
}

/** Passes over the steps that were done when it looked last; the others look anew, since somebody may have done them meanwhile. */
async function fillIn(
  { store }: ImportDependencies,
  opened: PostMortem,
  wanted: Import,
  cause: Cause,
  progress = progressInLog(store, opened.id),
): Promise<void> {
  let record = opened;
  let known = await progress();
  const look = async () => {
    known = await progress();
    return known;
  };
  for (const step of importSteps(wanted, sha256)) {
    if (step(record, known).length > 0) record = await store.changeWithLog(opened.id, look, step, cause);
  }
}

const knownRecord = async (store: RecordStore, fileId: string): Promise<PostMortemId | undefined> =>
  (await store.postMortemOfTicket(importRef(fileId))) ?? (await ownRecord(store, fileId));

/** A record of this very installation that comes back as a file. */
async function ownRecord(store: RecordStore, fileId: string): Promise<PostMortemId | undefined> {
  const id = PostMortemId.safeParse(fileId);
  return id.success && (await store.postMortem(id.data)) !== undefined ? id.data : undefined;
}
