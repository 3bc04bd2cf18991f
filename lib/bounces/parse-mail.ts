import { SideThread } from '@/lib/async/side-thread';
import { textFromHtml } from '@/lib/channels/email/text-from-html';
import { cutToSize, MOST_HEADER_BYTES } from './cut-to-size';
import type { Mail } from './mail';

/** What the parser makes of a bounce it does in some 10 ms; what takes so long was made to. */
const LONGEST_MS = 5_000;
/** Of a text. All the rules together read one of this length in some ms. */
const MOST_CHARACTERS = 64 * 1024;
const MOST_PARTS = 20;
const MOST_FILES = 10;

/** A mail of anybody's making, parsed in a thread beside ours that is ended where it takes too long. `null`: it cannot be read. */
export async function parseMail(bytes: Uint8Array): Promise<Mail | null> {
  const parsed = await thread.ask(new Uint8Array(cutToSize(bytes)));
  if (!parsed) return null;
  const { subject, fields, html, parts, files } = parsed;
  const text = parsed.text.trim() ? parsed.text : (html && textFromHtml(html)) || '';
  return {
    subject: clean(subject),
    fields: fields.map(({ name, value }) => ({ name, value: clean(value) })),
    text: clean(text),
    parts: parts.map((part) => ({ ...part, text: clean(part.text) })),
    files: files.map(({ name, bytes: content }) => ({ name: clean(name), bytes: content })),
  };
}

/** Without what would steer a terminal, and what no text in the database may have: NUL, halves of characters. */
function clean(text: string): string {
  return text
    .replaceAll('\r\n', '\n')
    .replace(/[^\P{Cc}\n\t]/gu, ' ')
    .toWellFormed();
}

type Parsed = Mail & { html: string };

/** As text, since what bundles our processes would look for a file of it. `Email` is what `parse` gives. */
const READER = `
  const { parentPort } = require('node:worker_threads');
  const PostalMime = require('postal-mime');
  const options = { forceRfc822Attachments: true, maxNestingDepth: 20, maxHeadersSize: ${MOST_HEADER_BYTES} };
  parentPort.on('message', async (bytes) => {
    try {
      const mail = await PostalMime.parse(bytes, options);
      parentPort.postMessage({ ...view(mail, bytes), files: await filesOf(mail.attachments, 2) });
    } catch {
      parentPort.postMessage(null);
    }
  });
  function view({ subject, headers, text, html, attachments }, bytes) {
    const isEmpty = !text && !html && attachments.length === 0;
    return {
      subject: (subject ?? '').slice(0, 1000),
      fields: headers.map(({ key, value }) => ({ name: key, value: decode(value) })),
      text: isEmpty ? textOf(bytes).replace(/\\r/g, '').replace(/^[\\s\\S]*?\\n\\n/, '') : (text ?? '').slice(0, ${MOST_CHARACTERS}),
      html: (html ?? '').slice(0, 4 * ${MOST_CHARACTERS}),
      parts: attachments.filter(isTold).slice(0, ${MOST_PARTS}).map(({ mimeType, content }) => ({ type: mimeType, text: textOf(content) })),
    };
  }
  // A part that is announced and never begins leaves nothing: then as it stands.
  function isTold({ mimeType }) {
    return /^(message\\/|text\\/rfc822|text\\/plain)/.test(mimeType);
  }
  // Reports of DMARC and TLS, told by their first signs; also within a mail that somebody passes on.
  async function filesOf(attachments, depth) {
    const files = [];
    for (const { filename, mimeType, content } of attachments) {
      if (files.length >= ${MOST_FILES}) break;
      const bytes = typeof content === 'string' ? Buffer.from(content) : new Uint8Array(content);
      const isMail = /^(message\\/rfc822|message\\/global)$/.test(mimeType) || /\\.eml$/i.test(filename ?? '');
      if (isMail && depth > 0) files.push(...await filesOf((await PostalMime.parse(bytes, options)).attachments, depth - 1));
      else if (isReport(bytes, mimeType)) files.push({ name: (filename ?? '').slice(0, 200), bytes: new Uint8Array(bytes) });
    }
    return files.slice(0, ${MOST_FILES});
  }
  function isReport(bytes, mimeType) {
    if ((bytes[0] === 0x1f && bytes[1] === 0x8b) || (bytes[0] === 0x50 && bytes[1] === 0x4b && bytes[2] < 6)) return true;
    return /xml|json/.test(mimeType) || /^\\W{0,20}<(\\?xml|feedback)/.test(Buffer.from(bytes.subarray(0, 60)).toString('latin1'));
  }
  function decode(value) {
    return value.includes('=?') ? PostalMime.decodeWords(value) : value;
  }
  function textOf(content) {
    const bytes = (typeof content === 'string' ? Buffer.from(content) : new Uint8Array(content)).subarray(0, ${MOST_CHARACTERS});
    try {
      return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    } catch {
      return new TextDecoder('latin1').decode(bytes);
    }
  }`;

const thread = new SideThread<Uint8Array, Parsed>({
  name: 'parse-mail',
  program: READER,
  longestMs: LONGEST_MS,
  memoryMb: 256,
});
