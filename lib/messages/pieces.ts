import { and, eq, sql as text } from 'drizzle-orm';
import { attachments, messageBodies, messages } from '@/drizzle/schema/messages';
import { db } from '@/lib/database/db';
import { notFound } from '@/lib/errors';
import { renderedBodies } from './rendered';
import { shownBody } from './shown-body';

/** Divisible by three, so that the base64 of the parts is the base64 of the whole. */
const PIECE_BYTES = 192 * 1024;

/** PostgreSQL reads a text from its beginning for each piece. */
const PIECE_CHARACTERS = 512 * 1024;

/**
 * A stored file, read while it is given away: whole it would be in memory four times over, and hold everybody up. No connection is held
 * between two pieces. Only a file that is still named by a message is sure to be there to its end.
 */
export async function* filePieces(sha256: Buffer): AsyncGenerator<Buffer> {
  for (let from = 1; ; from += PIECE_BYTES) {
    const [row] = await db()
      .select({
        piece: text<Buffer>`substring(${attachments.content} from ${from}::int for ${PIECE_BYTES}::int)`,
      })
      .from(attachments)
      .where(eq(attachments.sha256, sha256));
    if (!row) throw notFound('attachment', sha256.toString('hex'));
    if (row.piece.length > 0) yield row.piece;
    if (row.piece.length < PIECE_BYTES) return;
  }
}

/** The same for a body, at most its first `characters`. No character is cut in two. */
export async function* bodyPieces(
  messageId: string,
  part: 'html' | 'text',
  characters = Number.POSITIVE_INFINITY,
): AsyncGenerator<string> {
  const made = await renderedBodies(messageId);
  // No longer than two megabytes, and whole here anyway.
  if (made) yield made[part].slice(0, characters);
  if (made) return;
  const [own] = await db()
    .select({ text: shownBody(part, messages.acceptedByType) })
    .from(messages)
    .innerJoin(messageBodies, eq(messageBodies.messageId, messageId))
    .where(and(eq(messages.id, messageId), eq(messages.acceptedByType, 'job')));
  // What Relevo itself writes is short.
  if (own?.text) yield own.text;
  if (own) return;
  for (let from = 0; from < characters; from += PIECE_CHARACTERS) {
    const count = Math.min(PIECE_CHARACTERS, characters - from);
    const [row] = await db()
      .select({ piece: text<string | null>`substr(${messageBodies[part]}, ${from + 1}::int, ${count}::int)` })
      .from(messageBodies)
      .where(eq(messageBodies.messageId, messageId));
    if (!row?.piece) return;
    yield row.piece;
  }
}
