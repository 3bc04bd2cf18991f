import { sql } from '@/lib/database/db';
import { storedForms } from '@/lib/erasures/form';
import { eventId } from '@/lib/events/event-id';
import { idTime } from '@/lib/ids';
import { applyEvents } from '@/lib/messages/apply-events';
import { toCompare } from '@/lib/suppressions/compare';
import { suppress, unsuppress } from '@/lib/suppressions/suppress';
import { spellings } from '@/lib/text/spellings';
import type { Link } from './link-token';

type UnsubscribeLink = Extract<Link, { kind: 'unsubscribe' }>;

/**
 * Whose link it is. That of a message to several says nothing: then somebody says who they are, and must be one of them.
 * Null: nobody of that message, or one that is forgotten.
 */
export async function subscriberOf(link: UnsubscribeLink, said: string | null): Promise<string | null> {
  if (link.address !== null) return link.address;
  if (said === null) return null;
  const wanted = new Set(spellings(said.trim()));
  const [row] = await sql()<{ recipients: { address: string }[] }[]>`
    select recipients from messages where id = ${link.messageId}`;
  const found = row?.recipients.find(({ address }) => spellings(address).some((each) => wanted.has(each)));
  return found?.address ?? null;
}

/** Nothing more of the message's category comes to this address from the company; what is told again changes nothing. */
export async function unsubscribe(link: UnsubscribeLink, address: string): Promise<void> {
  const { messageId, companyId, category } = link;
  if (!(await wasPlayed(messageId)))
    await suppress({
      companyId,
      address: await storedAs(address),
      category,
      cause: 'unsubscribe',
      messageId,
    });
  await applyEvents([
    {
      id: eventId([messageId, 'unsubscribed', address], idTime(messageId)),
      messageId,
      recipient: address,
      type: 'unsubscribed',
      at: new Date(),
      detail: { category },
    },
  ]);
}

/** Whoever presses it in the inbox of a sandbox is not who it is addressed to. */
async function wasPlayed(messageId: string): Promise<boolean> {
  const [row] = await sql()<{ played: boolean }[]>`
    select test or status = 'captured' as played from messages where id = ${messageId}`;
  return row?.played ?? false;
}

/** Somebody thinks better of it. */
export async function subscribeAgain(
  { companyId, category }: UnsubscribeLink,
  address: string,
): Promise<void> {
  for (const each of new Set([address, await storedAs(address)]))
    await unsuppress({ companyId, address: each, category, cause: 'unsubscribe' });
}

/** Their wish is kept, not who they are, where what was known of them was deleted since. */
async function storedAs(address: string): Promise<string> {
  const compared = toCompare('email', address);
  return (await storedForms([compared])).get(compared)!;
}
