import type { Desk } from '../desk.ts';
import { openWriting } from '../editing/writings.ts';
import { writingKey } from '../use-writing.ts';

/** Id of a part that was begun here, once it is in the record. */
export const partIdOf = (desk: Desk, path: string): string | undefined =>
  openWriting(writingKey(desk, path))?.partId.value;
