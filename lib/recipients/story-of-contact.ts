import { getContact } from '@/lib/contacts/get';
import type { Context } from '@/lib/context';
import { notFound } from '@/lib/errors';
import type { StoryQuery, StoryView } from './schema';
import { getStory } from './story';

/** What happened to a contact at the first of their addresses: mail, else the phone. @throws AppError not_found, also of who has neither */
export async function getStoryOfContact(
  ctx: Context,
  { id, ...query }: { id: string } & StoryQuery,
): Promise<StoryView> {
  const contact = await getContact(ctx, { id });
  const address = contact.email ?? contact.phone ?? contact.whatsapp;
  if (address === null) throw notFound('address of the contact', id);
  return getStory(ctx, { ...query, address });
}
