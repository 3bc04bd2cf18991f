import * as base64 from 'nodemailer/lib/base64';
import type MimeNode from 'nodemailer/lib/mime-node';
import * as qp from 'nodemailer/lib/qp';

/** The parts of nodemailer's node that its own stream reads. */
type Node = Pick<MimeNode, 'build' | 'buildHeaders' | 'getHeader' | 'getTransferEncoding'> & {
  content?: unknown;
  multipart?: string | false;
  boundary?: string | false;
  childNodes: Node[];
};

/** Beyond this, encoding in one go would hold up everybody else; nodemailer's stream goes in slices. */
const MAX_CONTENT_BYTES = 128 * 1024;

/**
 * The bytes that `node.build()` makes, without a pipeline of streams for each part: these were two thirds of what composing costs.
 * The encoders are nodemailer's own; what this cannot do as well is left to its stream. A test compares the two.
 */
export function serializeMime(root: MimeNode): Buffer | Promise<Buffer> {
  const node = root as unknown as Node;
  if (!isSmall(node)) return node.build();
  const text = write(node);
  const end = text.endsWith('\n') ? '' : text.endsWith('\r') ? '\n' : '\r\n';
  return Buffer.from(text + end, 'latin1');
}

function isSmall(node: Node): boolean {
  const { content, childNodes } = node;
  if (content === undefined || content === '' || content === null) return childNodes.every(isSmall);
  if (typeof content !== 'string' && !Buffer.isBuffer(content)) return false;
  if (content.length > MAX_CONTENT_BYTES) return false;
  // Blanks at the very end make its stream break the last line elsewhere; outside of text, quoted-printable is another encoding.
  if (isText(node) ? endsInBlank(content) : node.getTransferEncoding() === 'quoted-printable') return false;
  return childNodes.every(isSmall);
}

function isText(node: Node): boolean {
  return /^text\//i.test(String(node.getHeader('Content-Type') ?? '').trim());
}

function endsInBlank(content: string | Buffer): boolean {
  const last = content.at(-1);
  return last === ' ' || last === '\t' || last === 0x20 || last === 0x09;
}

/** Bytes as characters (latin1): they are put together faster than buffers are. */
function write(node: Node): string {
  // First: it settles the encoding, which is dear to find out, and the boundary.
  let text = `${bytesOf(node.buildHeaders())}\r\n\r\n`;
  if (node.content) text += encode(node.content as string | Buffer, node.getTransferEncoding());
  if (!node.multipart) return text;
  for (const [index, child] of node.childNodes.entries())
    text += `${index > 0 ? '\r\n' : ''}--${node.boundary}\r\n${write(child)}`;
  return `${text}\r\n--${node.boundary}--\r\n`;
}

function encode(content: string | Buffer, encoding: string | false): string {
  if (encoding === 'base64') return base64.wrap(base64.encode(content));
  if (encoding === 'quoted-printable') return qp.wrap(qp.encode(content));
  return bytesOf(content);
}

function bytesOf(content: string | Buffer): string {
  return typeof content === 'string' ? Buffer.from(content).toString('latin1') : content.toString('latin1');
}
