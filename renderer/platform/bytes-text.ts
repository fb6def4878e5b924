/** Bytes as base64 text and back. */
type Bytes = Uint8Array<ArrayBuffer>;

/** Arguments one call may have; longer bytes go in pieces. */
const pieceLength = 8192;

export function textOfBytes(bytes: Bytes): string {
  let binary = '';
  for (let start = 0; start < bytes.length; start += pieceLength)
    binary += String.fromCharCode(...bytes.subarray(start, start + pieceLength));
  return btoa(binary);
}

/** @throws where the text is no base64 */
export function bytesOfText(text: string): Bytes {
  const binary = atob(text);
  const bytes = new Uint8Array(binary.length);
  for (let i = 0; i < binary.length; i++) bytes[i] = binary.charCodeAt(i);
  return bytes;
}
