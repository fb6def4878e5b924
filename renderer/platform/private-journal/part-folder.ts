/** Files of one folder that are changed in place and flushed, one writer at a time: what OPFS gives to a worker. */

type Bytes = Uint8Array<ArrayBuffer>;

/** Open for one writer; everything is done when the call returns. @see FileSystemSyncAccessHandle */
export interface PartHandle {
  getSize(): number;
  /** @returns bytes read */
  read(into: Bytes, options: { readonly at: number }): number;
  /** @returns bytes written @throws where the disk is full */
  write(bytes: Bytes, options: { readonly at: number }): number;
  truncate(size: number): void;
  /** Onto the disk. */
  flush(): void;
  close(): void;
}

export interface PartFolder {
  names(): Promise<readonly string[]>;
  /** null = there is none of this name; `create` makes it. */
  open(name: string, how: 'existing' | 'create'): Promise<PartHandle | null>;
  /** Nothing happens where there is none. */
  remove(name: string): Promise<void>;
}

/** Closes the file whatever happens. */
export function withHandle<T>(handle: PartHandle, job: (open: PartHandle) => T): T {
  try {
    return job(handle);
  } finally {
    handle.close();
  }
}

/** The text from a byte on. */
export function textFrom(handle: PartHandle, at: number): string {
  const bytes = new Uint8Array(Math.max(0, handle.getSize() - at));
  const count = handle.read(bytes, { at });
  return new TextDecoder().decode(bytes.subarray(0, count));
}

/** All of the text, on the disk, or nothing of it. @throws saying why */
export function writeAndFlush(handle: PartHandle, text: string, at: number): void {
  const bytes = new TextEncoder().encode(text);
  try {
    const count = handle.write(bytes, { at });
    if (count < bytes.length) throw new DOMException('disk full', 'QuotaExceededError');
    handle.flush();
  } catch (error) {
    handle.truncate(at);
    throw error;
  }
}
