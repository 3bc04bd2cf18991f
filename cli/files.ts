import { createReadStream } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { text } from 'node:stream/consumers';
import { AppError, errorMessage } from '@/lib/errors';
import { misuse } from './misuse';

/** Relative to where the caller stands: the launcher changes to the project's folder. */
export function callersPath(name: string): string {
  return resolve(process.env.RELEVO_CALLER_DIRECTORY ?? '.', name);
}

export async function readCallersFile(field: string, name: string): Promise<Buffer> {
  try {
    return await readFile(callersPath(name));
  } catch (error) {
    throw misuse(field, whyUnreadable(error));
  }
}

/** The same of what may be large or anybody's; `-` is standard input. No more is read than may be. Who calls names the file. */
export async function readBytes(name: string, mostBytes: number): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let bytes = 0;
  try {
    for await (const chunk of name === '-' ? process.stdin : createReadStream(callersPath(name))) {
      bytes += chunk.length;
      if (bytes > mostBytes)
        throw new AppError('validation_failed', `it is larger than ${mostBytes / 1024 / 1024} MB`);
      chunks.push(chunk);
    }
  } catch (error) {
    throw error instanceof AppError ? error : new AppError('validation_failed', whyUnreadable(error));
  }
  return Buffer.concat(chunks);
}

const WHY_UNREADABLE: Record<string, string> = {
  ENOENT: 'there is no such file',
  ENOTDIR: 'there is no such file',
  EISDIR: 'that is a folder, not a file',
  EACCES: 'this user may not read the file',
  EPERM: 'this user may not read the file',
};

/** Names of the operating system are for nobody who sits at a terminal; what has none is said as it came. */
function whyUnreadable(error: unknown): string {
  const code = (error as NodeJS.ErrnoException | undefined)?.code;
  return (code && WHY_UNREADABLE[code]) || errorMessage(error);
}

/** A JSON file; `-` is standard input. */
export async function readJson(field: string, name: string): Promise<unknown> {
  const content = name === '-' ? await text(process.stdin) : (await readCallersFile(field, name)).toString();
  try {
    return JSON.parse(content);
  } catch (error) {
    throw misuse(field, `is not valid JSON (${errorMessage(error)})`);
  }
}
