import { crc32, deflateRawSync, gzipSync } from 'node:zlib';

/** A report as a maker writes it, and what a person reads in it. `of`: the document or the place where this shape is seen. */
export type Sample = {
  maker: string;
  of: string;
  file: Buffer;
  expected: {
    reporter: string;
    reportId: string;
    messages: number;
    passed: number;
    /** Of the first row: address, what decided, what is told of why. */
    first?: Record<string, unknown>;
    policy?: Record<string, unknown>;
    rows?: number;
  };
};

const DAY = 86_400;
/** The day before yesterday, whenever the tests run. */
export const BEGIN = (Math.floor(Date.now() / 1000 / DAY) - 2) * DAY;
export const END = BEGIN + DAY - 1;

export const gz = (text: string | Buffer): Buffer => gzipSync(text);

type Entry = { name: string; content: Buffer; announced?: number; flags?: number };

/** A zip as PKWARE's APPNOTE 4.3 lays it out. `announced`: another size than it has; `flags`: bit 0 says that it is encrypted. */
export function zip(...entries: Entry[]): Buffer {
  const local: Buffer[] = [];
  const central: Buffer[] = [];
  let offset = 0;
  for (const { name, content, announced = content.length, flags = 0 } of entries) {
    const packed = deflateRawSync(content);
    const fields = Buffer.alloc(26);
    fields.writeUInt16LE(20, 0);
    fields.writeUInt16LE(flags, 2);
    fields.writeUInt16LE(8, 4);
    fields.writeUInt32LE(crc32(content), 10);
    fields.writeUInt32LE(packed.length, 14);
    fields.writeUInt32LE(announced, 18);
    fields.writeUInt16LE(name.length, 22);
    const head = Buffer.concat([Buffer.from('PK\x03\x04'), fields, Buffer.from(name)]);
    const tail = Buffer.alloc(14);
    tail.writeUInt32LE(offset, 10);
    central.push(Buffer.concat([Buffer.from('PK\x01\x02\x14\x00'), fields, tail, Buffer.from(name)]));
    local.push(head, packed);
    offset += head.length + packed.length;
  }
  const directory = Buffer.concat(central);
  const end = Buffer.alloc(22);
  end.write('PK\x05\x06', 'latin1');
  end.writeUInt16LE(entries.length, 8);
  end.writeUInt16LE(entries.length, 10);
  end.writeUInt32LE(directory.length, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...local, directory, end]);
}
