import { isAscii } from 'node:buffer';
import type { RawNeed } from '@/drizzle/schema/raw-need';
import { headerBlock } from '@/lib/channels/email/raw-mail';
import type { RawMail } from '@/lib/channels/message-fields';
import { sha256Large } from '@/lib/crypto/compare';
import { newId } from '@/lib/ids';
import { asciiDomainOf } from '@/lib/text/ascii-domain';
import { FileBytes } from '@/lib/text/file-bytes';
import { hasLineOver, withLineEnds } from './lines';
import { isOption } from './options';
import { SmtpReply } from './reply';

/** RFC 5321, 4.5.3.1.6: without the line end. */
const LONGEST_LINE = 998;
/** Whom nobody is to see, and what the last server on the way writes (RFC 5321, 4.4). */
const LEFT_OUT = /^(bcc|resent-bcc|return-path)$/;

/**
 * The mail as its program wrote it, but for what is for Relevo alone: options, blind copies. Where it has none of them, lacks nothing, and its
 * lines end as they should, these are the bytes that came. Null: it has to be built anew, as no server has to take it like this.
 * @throws SmtpReply 554 where it is sealed, and could not go otherwise
 */
export async function rawOf(
  received: Buffer,
  { from, sealed }: { from: string; sealed: boolean },
): Promise<RawMail | null> {
  const mail = await withLineEnds(received);
  const header = headerBlock(mail);
  const kept = fieldsOf(header).filter((field) => !isLeftOut(nameOf(field)));
  const names = new Set(kept.map(nameOf));
  const need: RawNeed = sealed ? 'required' : names.has('dkim-signature') ? 'whole' : 'preferred';
  const flaw = await flawOf(mail, header, need);
  if (flaw && sealed) throw new SmtpReply(554, `5.6.0 A signed or encrypted message ${flaw}`);
  if (flaw) return null;
  const head = Buffer.from([...missing(names, from), ...kept].join(''), 'latin1');
  const bytes = head.length === header.length ? mail : Buffer.concat([head, mail.subarray(header.length)]);
  return { content: new FileBytes(bytes, await sha256Large(bytes)), need };
}

/** RFC 6409, 8.2 and 8.3: whoever takes a mail in gives it what it lacks. */
function missing(names: Set<string>, from: string): string[] {
  const domain = asciiDomainOf(from);
  return [
    ...(names.has('date') ? [] : [`Date: ${new Date().toUTCString().replace('GMT', '+0000')}\r\n`]),
    ...(names.has('message-id') ? [] : [`Message-ID: <${newId()}@${domain}>\r\n`]),
  ];
}

/** Each with the lines that it is folded into. */
function fieldsOf(header: string): string[] {
  return header.match(/[^\r\n][^\r]*\r\n(?:[ \t][^\r]*\r\n)*/g) ?? [];
}

function nameOf(field: string): string {
  return field
    .slice(0, Math.max(0, field.indexOf(':')))
    .trim()
    .toLowerCase();
}

function isLeftOut(name: string): boolean {
  return LEFT_OUT.test(name) || isOption(name);
}

async function flawOf(mail: Buffer, header: string, need: RawNeed): Promise<string | null> {
  if (!isAscii(Buffer.from(header, 'latin1'))) return 'must have nothing but ASCII in its headers';
  if (await hasLineOver(LONGEST_LINE, mail)) return `must have lines of at most ${LONGEST_LINE} characters`;
  // A server on the way may have to write it in another way; nothing vouches for this one.
  return need === 'preferred' && !isAscii(mail) ? 'must have nothing but ASCII in it' : null;
}
