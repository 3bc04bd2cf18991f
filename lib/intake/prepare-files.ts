import type { ParsedMessage } from '@/lib/channels/message-fields';
import { sha256Large } from '@/lib/crypto/compare';
import { invalid } from '@/lib/errors';
import { decodeBase64 } from '@/lib/text/base64';
import { FileBytes } from '@/lib/text/file-bytes';

export type PreparedAttachment = {
  sha256: Buffer;
  content: Buffer;
  sizeBytes: number;
  filename: string;
  /** Null: none was given. */
  contentType: string | null;
  contentId: string | null;
};

/** Each file as bytes: read once, here or where a large body was read. @throws AppError validation_failed for what is no base64 */
export async function prepareFiles({
  attachments = [],
}: Pick<ParsedMessage, 'attachments'>): Promise<PreparedAttachment[]> {
  const prepared: PreparedAttachment[] = [];
  for (const [index, { filename, contentType = null, contentId = null, content }] of attachments.entries()) {
    const { bytes, sha256 } = await readFile(content, `attachments.${index}.content`);
    prepared.push({ sha256, content: bytes, sizeBytes: bytes.length, filename, contentType, contentId });
  }
  return prepared;
}

async function readFile(content: string | FileBytes, path: string): Promise<FileBytes> {
  if (content instanceof FileBytes) return content;
  const bytes = decodeBase64(content);
  if (!bytes) throw invalid(path, 'base64');
  return new FileBytes(bytes, await sha256Large(bytes));
}
