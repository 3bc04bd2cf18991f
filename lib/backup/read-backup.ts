import { createReadStream } from 'node:fs';
import { PassThrough, Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { ReadableStream } from 'node:stream/web';
import { createZstdDecompress } from 'node:zlib';
import { Decrypter } from 'age-encryption';
import { extract } from 'tar-stream';
import { AppError, errorMessage } from '@/lib/errors';
import { WrongKey } from './identity';

/** What of an entry is used: its name and its bytes. */
export type Entry = { header: { name: string }; resume(): unknown } & AsyncIterable<Uint8Array>;

/** One entry after the other; what is not read of one is skipped. @throws AppError for a wrong key, or a file that is cut, altered or no backup */
export async function* readEntries(file: string, identity: string): AsyncGenerator<Entry> {
  const archive = extract();
  const read = new AbortController();
  let failure: unknown;
  const reading = feed(file, identity, archive, read.signal).catch((error: unknown) => {
    failure = error;
    archive.destroy(error as Error);
  });
  try {
    for await (const entry of archive) {
      yield entry as Entry;
      entry.resume();
    }
    await reading;
    if (failure) throw failure;
  } catch (error) {
    throw damaged(failure ?? error);
  } finally {
    read.abort();
    await reading;
  }
}

async function feed(
  file: string,
  identity: string,
  archive: NodeJS.WritableStream,
  signal: AbortSignal,
): Promise<void> {
  const decrypter = new Decrypter();
  decrypter.addIdentity(identity);
  const source = createReadStream(file);
  const passed = new PassThrough();
  // A file that cannot be opened ends the one that waits for its first bytes.
  source.on('error', (error) => passed.destroy(error));
  source.pipe(passed);
  const plain = await decrypter.decrypt(Readable.toWeb(passed) as globalThis.ReadableStream<Uint8Array>);
  await pipeline(Readable.fromWeb(plain as unknown as ReadableStream), createZstdDecompress(), archive, {
    signal,
  });
}

function damaged(error: unknown): Error {
  if (error instanceof AppError) return error;
  const why = errorMessage(error);
  if (/no identity matched|identity/i.test(why))
    return new WrongKey('This key does not open the backup: it was encrypted for another.');
  if (/ENOENT/.test(why)) return new AppError('not_found', 'There is no such file.');
  return new AppError(
    'validation_failed',
    `The backup is cut off, altered, or none at all (${why}). Take another one.`,
  );
}

export async function textOf(entry: Entry): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of entry) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString();
}
