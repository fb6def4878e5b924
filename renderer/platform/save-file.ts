/** Handing a file to the user: the save dialog where the browser has one, else a download. */
import type { SaveOutcome } from './platform';

/** Not in the DOM types: only Chromium has it, and only on secure pages. */
interface SavePicker {
  showSaveFilePicker?(options: { suggestedName: string }): Promise<FileSystemFileHandle>;
}

export async function saveFile(
  name: string,
  bytes: Uint8Array<ArrayBuffer>,
  mime: string,
): Promise<SaveOutcome> {
  const { showSaveFilePicker } = window as Window & SavePicker;
  if (!showSaveFilePicker) return download(name, bytes, mime);
  try {
    const handle = await showSaveFilePicker.call(window, { suggestedName: name });
    const stream = await handle.createWritable();
    await stream.write(bytes);
    await stream.close();
    return 'saved';
  } catch (error) {
    if (error instanceof DOMException && error.name === 'AbortError') return 'cancelled';
    // A long computation used up the click that would allow the dialog, or policy forbids it.
    if (error instanceof DOMException && (error.name === 'SecurityError' || error.name === 'NotAllowedError'))
      return download(name, bytes, mime);
    throw error;
  }
}

function download(name: string, bytes: Uint8Array<ArrayBuffer>, mime: string): SaveOutcome {
  const url = URL.createObjectURL(new Blob([bytes], { type: mime }));
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  // Released once the browser has certainly begun to read it.
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
  return 'saved';
}
