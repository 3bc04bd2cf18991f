import type { Sql } from '@/lib/database/db';
import { onOwnConnection } from '@/lib/database/own-connection';

const FIELDS = ['html', 'text'] as const;
type Field = (typeof FIELDS)[number];
type Body = { id: string } & Record<Field, string | null>;

/** As many letters as go into one statement without holding anybody up: they are looked at for quotes, encoded, and copied several times. */
const PIECE_LETTERS = 256 * 1024;

/**
 * For bodies that would make the statement which stores them a large one: brought there beforehand in pieces, to a table of that
 * connection alone, which is neither logged nor synchronised and ends with it. A connection that was lost and made anew has no such table.
 */
export function withTextPieces<T>(bodies: Body[], work: (own: Sql) => Promise<T>): Promise<T> {
  return onOwnConnection(async (own) => {
    await own.unsafe(`
      create temporary table text_pieces (message_id uuid, field text, at integer, piece text, primary key (message_id, field, at));
      alter table pg_temp.text_pieces alter column piece set storage external`);
    let held: Piece[] = [];
    let letters = 0;
    for (const piece of piecesOf(bodies)) {
      held.push(piece);
      letters += piece.piece.length;
      if (letters < PIECE_LETTERS) continue;
      await write(own, held);
      held = [];
      letters = 0;
    }
    await write(own, held);
    return work(own);
  });
}

/** That text of the message `u.id`, as an expression. */
export function wholeText(own: Sql, field: Field) {
  return own`(
    select string_agg(p.piece, '' order by p.at) from pg_temp.text_pieces p where p.message_id = u.id and p.field = ${field})`;
}

type Piece = { id: string; field: Field; at: number; piece: string };

async function write(own: Sql, pieces: Piece[]): Promise<void> {
  await own`
    insert into pg_temp.text_pieces
    select * from unnest(
      ${pieces.map(({ id }) => id)}::uuid[], ${pieces.map(({ field }) => field)}::text[],
      ${pieces.map(({ at }) => at)}::integer[], ${pieces.map(({ piece }) => piece)}::text[])`;
}

function* piecesOf(bodies: Body[]): Generator<Piece> {
  for (const body of bodies)
    for (const field of FIELDS) {
      const text = body[field];
      for (const at of text === null ? [] : startsOf(text))
        yield { id: body.id, field, at, piece: text!.slice(at, endOfPiece(text!, at)) };
    }
}

function startsOf(text: string): number[] {
  const starts = [0];
  for (let end = endOfPiece(text, 0); end < text.length; end = endOfPiece(text, end)) starts.push(end);
  return starts;
}

/** Half of a surrogate pair is no text. */
function endOfPiece(text: string, at: number): number {
  const end = Math.min(at + PIECE_LETTERS, text.length);
  const isHalf = end < text.length && /[\uD800-\uDBFF]/.test(text[end - 1]!);
  return isHalf ? end + 1 : end;
}
