import type { ParsedMessage } from '@/lib/channels/message-fields';
import type { Context } from '@/lib/context';
import { sha256, sha256Large } from '@/lib/crypto/compare';
import { ownerOf } from './owner';
import type { PreparedAttachment } from './prepare-files';
import type { Idempotency } from './store';

/** A key belongs to its holder and is bound to the meaning of the body, not to its spelling. */
export async function bind(
  ctx: Context,
  key: string,
  input: ParsedMessage,
  files: PreparedAttachment[],
): Promise<Idempotency> {
  return { owner: ownerOf(ctx), route: 'messages', key, bodyHash: sha256(await digest(input, files)) };
}

const LONG = 64 * 1024;

/** As JSON, long texts and files in it by their hashes. */
export async function digest(input: ParsedMessage, files: PreparedAttachment[]): Promise<string> {
  const brief = async (body: string | undefined) =>
    body && body.length > LONG ? (await sha256Large(body)).toString('hex') : body;
  const attachments = input.attachments?.map((attachment, index) => {
    const { content } = attachment;
    const isShort = typeof content === 'string' && content.length <= LONG;
    return isShort ? attachment : { ...attachment, content: files[index]!.sha256.toString('hex') };
  });
  const [html, text] = await Promise.all([brief(input.html), brief(input.text)]);
  // What its program writes anew with each try, such as its date, is not what the mail says.
  return JSON.stringify({ ...input, html, text, attachments, raw: undefined });
}
