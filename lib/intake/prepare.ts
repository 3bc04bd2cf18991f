import type {
  StoredProviderTemplate,
  StoredRecipient,
  StoredTemplate,
  StoredTracking,
} from '@/drizzle/schema/messages';
import type { StoredCargo } from '@/drizzle/schema/stored-cargo';
import { lookUpsOf } from '@/lib/addresses/look-ups';
import type { Channel } from '@/lib/channels/channel';
import type { ParsedMessage, RawMail } from '@/lib/channels/message-fields';
import { getChannel } from '@/lib/channels/registry';
import type { Sender } from '@/lib/companies/settings-for';
import { zoneOf } from '@/lib/contacts/zone-of';
import type { Context } from '@/lib/context';
import { AppError, fieldError, invalid } from '@/lib/errors';
import { wordsOf } from '@/lib/messages/words';
import { keepsMessages } from '@/lib/providers/keeps';
import type { LoadedProvider } from '@/lib/providers/load';
import { PRIORITIES } from '@/lib/queue/priority';
import { heldUntil } from '@/lib/routing/quiet-hours';
import type { DeliverySettings } from '@/lib/settings/schema';
import type { Applied } from '@/lib/templates/apply';
import type { Accepted } from './accepted';
import { maskMessage } from './mask-message';
import type { PreparedAttachment } from './prepare-files';
import { resolveProviders, resolveTemplate } from './resolve-providers';
import { checkFrom, providersFor } from './token-bounds';

/** A message checked against the system's state and shaped as it is stored. */
export type PreparedMessage = {
  id: string;
  status: 'scheduled' | 'queued';
  /** The hot row but for its id; names are column names. */
  row: Record<string, unknown>;
  /** What the event of its acceptance says besides. */
  note: { masked?: string[]; unknown?: string[]; quietUntil?: string } | null;
  html: string | null;
  text: string | null;
  /** From what its body is rendered; then it has none of its own. */
  template: StoredTemplate | null;
  /** One that its provider fills in; then, too. */
  providerTemplate: StoredProviderTemplate | null;
  replyTo: unknown;
  headers: unknown;
  tracking: StoredTracking | null;
  /** What it is found by. */
  words: string[];
  attachments: PreparedAttachment[];
  raw: RawMail | null;
  sizeBytes: number;
};

type Surroundings = {
  files: PreparedAttachment[];
  /** Whose it is, the sender that its company has, and where that is. */
  owner: { companyId: string | null; sender: Sender | null; country: string | null; timeZone: string };
  providers: LoadedProvider[];
  settings: DeliverySettings;
  id: string;
  /** Of a template. */
  made?: Applied;
};

/** @throws AppError payload_too_large; validation_failed for times, providers or a sender that cannot work */
export async function prepareMessage(
  ctx: Context,
  given: ParsedMessage,
  { files: attachments, owner, providers: all, settings, id, made }: Surroundings,
): Promise<PreparedMessage> {
  const channel = getChannel(given.channel);
  const { input, masked } = maskMessage(given);
  const providers = all.filter(isFor(owner.companyId));
  const now = new Date();
  const sizeBytes = checkSize(channel, input, attachments);
  checkTimes(input, now);
  const { sender: companySender, country } = owner;
  const around = { files: attachments, companySender, country, settings, lookUps: lookUpsOf(ctx) };
  const { sender, subject, cargo, replyTo, headers, tracking, ...prepared } = await channel.prepare(
    input,
    around,
  );
  // What is in it in clear must not go out after all; what is sealed nobody can read.
  const raw = input.raw && (masked.length === 0 || input.raw.need === 'required') ? input.raw : null;
  const recipients = eachOnce(prepared.recipients, channel);
  const ownTemplate = resolveTemplate(input, { providers, all });
  const asked = ownTemplate ? [ownTemplate.provider] : input.providers;
  const named = asked ? resolveProviders(asked, { providers, all }) : null;
  const allowed = providersFor(ctx.actor, named, providers);
  const providerIds = ctx.test ? sandboxesOf(allowed, providers) : allowed;
  checkFrom(ctx.actor, sender?.address);
  if (channel.needsSender && !sender) checkDefaultSender(providers, providerIds);
  const askedAt = input.scheduledAt ? new Date(input.scheduledAt) : null;
  const quiet = await quietUntilFor(channel, input, { at: askedAt ?? now, owner, settings, recipients });
  const scheduledAt = quiet ?? askedAt;
  const status = scheduledAt ? 'scheduled' : 'queued';
  return {
    id,
    status,
    row: {
      company_id: owner.companyId,
      status,
      channel: channel.name,
      type: input.type,
      priority: PRIORITIES.indexOf(input.priority),
      category: input.category,
      sender: sender?.address,
      sender_name: sender?.name,
      subject,
      recipients,
      recipient_addresses: [...new Set(recipients.map((recipient) => recipient.address.toLowerCase()))],
      test: ctx.test ?? false,
      provider_ids: providerIds,
      tags: input.tags,
      metadata: input.metadata,
      attachment_count: attachments.length,
      size_bytes: sizeBytes,
      cargo: wholeCargo(cargo, { raw, ownTemplate }),
      template_id: made?.templateId,
      template_version: made?.templateVersion,
      accepted_by_type: ctx.actor.type,
      accepted_by_id: ctx.actor.id,
      scheduled_at: scheduledAt,
      expires_at: input.expiresAt,
      due_at: scheduledAt ?? now,
      accepted_at: now,
    },
    note: noteOf({ masked, unknown: made?.unknown ?? [], quiet }),
    html: made ? null : (input.html ?? null),
    text: prepared.text ?? (made ? null : (input.text ?? null)),
    // A text that its channel has written in its own way is kept as it is.
    template: prepared.text === undefined ? (made?.stored ?? null) : null,
    providerTemplate: ownTemplate,
    replyTo,
    headers,
    tracking,
    words: wordsOf({ ...input, subject, recipients }),
    attachments,
    raw,
    sizeBytes,
  };
}

/** With what the channel knows nothing of. */
function wholeCargo(
  cargo: StoredCargo | null,
  { raw, ownTemplate }: Pick<PreparedMessage, 'raw'> & { ownTemplate: StoredProviderTemplate | null },
): StoredCargo | null {
  if (!raw && !ownTemplate) return cargo;
  return {
    ...cargo,
    ...(raw && { raw: raw.need }),
    ...(ownTemplate && { templateOf: ownTemplate.provider }),
  };
}

/** What whoever handed it in is told. */
export function answerOf({ id, status, row }: PreparedMessage): Accepted {
  const { segments } = (row.cargo ?? {}) as StoredCargo;
  return { id, status, ...(segments !== undefined && { segments }) };
}

type About = Pick<Surroundings, 'owner' | 'settings'> & { at: Date; recipients: StoredRecipient[] };

/** By the clocks of who gets it, where that is one person and a contact says it; else by those of the company. */
async function quietUntilFor(
  { name, rings, address }: Channel,
  { priority, category, quiet }: ParsedMessage,
  { at, owner, settings: { quietHours }, recipients }: About,
): Promise<Date | null> {
  const waits =
    quietHours.channels.some((channel) => channel === name) && quietHours.categories.includes(category);
  if (priority === 'urgent' || (!waits && !quiet)) return null;
  const [only, ...others] = recipients;
  const asked = {
    companyId: owner.companyId,
    channel: name,
    address: address.toCompare(only?.address ?? ''),
  };
  const zone = others.length === 0 ? await zoneOf(asked) : null;
  return heldUntil(
    at,
    { channel: name, rings, urgent: false, category },
    { timeZone: zone ?? owner.timeZone, quietHours, own: quiet },
  );
}

type Noted = { masked: string[]; unknown: string[]; quiet: Date | null };

function noteOf({ masked, unknown, quiet }: Noted): PreparedMessage['note'] {
  if (masked.length === 0 && unknown.length === 0 && !quiet) return null;
  return {
    ...(masked.length > 0 && { masked }),
    ...(unknown.length > 0 && { unknown }),
    ...(quiet && { quietUntil: quiet.toISOString() }),
  };
}

/** A test goes to sandboxes whatever it names: of those named the sandboxes, else any. */
function sandboxesOf(ids: string[] | null, providers: LoadedProvider[]): string[] | null {
  const kept = ids?.filter((id) => providers.some(({ row }) => row.id === id && keepsMessages(row))) ?? [];
  return kept.length > 0 ? kept : null;
}

/** An address named twice gets the message once, in its most visible place. */
function eachOnce(recipients: StoredRecipient[], { address: { toCompare } }: Channel): StoredRecipient[] {
  const first = new Map(
    recipients.toReversed().map((recipient) => [toCompare(recipient.address), recipient]),
  );
  return recipients.filter((recipient) => first.get(toCompare(recipient.address)) === recipient);
}

function checkSize(
  { limits }: Channel,
  { html, text, providerTemplate }: ParsedMessage,
  files: PreparedAttachment[],
): number {
  const sizeBytes =
    Buffer.byteLength(html ?? '') +
    Buffer.byteLength(text ?? '') +
    Buffer.byteLength(providerTemplate ? JSON.stringify(providerTemplate.variables) : '') +
    files.reduce((sum, file) => sum + file.sizeBytes, 0);
  if (sizeBytes <= limits.maxBytes) return sizeBytes;
  const max = limits.maxBytes / 1024 / 1024;
  throw new AppError('payload_too_large', `Bodies and attachments together may have ${max} MB.`, {
    errors: [fieldError('attachments', 'content_too_large', { max })],
  });
}

function checkTimes(input: ParsedMessage, now: Date): void {
  if (input.scheduledAt && new Date(input.scheduledAt) < now) throw invalid('scheduledAt', 'past');
  if (input.expiresAt && new Date(input.expiresAt) <= new Date(input.scheduledAt ?? now))
    throw invalid('expiresAt', 'expires_before');
}

/** Its company's and the shared ones: no other may carry it. */
function isFor(companyId: string | null): (provider: LoadedProvider) => boolean {
  return ({ row }) => row.companyId === null || row.companyId === companyId;
}

function checkDefaultSender(providers: LoadedProvider[], providerIds: string[] | null): void {
  const usable = providers.filter(({ row }) => !providerIds || providerIds.includes(row.id));
  if (!usable.some(({ row }) => row.fromEmail)) throw invalid('from', 'sender_needed');
}
