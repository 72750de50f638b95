import { useEffect } from 'preact/hooks';
import { fieldId } from '../forms/field-id.ts';
import { pathOfPointer } from '../forms/problems.ts';
import type { Desk } from './desk.ts';
import type { Version } from './editing/kept.ts';
import { sharedDraft } from './editing/shared-drafts.ts';
import { type Door, Writing } from './editing/writing.ts';
import { writingAt } from './editing/writings.ts';

export const writingKey = ({ person, record }: Desk, path: string): string => `${person} ${record.id} ${path}`;

/** Begins to write at a place of the record, or goes on there, and follows what others write. */
export function useWriting(desk: Desk, path: string, version: Version, door: () => Door, isNew = false): Writing {
  const { keep, record } = desk;
  const writing = writingAt(
    writingKey(desk, path),
    () =>
      new Writing({
        path,
        start: version,
        door: door(),
        keep,
        shared: sharedDraft(record.id, path),
        isHeld: (pointer) => isInField(path, pointer),
      }),
  );
  useEffect(() => {
    // What is new is in no record yet, and nobody else has it.
    if (!isNew) writing.hear(version);
  }, [writing, record.revision, version.etag]);
  useEffect(() => () => void writing.flush(), [writing]);
  return writing;
}

function isInField(path: string, pointer: string): boolean {
  const id = fieldId(pathOfPointer(pointer, path));
  const focused = document.activeElement?.id ?? '';
  return focused === id || focused.startsWith(`${id}.`);
}
