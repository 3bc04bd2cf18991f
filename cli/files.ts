import { createReadStream } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { text } from 'node:stream/consumers';
import { errorMessage } from '@/lib/errors';
import { misuse } from './misuse';

/** Relative to where the caller stands: the launcher changes to the project's folder. */
export async function readCallersFile(field: string, name: string): Promise<Buffer> {
  try {
    return await readFile(resolve(process.env.RELEVO_CALLER_DIRECTORY ?? '.', name));
  } catch (error) {
    throw misuse(field, errorMessage(error));
  }
}

/** The same of what may be large or anybody's; `-` is standard input. No more is read than may be. */
export async function readBytes(field: string, name: string, mostBytes: number): Promise<Buffer> {
  const path = resolve(process.env.RELEVO_CALLER_DIRECTORY ?? '.', name);
  const chunks: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of name === '-' ? process.stdin : createReadStream(path)) {
    bytes += chunk.length;
    if (bytes > mostBytes) throw misuse(field, `is larger than ${mostBytes / 1024 / 1024} MB`);
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
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
