/** What a browser keeps beyond the page, as text. It is asked in the page. */
export const KEPT_ON_DEVICE = `(async () => {
  const all = [];
  for (const { name } of await indexedDB.databases()) {
    all.push(await new Promise((resolve, reject) => {
      const opening = indexedDB.open(name);
      opening.onerror = () => reject(opening.error);
      opening.onsuccess = () => {
        const [store] = opening.result.objectStoreNames;
        if (store === undefined) return resolve([]);
        const reading = opening.result.transaction(store).objectStore(store).getAll();
        reading.onsuccess = () => resolve(reading.result);
      };
    }));
  }
  return JSON.stringify([all, { ...localStorage }, { ...sessionStorage }]);
})()`;
