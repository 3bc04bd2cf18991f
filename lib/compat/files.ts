import { sha256Large } from '@/lib/crypto/compare';
import { decodeBase64 } from '@/lib/text/base64';
import { FileBytes } from '@/lib/text/file-bytes';
import { unfolded } from './fields';

/** The files of a request as bytes: read once, for all messages that have them. What is no base64 stays, for whoever judges a message. */
export async function readFiles(list: unknown): Promise<unknown> {
  return Array.isArray(list) ? Promise.all(list.map(readFile)) : list;
}

async function readFile(given: unknown): Promise<unknown> {
  const content = unfolded((given as { content?: unknown } | null)?.content);
  const bytes = typeof content === 'string' && decodeBase64(content);
  return bytes ? { ...(given as object), content: new FileBytes(bytes, await sha256Large(bytes)) } : given;
}
