/** Numbers and texts as bytes. Whole numbers: seven bits at a time, lowest first. */

export interface ByteWriter {
  number(value: number): void;
  /** Two bytes, for one unit of a text. */
  unit(value: number): void;
  /** Ascending numbers as their differences. */
  ascending(values: ArrayLike<number>): void;
  readonly length: number;
  bytes(): Uint8Array<ArrayBuffer>;
}

export function byteWriter(): ByteWriter {
  let buffer = new Uint8Array(256);
  let length = 0;
  const push = (byte: number): void => {
    if (length === buffer.length) {
      const wider = new Uint8Array(buffer.length * 2);
      wider.set(buffer);
      buffer = wider;
    }
    buffer[length++] = byte;
  };
  const number = (value: number): void => {
    let rest = value;
    while (rest >= 0x80) {
      push((rest & 0x7f) | 0x80);
      rest = Math.floor(rest / 0x80);
    }
    push(rest);
  };
  return {
    number,
    unit(value) {
      push(value >>> 8);
      push(value & 0xff);
    },
    ascending(values) {
      let before = 0;
      for (let i = 0; i < values.length; i++) {
        number(values[i]! - before);
        before = values[i]!;
      }
    },
    get length() {
      return length;
    },
    bytes: () => buffer.slice(0, length),
  };
}

export interface ByteReader {
  number(): number;
  unit(): number;
  ascending(count: number): Uint32Array;
  readonly done: boolean;
}

/** Reads what a writer wrote. Throws a RangeError where the bytes end too soon. */
export function byteReader(bytes: Uint8Array): ByteReader {
  let at = 0;
  const next = (): number => {
    if (at >= bytes.length) throw new RangeError('数据不完整');
    return bytes[at++]!;
  };
  const number = (): number => {
    let value = 0;
    let scale = 1;
    for (;;) {
      const byte = next();
      value += (byte & 0x7f) * scale;
      if (byte < 0x80) return value;
      scale *= 0x80;
    }
  };
  return {
    number,
    unit: () => (next() << 8) | next(),
    ascending(count) {
      if (count > bytes.length - at) throw new RangeError('数据不完整');
      const values = new Uint32Array(count);
      let before = 0;
      for (let i = 0; i < count; i++) {
        before += number();
        values[i] = before;
      }
      return values;
    },
    get done() {
      return at >= bytes.length;
    },
  };
}

/** A text as UTF-16, lowest byte first: Chinese takes two bytes a character instead of three, before compression and after. */
export function encodeText(text: string): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(text.length * 2);
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    bytes[2 * i] = unit & 0xff;
    bytes[2 * i + 1] = unit >>> 8;
  }
  return bytes;
}

/** Back again; a byte order mark at its beginning is left out. */
export function decodeText(bytes: Uint8Array | ArrayBuffer): string {
  return new TextDecoder('utf-16le').decode(bytes);
}
