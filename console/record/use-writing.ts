import { useEffect } from 'preact/hooks';
import { fieldId } from '../forms/field-id.ts';
import { pathOfPointer } from '../forms/problems.ts';
import type { Desk } from './desk.ts';
import type { Door } from './editing/door.ts';
import type { Version } from './editing/kept.ts';
import { sharedDrafts } from './editing/shared-drafts.ts';
import { Writing } from './editing/writing.ts';
import { writingAt, writingKey } from './editing/writings.ts';
import { firstWords } from './parts/new-parts.ts';

/** Begins to write at a place of the record, or goes on there. */
export function beginWriting(
  { keep, record, person }: Desk,
  path: string,
  version: Version,
  door: () => Door,
): Writing {
  return writingAt(writingKey(person, record.id, path), () => {
    const shared = sharedDrafts(record.id, person, keep.isOnDevice);
    const begun = new Writing({ path, start: version, door: door(), keep, shared, isHeld });
    const first = firstWords(path);
    if (first !== undefined) begun.type(first);
    return begun;
  });
}

/** Begins to write at a place of the record, or goes on there, and follows what others write. */
export function useWriting(desk: Desk, path: string, version: Version, door: () => Door, isNew = false): Writing {
  const { record } = desk;
  const writing = beginWriting(desk, path, version, door);
  useEffect(() => {
    // What is new is in no record yet, and nobody else has it.
    if (!isNew) writing.hear(version);
  }, [writing, record.revision, version.etag, isNew]);
  useEffect(() => () => void writing.flush(), [writing]);
  return writing;
}

function isHeld(place: string, pointer: string): boolean {
  const id = fieldId(pathOfPointer(pointer, place));
  const focused = document.activeElement;
  if (focused === null) return false;
  // A button of a list, or an option, has no id of its own.
  const isWithin = document.getElementById(id)?.contains(focused) === true;
  return isWithin || focused.id === id || focused.id.startsWith(`${id}.`);
}
