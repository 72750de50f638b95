import { keys } from '../store/keys.ts';
import { getItem, putItem, type Table } from '../store/table.ts';
import { DoctorMemory } from './drift.ts';

const NAME = 'doctor';

/** What the doctor knew after it last looked. @returns undefined before the first look */
export async function readMemory(table: Table): Promise<DoctorMemory | undefined> {
  const item = await getItem(table, keys.cursor(NAME));
  return item === undefined ? undefined : DoctorMemory.parse(item);
}

export async function writeMemory(table: Table, memory: DoctorMemory): Promise<void> {
  await putItem(table, { ...keys.cursor(NAME), ...memory });
}
