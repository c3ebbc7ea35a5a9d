const signature = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];
const header = 'IHDR';
const end = 'IEND';

export interface Size {
  width: number;
  height: number;
}

/**
 * How large a PNG is, in pixels; null for whatever is none. Every chunk is stepped over (PNG, 3rd ed.,
 * §5.3: length, type, data, checksum), so that nothing can hide behind the picture's end.
 */
export function pngSize(bytes: Uint8Array): Size | null {
  if (signature.some((it, index) => bytes[index] !== it)) return null;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let size: Size | null = null;
  let at = signature.length;
  while (at + 12 <= bytes.length) {
    const length = view.getUint32(at);
    const type = String.fromCharCode(...bytes.subarray(at + 4, at + 8));
    if (size === null) {
      if (type !== header || length !== 13 || at + 16 > bytes.length) return null;
      size = { width: view.getUint32(at + 8), height: view.getUint32(at + 12) };
    }
    at += 12 + length;
    if (type === end) return at === bytes.length ? size : null;
  }
  return null;
}
