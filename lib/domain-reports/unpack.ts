import { promisify } from 'node:util';
import { gunzip } from 'node:zlib';
import { type Entry, fromBufferPromise, type ZipFile } from 'yauzl';
import { ReportRefusal } from './refusal';

/** A report on 16,000 sources. What is larger unpacked is refused while it is unpacked. */
export const MOST_UNPACKED = 8 * 1024 * 1024;
/** Reports of real makers shrink to a tenth, long ones to a thirtieth. */
const MOST_RATIO = 200;
const FREE_BYTES = 256 * 1024;

/** What is in a file: told by its first bytes, as names and types of mail are often wrong. @throws ReportRefusal */
export async function unpack(file: Uint8Array): Promise<Buffer> {
  const bytes = Buffer.from(file.buffer, file.byteOffset, file.byteLength);
  const kind = packingOf(bytes);
  if (kind === null && bytes.length > MOST_UNPACKED) throw new ReportRefusal('too_large');
  const inner = kind === 'gzip' ? await unzipOne(bytes) : kind === 'zip' ? await readZip(bytes) : bytes;
  if (kind !== null && packingOf(inner) !== null) throw new ReportRefusal('archive_in_archive');
  return inner;
}

export function packingOf(bytes: Uint8Array): 'gzip' | 'zip' | null {
  const [a, b, c, d] = bytes;
  if (a === 0x1f && b === 0x8b) return 'gzip';
  return a === 0x50 && b === 0x4b && ((c === 3 && d === 4) || (c === 5 && d === 6)) ? 'zip' : null;
}

/** How much may come out of so much: what swells beyond that was made to. */
function mostOf(packed: number): number {
  return Math.min(MOST_UNPACKED, Math.max(FREE_BYTES, packed * MOST_RATIO));
}

async function unzipOne(bytes: Buffer): Promise<Buffer> {
  const maxOutputLength = mostOf(bytes.length);
  try {
    return await promisify(gunzip)(bytes, { maxOutputLength, chunkSize: 64 * 1024 });
  } catch (error) {
    throw (error as NodeJS.ErrnoException).code === 'ERR_BUFFER_TOO_LARGE'
      ? new ReportRefusal('bomb')
      : new ReportRefusal('broken_archive');
  }
}

/** One file, as RFC 7489 7.2.1.1 has it; folders and what macOS puts beside are passed over. */
async function readZip(bytes: Buffer): Promise<Buffer> {
  let zip: ZipFile | undefined;
  try {
    zip = await fromBufferPromise(bytes, { lazyEntries: true });
    const files: Entry[] = [];
    for await (const entry of zip.eachEntry()) {
      if (/\/$|^__MACOSX\//.test(entry.fileName)) continue;
      files.push(entry);
      if (files.length > 1) throw new ReportRefusal('several_files');
    }
    const [entry] = files;
    if (!entry) throw new ReportRefusal('not_a_report');
    if (entry.isEncrypted()) throw new ReportRefusal('encrypted');
    if (entry.uncompressedSize > mostOf(bytes.length)) throw new ReportRefusal('bomb');
    const chunks: Buffer[] = [];
    // It ends with an error where there is more than was announced.
    for await (const chunk of await zip.openReadStreamPromise(entry)) chunks.push(chunk as Buffer);
    return Buffer.concat(chunks);
  } catch (error) {
    throw error instanceof ReportRefusal ? error : new ReportRefusal('broken_archive');
  } finally {
    zip?.close();
  }
}
