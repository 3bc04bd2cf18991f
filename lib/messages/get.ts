import { and, asc, eq, gte, sql } from 'drizzle-orm';
import { attempts } from '@/drizzle/schema/attempts';
import { events } from '@/drizzle/schema/events';
import {
  messageAttachments,
  messageBodies,
  messages,
  type StoredProviderTemplate,
  type StoredRecipient,
} from '@/drizzle/schema/messages';
import { providers } from '@/drizzle/schema/providers';
import { templates } from '@/drizzle/schema/templates';
import { typeOfFile } from '@/lib/channels/email/file-type';
import { keyOf } from '@/lib/companies/resolve';
import { scoped } from '@/lib/companies/scoped';
import type { Context } from '@/lib/context';
import { db } from '@/lib/database/db';
import { notFound } from '@/lib/errors';
import { isUuid } from '@/lib/ids';
import { findAcceptor } from './find-acceptor';
import { PREVIEW_CHARACTERS } from './preview';
import { renderedBodies } from './rendered';
import { shownBody } from './shown-body';
import { viewAttempt, viewEvent, viewMessage } from './view';
import type { AttachmentView, EventView, MessageDetail, RecipientView } from './view-schema';

const REMOTE = String.raw`(src|srcset|background)\s*=\s*["']?\s*(https?:)?//|url\(\s*["']?\s*(https?:)?//`;

/** Of a text nobody reads more; the source and the preview have the rest. */
const TEXT_CHARACTERS = 200_000;

/** The HTML itself may be megabytes, and is asked for by itself. */
const SHOWN = {
  text: sql<string | null>`left(${shownBody('text', messages.acceptedByType)}, ${TEXT_CHARACTERS})`,
  textCut: sql<boolean>`coalesce(length(${messageBodies.text}) > ${TEXT_CHARACTERS}, false)`,
  replyTo: messageBodies.replyTo,
  headers: messageBodies.headers,
  template: messageBodies.template,
  providerTemplate: messageBodies.providerTemplate,
  hasHtml: sql<boolean>`${messageBodies.html} is not null`,
  hasRemotePictures: sql<boolean>`coalesce(left(${messageBodies.html}, ${PREVIEW_CHARACTERS}) ~* ${REMOTE}, false)`,
};

/** Everything that is known of one message. @throws AppError not_found */
export async function getMessage(ctx: Context, id: string): Promise<MessageDetail> {
  if (!isUuid(id)) throw notFound('message', id);
  const [row] = await db()
    .select({ message: messages, body: SHOWN, provider: providers })
    .from(messages)
    .innerJoin(messageBodies, eq(messageBodies.messageId, id))
    .leftJoin(providers, eq(providers.id, messages.providerId))
    .where(and(eq(messages.id, id), scoped(ctx, messages.companyId)));
  if (!row) throw notFound('message', id);
  const { message, provider } = row;
  const body = { ...row.body, ...(row.body.template && (await bodiesOf(id))) };
  const [attemptRows, eventViews, attachmentViews] = await Promise.all([
    db().select().from(attempts).where(eq(attempts.messageId, id)).orderBy(asc(attempts.id)),
    listEvents(ctx, id),
    listAttachments(id),
  ]);
  const summary = viewMessage(message, provider?.name ?? null, {
    locale: ctx.locale,
    company: await keyOf(message.companyId),
  });
  return {
    ...summary,
    from: summary.from ?? defaultSender(provider),
    recipients: message.recipients.map(viewRecipient(message.channel)),
    replyTo: body.replyTo ?? [],
    headers: body.headers ?? {},
    hasHtml: body.hasHtml,
    hasRemotePictures: body.hasRemotePictures,
    text: body.text,
    textCut: body.textCut,
    metadata: message.metadata ?? {},
    attachments: attachmentViews,
    acceptedBy: await findAcceptor(message),
    template: await templateOf(message),
    providerTemplate: await providerTemplateOf(body.providerTemplate),
    sizeBytes: message.sizeBytes,
    ...(message.cargo?.segments !== undefined && { segments: message.cargo.segments }),
    retryCount: message.retryCount,
    expiresAt: message.expiresAt?.toISOString() ?? null,
    follows: followsOf(eventViews),
    attempts: attemptRows.map((attempt) => viewAttempt(attempt, ctx.companyId !== null)),
    events: eventViews,
  };
}

async function templateOf({ templateId, templateVersion }: typeof messages.$inferSelect) {
  if (!templateId) return null;
  const { id, key, title } = templates;
  const [row] = await db().select({ id, key, title }).from(templates).where(eq(id, templateId));
  return row ? { ...row, version: templateVersion ?? 0 } : null;
}

/** By the name that its provider has today. */
async function providerTemplateOf(
  stored: StoredProviderTemplate | null,
): Promise<MessageDetail['providerTemplate']> {
  if (!stored) return null;
  const [row] = await db()
    .select({ name: providers.name })
    .from(providers)
    .where(eq(providers.id, stored.provider));
  return { ...stored, provider: row?.name ?? null };
}

/** Of a template: made anew. */
async function bodiesOf(id: string) {
  const { html = '', text = '' } = (await renderedBodies(id)) ?? {};
  return {
    text: text.slice(0, TEXT_CHARACTERS),
    textCut: text.length > TEXT_CHARACTERS,
    hasHtml: true,
    hasRemotePictures: new RegExp(REMOTE, 'i').test(html),
  };
}

function followsOf(all: EventView[]): string | null {
  // What is told may be dated before the message came in, by another clock.
  const follows = all.find(({ type }) => type === 'queued' || type === 'scheduled')?.detail?.follows;
  return typeof follows === 'string' ? follows : null;
}

/** As programs knew it before there were other channels. */
function viewRecipient(channel: string) {
  return (recipient: StoredRecipient): RecipientView =>
    channel === 'email' ? { ...recipient, email: recipient.address } : recipient;
}

function defaultSender(provider: typeof providers.$inferSelect | null) {
  return provider?.fromEmail ? { email: provider.fromEmail, name: provider.fromName ?? undefined } : null;
}

/** As it happened: what a provider or a visitor did is written when it is told. */
async function listEvents(ctx: Context, messageId: string): Promise<EventView[]> {
  const rows = await db()
    .select({ event: events, provider: providers.name })
    .from(events)
    .leftJoin(providers, eq(providers.id, events.providerId))
    .where(eq(events.messageId, messageId))
    .orderBy(asc(events.at), asc(events.id));
  return rows.map(({ event, provider }) => viewEvent(event, provider, ctx.companyId !== null));
}

async function listAttachments(messageId: string): Promise<AttachmentView[]> {
  const rows = await db()
    .select()
    .from(messageAttachments)
    .where(and(eq(messageAttachments.messageId, messageId), gte(messageAttachments.position, 0)))
    .orderBy(asc(messageAttachments.position));
  return rows.map(({ position, filename, contentType, contentId, sizeBytes, sha256 }) => ({
    position,
    filename,
    contentType: typeOfFile(filename, contentType),
    contentId,
    sizeBytes,
    sha256: sha256.toString('hex'),
  }));
}
