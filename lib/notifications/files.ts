import { notFound } from '@/lib/errors';
import { type PreparedAttachment, prepareFiles } from '@/lib/intake/prepare-files';
import { storeFiles } from '@/lib/intake/store-files';
import { loadFile } from '@/lib/messages/load-attachments';
import { FileBytes } from '@/lib/text/file-bytes';
import type { NotificationInput } from './schema';

type Named = { filename: string; contentType?: string; contentId?: string };

/** As the row of a notification names one: what is in it lies among the files of messages, once. */
export type StoredFile = Named & { sha256: string };

/** As a message is given one. Rows of before 2026-12 have it in base64. */
export type OpenFile = Named & { content: FileBytes | string };

/** Committed when this resolves. @throws AppError validation_failed for what is no base64 */
export async function keepFiles({ attachments }: NotificationInput): Promise<OpenFile[]> {
  if (attachments.length === 0) return [];
  const files = await prepareFiles({ attachments });
  await storeFiles(files);
  return files.map((file) => ({ ...nameOf(file), content: new FileBytes(file.content, file.sha256) }));
}

export function storedFile({ content, ...named }: OpenFile): StoredFile {
  return { ...named, sha256: (content as FileBytes).sha256.toString('hex') };
}

/** @throws AppError not_found for one that is gone */
export async function openFiles(files: (StoredFile | OpenFile)[]): Promise<OpenFile[]> {
  const open: OpenFile[] = [];
  // One after the other keeps memory flat.
  for (const file of files) open.push('content' in file ? file : await read(file));
  return open;
}

async function read({ sha256: hash, ...named }: StoredFile): Promise<OpenFile> {
  const sha256 = Buffer.from(hash, 'hex');
  const content = await loadFile(sha256);
  if (!content) throw notFound('attachment', hash);
  return { ...named, content: new FileBytes(content, sha256) };
}

function nameOf({ filename, contentType, contentId }: PreparedAttachment): Named {
  return { filename, ...(contentType && { contentType }), ...(contentId && { contentId }) };
}
