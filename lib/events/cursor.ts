import { AppError, fieldError } from '@/lib/errors';
import { isUuid } from '@/lib/ids';

/** A place among all events: behind this one, in the order of the transactions that wrote them. */
export type Place = { xid: string; id: string };

const NIL = '00000000-0000-0000-0000-000000000000';
/** No transaction has this number; events of before they had one do. */
export const BEGINNING: Place = { xid: '0', id: NIL };

/** Before all that this transaction wrote. */
export function placeBefore(xid: string): Place {
  return { xid, id: NIL };
}

export function writeCursor({ xid, id }: Place): string {
  return Buffer.from(`${xid}.${id}`).toString('base64url');
}

/** @throws AppError validation_failed */
export function readCursor(cursor: string): Place {
  const [xid = '', id = '', ...rest] = Buffer.from(cursor, 'base64url').toString('latin1').split('.');
  // 20 digits are more than a transaction's number can have.
  if (!/^\d{1,19}$/.test(xid) || !isUuid(id) || rest.length > 0)
    throw new AppError('validation_failed', 'The cursor is none that was given out.', {
      errors: [fieldError('cursor', 'cursor')],
    });
  return { xid, id };
}
