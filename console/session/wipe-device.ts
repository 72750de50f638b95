/**
 * Empties every database of the console in this browser. A store is emptied, not deleted: that would wait for all tabs to close.
 *
 * @returns whether nothing stays; what fails keeps the others from nothing
 */
export async function wipeDevice(): Promise<boolean> {
  try {
    const found = await indexedDB.databases();
    const wiped = await Promise.allSettled(found.flatMap(({ name }) => (name === undefined ? [] : [emptied(name)])));
    return wiped.every(({ status }) => status === 'fulfilled');
  } catch {
    return false;
  }
}

async function emptied(name: string): Promise<void> {
  const database = await answerOf(indexedDB.open(name));
  try {
    const stores = [...database.objectStoreNames];
    if (stores.length === 0) return;
    const change = database.transaction(stores, 'readwrite');
    for (const store of stores) change.objectStore(store).clear();
    await new Promise<void>((resolve, reject) => {
      change.oncomplete = () => resolve();
      change.onabort = () => reject(change.error);
    });
  } finally {
    database.close();
  }
}

const answerOf = <Answer>(request: IDBRequest<Answer>): Promise<Answer> =>
  new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
