import type { Page } from '@playwright/test';

/** Everything in every database and private file of the page, as text. Keys that cannot be read show as `{}`. */
export const everythingStored = (of: Page): Promise<string> =>
  of.evaluate(async () => {
    const found: unknown[] = [];
    const texts: string[] = [];
    const done = <T>(request: IDBRequest<T>) =>
      new Promise<T>((resolve, reject) => {
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => reject(new Error('not read'));
      });
    for (const { name = '' } of await indexedDB.databases()) {
      const database = await done(indexedDB.open(name));
      for (const store of database.objectStoreNames)
        found.push(await done(database.transaction(store).objectStore(store).getAll()));
      database.close();
    }
    const readFolder = async (folder: FileSystemDirectoryHandle): Promise<void> => {
      // Not in the DOM types of this compiler.
      const entries = folder as unknown as { values(): AsyncIterable<FileSystemHandle> };
      for await (const entry of entries.values()) {
        if (entry.kind === 'directory') await readFolder(entry as FileSystemDirectoryHandle);
        // `kind` says which of the two it is.
        else texts.push(entry.name, await (await (entry as FileSystemFileHandle).getFile()).text());
      }
    };
    await readFolder(await navigator.storage.getDirectory());
    return [JSON.stringify(found), ...texts].join('\n');
  });
