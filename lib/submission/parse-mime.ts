import PostalMime, { type Email } from 'postal-mime';
import { SideThread } from '@/lib/async/side-thread';
import { SmtpReply } from './reply';

const OPTIONS = { forceRfc822Attachments: true, maxNestingDepth: 20, maxHeadersSize: 64 * 1024 };
/** Up to this size parsing takes a millisecond or two, and a thread would cost as much. */
const SMALL_BYTES = 64 * 1024;
/** HTML of 4 MB, of which the parser makes a text too, takes it a second. */
const LONGEST_MS = 30_000;

/**
 * A mail taken apart; a large one in a thread beside ours, so that no other client has to wait for it.
 * @throws SmtpReply 554 where it cannot be read; 451 where it took too long or too much, as on a machine that is very busy
 */
export async function parseMime(bytes: Buffer): Promise<Email> {
  const parsed = await (bytes.length <= SMALL_BYTES ? parseHere(bytes) : thread.ask(bytes));
  if (parsed === null) throw new SmtpReply(451, '4.3.0 The message took too long to read, try again later');
  if (parsed === 'unreadable')
    throw new SmtpReply(554, '5.6.0 The message cannot be read: its headers or parts are too many');
  return parsed;
}

type Parsed = Email | 'unreadable';

function parseHere(bytes: Buffer): Promise<Parsed> {
  return PostalMime.parse(bytes, OPTIONS).catch(() => 'unreadable' as const);
}

/** As text, since what bundles our processes would look for a file of it. */
const READER = `
  const { parentPort } = require('node:worker_threads');
  const PostalMime = require('postal-mime');
  parentPort.on('message', async (bytes) => {
    const mail = await PostalMime.parse(bytes, ${JSON.stringify(OPTIONS)}).catch(() => 'unreadable');
    const files = (mail.attachments ?? []).map(({ content }) => content);
    parentPort.postMessage(mail, files.filter((content) => content instanceof ArrayBuffer));
  });`;

const thread = new SideThread<Uint8Array, Parsed>({
  name: 'parse-mime',
  program: READER,
  longestMs: LONGEST_MS,
  memoryMb: 512,
});
