import * as base64 from 'nodemailer/lib/base64';
import type MimeNode from 'nodemailer/lib/mime-node';
import * as qp from 'nodemailer/lib/qp';

/** The parts of nodemailer's node that its own stream reads. */
type Node = Pick<MimeNode, 'build' | 'buildHeaders' | 'getTransferEncoding'> & {
  content?: unknown;
  contentType?: string;
  multipart?: string | false;
  boundary?: string | false;
  childNodes: Node[];
};

/** Beyond this, encoding in one go would hold up everybody else; nodemailer's stream goes in slices. */
const MAX_CONTENT_BYTES = 128 * 1024;

/**
 * The bytes that `node.build()` makes, without a pipeline of streams for each part: these were a third of what sending a message costs.
 * The encoders are nodemailer's own; what this cannot do as well is left to its stream. A test compares the two.
 */
export async function serializeMime(root: MimeNode): Promise<Buffer> {
  const node = root as unknown as Node;
  if (!isSmall(node)) return node.build();
  const bytes = Buffer.concat(write(node));
  return bytes.at(-1) === 0x0a ? bytes : Buffer.concat([bytes, Buffer.from('\r\n')]);
}

function isSmall(node: Node): boolean {
  const { content, childNodes } = node;
  if (content === undefined || content === '' || content === null) return childNodes.every(isSmall);
  if (typeof content !== 'string' && !Buffer.isBuffer(content)) return false;
  if (content.length > MAX_CONTENT_BYTES) return false;
  // Outside of text, quoted-printable is another encoding.
  if (node.getTransferEncoding() === 'quoted-printable' && !/^text\//i.test(node.contentType ?? ''))
    return false;
  return childNodes.every(isSmall);
}

function write(node: Node): Buffer[] {
  const parts: Buffer[] = [Buffer.from(`${node.buildHeaders()}\r\n\r\n`)];
  if (node.content) parts.push(encode(node.content as string | Buffer, node.getTransferEncoding()));
  if (!node.multipart) return parts;
  for (const [index, child] of node.childNodes.entries())
    parts.push(Buffer.from(`${index > 0 ? '\r\n' : ''}--${node.boundary}\r\n`), ...write(child));
  parts.push(Buffer.from(`\r\n--${node.boundary}--\r\n`));
  return parts;
}

function encode(content: string | Buffer, encoding: string | false): Buffer {
  const bytes = typeof content === 'string' ? Buffer.from(content) : content;
  if (encoding === 'base64') return Buffer.from(base64.wrap(base64.encode(bytes)), 'latin1');
  if (encoding === 'quoted-printable') return Buffer.from(qp.wrap(qp.encode(bytes)), 'latin1');
  return bytes;
}
