import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { FieldWords } from '../forms/problems.ts';
import type { Keep } from './editing/kept.ts';
import type { RecordNow } from './record-data.ts';

/** What every part of the record's page works on. */
export type Desk = {
  record: RecordNow;
  keep: Keep;
  person: string;
  mayWrite: boolean;
  mayComment: boolean;
  missing: FieldWords;
  /** Who else is where, by path. */
  present: readonly { name: string; path: string }[];
  /** Shows the comments of a place. */
  openComments: (path: string) => void;
};

export const DeskContext = createContext<Desk | undefined>(undefined);

export function useDesk(): Desk {
  const desk = useContext(DeskContext);
  if (desk === undefined) throw new Error('this stands outside of a record');
  return desk;
}
