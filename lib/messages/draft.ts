import { eq, inArray, sql as text } from 'drizzle-orm';
import { messageBodies, messages } from '@/drizzle/schema/messages';
import { providers } from '@/drizzle/schema/providers';
import type { Context } from '@/lib/context';
import { db } from '@/lib/database/db';
import { getMessage } from './get';
import { renderedBodies } from './rendered';
import { shownBody } from './shown-body';
import type { MessageDraft } from './view-schema';

/** Nobody edits more by hand, and a browser should not have to hold it. */
const LONGEST_BODY = 500_000;

/** A message as it was handed in, bodies and all, for a person to change and send again as another. @throws AppError not_found */
export async function getDraft(ctx: Context, id: string): Promise<MessageDraft> {
  const {
    from: _from,
    text: _text,
    textCut: _cut,
    attempts: _a,
    events: _e,
    ...message
  } = await getMessage(ctx, id);
  const [row] = await db()
    .select({
      sender: messages.sender,
      senderName: messages.senderName,
      providerIds: messages.providerIds,
      text: bodyIfShort('text'),
      html: bodyIfShort('html'),
      tooLong: text<boolean>`greatest(length(${messageBodies.text}), length(${messageBodies.html})) > ${LONGEST_BODY}`,
    })
    .from(messages)
    .innerJoin(messageBodies, eq(messageBodies.messageId, id))
    .where(eq(messages.id, id));
  const { sender, senderName, providerIds, tooLong, ...stored } = row!;
  const bodies = (await renderedBodies(id)) ?? stored;
  return {
    ...message,
    text: bodies.text,
    html: bodies.html,
    tooLong: Boolean(tooLong),
    from: sender ? { email: sender, name: senderName ?? undefined } : null,
    providers: await namesOf(providerIds ?? []),
  };
}

function bodyIfShort(part: 'text' | 'html') {
  return text<
    string | null
  >`case when length(${messageBodies[part]}) <= ${LONGEST_BODY} then ${shownBody(part, messages.acceptedByType)} end`;
}

/** In the order that was asked for; those that are gone are left out. */
async function namesOf(ids: string[]): Promise<string[]> {
  if (ids.length === 0) return [];
  const rows = await db()
    .select({ id: providers.id, name: providers.name })
    .from(providers)
    .where(inArray(providers.id, ids));
  return ids.flatMap((id) => rows.find((row) => row.id === id)?.name ?? []);
}
