import { z } from 'zod';
import type { Stepped } from '@/lib/async/in-steps';
import { PRIORITIES } from '@/lib/queue/priority';
import { answerOf, named } from '../named';

/** What many answers have, by one name each. */
export const Id = z.uuid();
export const Time = z.iso.datetime();
export const Day = z.iso.date();
export const Share = z.number().min(0).max(1);
export const Count = z.int().min(0);
export const Money = z.string().describe('A decimal number, such as "0.0008".');
export const Fields = z.record(z.string(), z.unknown());
export const Texts = z.record(z.string(), z.string());

export const PriorityName = named('Priority', z.enum(PRIORITIES));
export const Reference = named('Reference', z.strictObject({ id: Id, name: z.string() }));
export const Mailbox = named('Mailbox', z.strictObject({ email: z.string(), name: z.string().optional() }));

export const ReplayedAnswer = answerOf<Stepped>()(
  'Replayed',
  z.strictObject({
    matched: Count.describe('From the cursor on.'),
    replayed: Count,
    nextCursor: Id.nullable().describe('Give it as `cursor` to go on; null: nothing is left.'),
  }),
);

/** `GET` of a list: from the newest, a page at a time. */
export function pageOf<Item extends z.ZodType>(item: Item) {
  return z.strictObject({
    data: z.array(item),
    nextCursor: Id.nullable().describe('Give it as `cursor` for the next page; null: this is the last.'),
  });
}

/** `GET` of a list that is never long. */
export function listOf<Item extends z.ZodType>(item: Item) {
  return z.strictObject({ data: z.array(item) });
}
