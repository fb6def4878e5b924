/** How safely and with how much room this device keeps the register. */
export interface StorageState {
  /** The browser promised not to clear it when the disk is nearly full. */
  readonly isPersisted: boolean;
  readonly usedBytes: number;
  readonly quotaBytes: number;
}

/** null where the browser does not tell (plain-http pages of an office network). */
export async function readStorageState(): Promise<StorageState | null> {
  // `storage` is missing on insecure pages, whatever the DOM types say.
  const storage: StorageManager | undefined = navigator.storage;
  if (!storage?.estimate) return null;
  const { usage = 0, quota = 0 } = await storage.estimate();
  return { isPersisted: await storage.persisted(), usedBytes: usage, quotaBytes: quota };
}
