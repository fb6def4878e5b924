/** A folder of the browser's private file system (OPFS). */

export type PrivateFolder = FileSystemDirectoryHandle;

/** null where there is none: plain-http pages, private windows, blocked by policy. */
async function privateRoot(): Promise<PrivateFolder | null> {
  try {
    // `storage` is missing on insecure pages, whatever the DOM types say.
    return (await navigator.storage?.getDirectory?.()) ?? null;
  } catch {
    return null;
  }
}

export async function privateFolder(name: string): Promise<PrivateFolder | null> {
  try {
    return (await (await privateRoot())?.getDirectoryHandle(name, { create: true })) ?? null;
  } catch {
    return null;
  }
}

export async function removePrivateFolder(name: string): Promise<void> {
  const root = await privateRoot();
  // Throws where there never was such a folder.
  await root?.removeEntry(name, { recursive: true }).catch(() => {});
}

/** Resolves when the whole file stands there; it takes the place of an older one in one step. */
export async function writePrivateFile(folder: PrivateFolder, name: string, bytes: Uint8Array<ArrayBuffer>) {
  const handle = await folder.getFileHandle(name, { create: true });
  const stream = await handle.createWritable();
  await stream.write(bytes);
  await stream.close();
}

/** null = there is none of this name. */
export async function readPrivateFile(
  folder: PrivateFolder,
  name: string,
): Promise<Uint8Array<ArrayBuffer> | null> {
  try {
    const file = await (await folder.getFileHandle(name)).getFile();
    return new Uint8Array(await file.arrayBuffer());
  } catch (error) {
    if (error instanceof DOMException && error.name === 'NotFoundError') return null;
    throw error;
  }
}
