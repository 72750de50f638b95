/** Empties every database of the console in this browser. A store is emptied, not deleted: that would wait for all tabs to close. */
export async function wipeDevice(): Promise<void> {
  const found = await indexedDB.databases().catch(() => []);
  await Promise.all(found.flatMap(({ name }) => (name === undefined ? [] : [emptied(name)]))).catch(() => undefined);
}

async function emptied(name: string): Promise<void> {
  const database = await answerOf(indexedDB.open(name));
  const stores = [...database.objectStoreNames];
  if (stores.length > 0) {
    const change = database.transaction(stores, 'readwrite');
    await Promise.all(stores.map((store) => answerOf(change.objectStore(store).clear())));
  }
  database.close();
}

const answerOf = <Answer>(request: IDBRequest<Answer>): Promise<Answer> =>
  new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
