let lastMs = 0;
let count = 0;

/**
 * A new UUIDv7 (RFC 9562): ids made in one page sort in the order in which they were made, even when the clock jumps back.
 * The twelve bits after the version count within a millisecond; the sixty after the variant and two zeros are random.
 */
export function uuidv7(nowMs: number = Date.now()): string {
  if (nowMs > lastMs) {
    lastMs = nowMs;
    count = 0;
  } else if (++count > 0xfff) {
    lastMs++;
    count = 0;
  }
  const time = lastMs.toString(16).padStart(12, '0');
  // Not by `Array.from`: old libraries have put one there that maps nothing.
  const random = `${crypto.getRandomValues(new BigUint64Array(1))[0]?.toString(16)}`.padStart(16, '0');
  const counter = count.toString(16).padStart(3, '0');
  return `${time.slice(0, 8)}-${time.slice(8)}-7${counter}-8${random.slice(1, 4)}-${random.slice(4)}`;
}
