/**
 * A shared library in place of `fsync` and `fdatasync`, written byte by byte, because a fresh machine has no compiler (see
 * docs/decisions/0002-power-cut-test.md). Each call writes its file descriptor to one pipe and waits for a byte from
 * another; what a flush then means is up to whoever holds the other ends. In C:
 *
 *     int fsync(int fd) { char go; write(TELL, &fd, 4); while (read(GO, &go, 1) < 0); return 0; }
 */

/** The pipes, as descriptors of the process that is watched. */
export const TELL_FD = 3;
export const GO_FD = 4;

interface Machine {
  /** ELF's number of it. */
  elf: number;
  code: readonly number[];
}

/** Little-endian 32-bit words as bytes. */
const words = (...list: number[]) =>
  list.flatMap((word) => [word & 255, (word >> 8) & 255, (word >> 16) & 255, (word >>> 24) & 255]);

const X64: Machine = {
  elf: 62,
  code: [
    [0x48, 0x83, 0xec, 0x18], // sub rsp, 24
    [0x89, 0x3c, 0x24], // mov [rsp], edi
    [0xb8, ...words(1)], // mov eax, write
    [0xbf, ...words(TELL_FD)], // mov edi, TELL
    [0x48, 0x89, 0xe6], // mov rsi, rsp
    [0xba, ...words(4)], // mov edx, 4
    [0x0f, 0x05], // syscall
    [0x31, 0xc0], // again: xor eax, eax (read)
    [0xbf, ...words(GO_FD)], // mov edi, GO
    [0x48, 0x89, 0xe6], // mov rsi, rsp
    [0xba, ...words(1)], // mov edx, 1
    [0x0f, 0x05], // syscall
    [0x48, 0x85, 0xc0], // test rax, rax
    [0x78, 0xea], // js again
    [0x31, 0xc0], // xor eax, eax
    [0x48, 0x83, 0xc4, 0x18], // add rsp, 24
    [0xc3], // ret
  ].flat(),
};

const ARM64: Machine = {
  elf: 183,
  code: words(
    0xd10043ff, // sub sp, sp, #16
    0xb90003e0, // str w0, [sp]
    0xd2800000 | (TELL_FD << 5), // mov x0, #TELL
    0x910003e1, // mov x1, sp
    0xd2800082, // mov x2, #4
    0xd2800808, // mov x8, #64 (write)
    0xd4000001, // svc #0
    0xd2800000 | (GO_FD << 5), // again: mov x0, #GO
    0x910003e1, // mov x1, sp
    0xd2800022, // mov x2, #1
    0xd28007e8, // mov x8, #63 (read)
    0xd4000001, // svc #0
    0xb7ffff60, // tbnz x0, #63, again
    0x52800000, // mov w0, #0
    0x910043ff, // add sp, sp, #16
    0xd65f03c0, // ret
  ),
};

const MACHINES: Readonly<Record<string, Machine>> = { x64: X64, arm64: ARM64 };

/** The library for LD_PRELOAD; undefined for a machine or a system that it is not written for. */
export function syncShim(platform: string, arch: string): Buffer | undefined {
  const machine = platform === 'linux' ? MACHINES[arch] : undefined;
  return machine && sharedLibrary(machine, ['fsync', 'fdatasync']);
}

// The loader wants code and what it writes to in segments of their own; the largest page of any of these machines.
const PAGE = 0x10000;
const HEADER = 64;
const PROGRAM_HEADER = 56;
const SYMBOL = 24;

/** An ELF file in which every name stands for the same code. */
function sharedLibrary({ elf, code }: Machine, names: readonly string[]): Buffer {
  const strings = Buffer.from(['', ...names, ''].join('\0'));
  const at = { hash: HEADER + 4 * PROGRAM_HEADER, symbols: 0, strings: 0, code: 0 };
  const count = names.length + 1;
  at.symbols = aligned(at.hash + 4 * (3 + count));
  at.strings = at.symbols + SYMBOL * count;
  at.code = aligned(at.strings + strings.length);
  const end = at.code + code.length;
  const dynamic = entries([
    [4, at.hash],
    [5, at.strings],
    [6, at.symbols],
    [10, strings.length],
    [11, SYMBOL],
    [0, 0],
  ]);

  const file = Buffer.alloc(PAGE + dynamic.length);
  Buffer.from([0x7f, 0x45, 0x4c, 0x46, 2, 1, 1]).copy(file); // ELF, 64 bits, little-endian, version 1
  file.writeUInt16LE(3, 16); // a shared object
  file.writeUInt16LE(elf, 18);
  file.writeUInt32LE(1, 20);
  file.writeBigUInt64LE(BigInt(HEADER), 32); // where the program headers are
  file.writeUInt16LE(HEADER, 52);
  file.writeUInt16LE(PROGRAM_HEADER, 54);
  file.writeUInt16LE(4, 56);

  const [READ, WRITE, EXECUTE] = [4, 2, 1];
  programHeader(file, 0, { type: 1, flags: READ | EXECUTE, offset: 0, size: end, align: PAGE });
  programHeader(file, 1, { type: 1, flags: READ | WRITE, offset: PAGE, size: dynamic.length, align: PAGE });
  programHeader(file, 2, { type: 2, flags: READ | WRITE, offset: PAGE, size: dynamic.length, align: 8 });
  programHeader(file, 3, { type: 0x6474e551, flags: READ | WRITE, offset: 0, size: 0, align: 16 }); // no code on the stack

  // one bucket whose chain leads through all symbols
  const chain = names.map((_, index) => (index + 1 < names.length ? index + 2 : 0));
  Buffer.from(words(1, count, 1, 0, ...chain)).copy(file, at.hash);
  names.forEach((name, index) => {
    const symbol = at.symbols + SYMBOL * (index + 1);
    file.writeUInt32LE(strings.indexOf(`\0${name}\0`) + 1, symbol);
    file.writeUInt8(0x12, symbol + 4); // a global function
    file.writeUInt16LE(1, symbol + 6); // that is defined here
    file.writeBigUInt64LE(BigInt(at.code), symbol + 8);
    file.writeBigUInt64LE(BigInt(code.length), symbol + 16);
  });
  strings.copy(file, at.strings);
  Buffer.from(code).copy(file, at.code);
  dynamic.copy(file, PAGE);
  return file;
}

const aligned = (offset: number) => Math.ceil(offset / 8) * 8;

function entries(list: readonly (readonly [tag: number, value: number])[]): Buffer {
  const bytes = Buffer.alloc(16 * list.length);
  list.forEach(([tag, value], index) => {
    bytes.writeBigUInt64LE(BigInt(tag), 16 * index);
    bytes.writeBigUInt64LE(BigInt(value), 16 * index + 8);
  });
  return bytes;
}

function programHeader(
  file: Buffer,
  index: number,
  {
    type,
    flags,
    offset,
    size,
    align,
  }: { type: number; flags: number; offset: number; size: number; align: number },
): void {
  const start = HEADER + PROGRAM_HEADER * index;
  file.writeUInt32LE(type, start);
  file.writeUInt32LE(flags, start + 4);
  const numbers = [offset, offset, offset, size, size, align]; // in the file, in memory (twice), both sizes, alignment
  numbers.forEach((number, n) => file.writeBigUInt64LE(BigInt(number), start + 8 + 8 * n));
}
