import type { StoredRecipient } from '@/drizzle/schema/messages';
import { Breath } from '@/lib/async/breath';
import { cargoOf } from '@/lib/channels/email/cargo';
import { toHeaderValue } from '@/lib/channels/email/header-value';
import type { Sender } from '@/lib/companies/settings-for';
import type { Context } from '@/lib/context';
import { AppError, invalid } from '@/lib/errors';
import { newId } from '@/lib/ids';
import { MAX_MESSAGE_BYTES, type ParsedMessage } from '@/lib/messages/schema';
import { wordsOf } from '@/lib/messages/words';
import type { LoadedProvider } from '@/lib/providers/load';
import { PRIORITIES } from '@/lib/queue/priority';
import type { DeliverySettings } from '@/lib/settings/schema';
import { isEmailAddress } from '@/lib/text/address';
import { withAsciiDomain } from '@/lib/text/ascii-domain';
import type { PreparedAttachment } from './prepare-files';

/** A message checked against the system's state and shaped as it is stored. */
export type PreparedMessage = {
  id: string;
  status: 'scheduled' | 'queued';
  /** The hot row but for its id; names are column names. */
  row: Record<string, unknown>;
  html: string | null;
  text: string | null;
  replyTo: unknown;
  headers: unknown;
  /** What it is found by. */
  words: string[];
  attachments: PreparedAttachment[];
  sizeBytes: number;
};

type Surroundings = {
  files: PreparedAttachment[];
  /** Whose it is, and the sender that its company has. */
  owner: { companyId: string | null; sender: Sender | null };
  providers: LoadedProvider[];
  settings: DeliverySettings;
};

/** @throws AppError payload_too_large; validation_failed for times, providers or a sender that cannot work */
export async function prepareMessage(
  ctx: Context,
  given: ParsedMessage,
  { files: attachments, owner, providers: all, settings }: Surroundings,
): Promise<PreparedMessage> {
  // What the message has none of its company has; then only the provider's own is left, which nobody knows yet.
  const input = { ...given, from: given.from ?? owner.sender ?? undefined };
  const providers = all.filter(isFor(owner.companyId));
  const now = new Date();
  const sizeBytes =
    Buffer.byteLength(input.html ?? '') +
    Buffer.byteLength(input.text ?? '') +
    attachments.reduce((sum, attachment) => sum + attachment.sizeBytes, 0);
  if (sizeBytes > MAX_MESSAGE_BYTES)
    throw new AppError('payload_too_large', 'Bodies and attachments together may have 25 MB.', {
      errors: [{ path: 'attachments', message: 'bodies and attachments together may have 25 MB' }],
    });
  checkTimes(input, now);
  const headers = await writeHeaders(input);
  checkHosts(input, settings);
  const providerIds = input.providers ? resolveProviders(input.providers, { providers, all }) : null;
  checkSender(input, providers, providerIds);
  const recipients = listRecipients(input);
  const scheduledAt = input.scheduledAt ? new Date(input.scheduledAt) : null;
  const status = scheduledAt ? 'scheduled' : 'queued';
  return {
    id: newId(),
    status,
    row: {
      company_id: owner.companyId,
      status,
      channel: input.channel,
      priority: PRIORITIES.indexOf(input.priority),
      category: input.category,
      sender: input.from?.email,
      sender_name: input.from?.name,
      subject: input.subject,
      recipients,
      recipient_addresses: [...new Set(recipients.map((recipient) => recipient.address.toLowerCase()))],
      provider_ids: providerIds,
      tags: input.tags,
      metadata: input.metadata,
      attachment_count: attachments.length,
      size_bytes: sizeBytes,
      cargo: cargoOf({
        addresses: [
          ...(input.from ? [input.from] : []),
          ...recipients.map(({ address, name }) => ({ email: address, name })),
        ],
        replyTo: input.replyTo,
        headers,
        bodies: [input.html, input.text],
        files: attachments.map((file) => ({ ...file, bytes: file.sizeBytes })),
      }),
      accepted_by_type: ctx.actor.type,
      accepted_by_id: ctx.actor.id,
      scheduled_at: scheduledAt,
      expires_at: input.expiresAt,
      due_at: scheduledAt ?? now,
      accepted_at: now,
    },
    html: input.html ?? null,
    text: input.text ?? null,
    replyTo: input.replyTo.length > 0 ? input.replyTo : null,
    headers: input.headers ?? null,
    words: wordsOf({ ...input, recipients }),
    attachments,
    sizeBytes,
  };
}

/** An address named twice gets the message once, in its most visible place. */
function listRecipients(input: ParsedMessage): StoredRecipient[] {
  const seen = new Set<string>();
  return (['to', 'cc', 'bcc'] as const).flatMap((kind) =>
    input[kind].flatMap(({ email, name }) => {
      const key = withAsciiDomain(email).toLowerCase();
      if (seen.has(key)) return [];
      seen.add(key);
      return [{ kind, address: email, name, status: 'waiting' as const }];
    }),
  );
}

/** As they go over the wire. Each may take some milliseconds to write. */
async function writeHeaders({ headers = {} }: ParsedMessage): Promise<Record<string, string>> {
  const written: [string, string][] = [];
  const breath = new Breath();
  for (const [name, value] of Object.entries(headers)) {
    const line = toHeaderValue(name, value);
    if (line === null)
      throw invalid(
        `headers.${name}`,
        'cannot be written in lines of 998 characters of ASCII, which is all that a mail header may have',
      );
    written.push([name, line]);
    await breath.take();
  }
  return Object.fromEntries(written);
}

/** Hosts without a dot are addresses only where a network of one's own has some. */
function checkHosts(input: ParsedMessage, { content }: DeliverySettings): void {
  if (content.singleLabelDomains) return;
  for (const field of ['from', 'to', 'cc', 'bcc', 'replyTo'] as const)
    for (const { email } of [input[field] ?? []].flat())
      if (!isEmailAddress(email)) throw invalid(field, 'must be an address like name@example.com');
}

function checkTimes(input: ParsedMessage, now: Date): void {
  if (input.scheduledAt && new Date(input.scheduledAt) < now) throw invalid('scheduledAt', 'is in the past');
  if (input.expiresAt && new Date(input.expiresAt) <= new Date(input.scheduledAt ?? now))
    throw invalid('expiresAt', 'is before the message could be sent');
}

/** Its company's and the shared ones: no other may carry it. */
function isFor(companyId: string | null): (provider: LoadedProvider) => boolean {
  return ({ row }) => row.companyId === null || row.companyId === companyId;
}

/** A name stands for the company's own one, then for the shared one. */
function resolveProviders(
  names: string[],
  { providers, all }: { providers: LoadedProvider[]; all: LoadedProvider[] },
): string[] {
  const ownFirst = providers.toSorted(
    (a, b) => Number(a.row.companyId === null) - Number(b.row.companyId === null),
  );
  return names.map((name, index) => {
    const isNamed = ({ row }: LoadedProvider) =>
      row.id === name || row.name.toLowerCase() === name.toLowerCase();
    const found = ownFirst.find(({ row }) => row.id === name) ?? ownFirst.find(isNamed);
    if (!found) throw invalid(`providers.${index}`, whyNot(name, all.some(isNamed)));
    return found.row.id;
  });
}

function whyNot(name: string, isOfAnother: boolean): string {
  return isOfAnother
    ? `${name} belongs to another company than the message.`
    : `There is no provider ${name}.`;
}

function checkSender(input: ParsedMessage, providers: LoadedProvider[], providerIds: string[] | null): void {
  if (input.from) return;
  const usable = providers.filter(({ row }) => !providerIds || providerIds.includes(row.id));
  if (!usable.some(({ row }) => row.fromEmail))
    throw invalid('from', 'is needed: no provider that may be used has a default sender');
}
