import type { StoredRecipient, StoredTracking } from '@/drizzle/schema/messages';
import { Breath } from '@/lib/async/breath';
import type { Prepared, Surroundings } from '@/lib/channels/channel';
import { invalid } from '@/lib/errors';
import type { DeliverySettings } from '@/lib/settings/schema';
import { isEmailAddress } from '@/lib/text/address';
import { cargoOf } from './cargo';
import { checkRecipients } from './check-recipients';
import { toHeaderValue } from './header-value';
import { refuseContent } from './refuse-content';
import type { EmailMessage } from './schema';

/** @throws AppError validation_failed for headers that cannot be written, for hosts that are none here, and for recipients who cannot be reached */
export async function prepareEmail(
  given: EmailMessage,
  { files, companySender, settings, lookUps }: Surroundings,
): Promise<Prepared> {
  // What the message has none of its company has; then only the provider's own is left, which nobody knows yet.
  const input = { ...given, from: given.from ?? companySender ?? undefined };
  const headers = await writeHeaders(input);
  checkHosts(input, settings);
  if (input.checkAddresses) await checkRecipients(input, lookUps);
  await refuseContent(input, settings);
  const recipients = listRecipients(input);
  return {
    sender: input.from ? { address: input.from.email, name: input.from.name } : null,
    subject: input.subject,
    recipients,
    cargo: cargoOf({
      addresses: [
        ...(input.from ? [input.from] : []),
        ...recipients.map(({ address, name }) => ({ email: address, name })),
      ],
      replyTo: input.replyTo,
      headers,
      subject: input.subject,
      text: input.text,
      html: input.html,
      files: files.map((file) => ({ ...file, bytes: file.sizeBytes })),
    }),
    replyTo: input.replyTo.length > 0 ? input.replyTo : null,
    headers: input.headers ?? null,
    tracking: trackingOf(input, settings),
  };
}

/** What the message says, and of what it says nothing the settings for its category. Pictures and links to follow stand in HTML alone. */
function trackingOf(
  { tracking: own, category, html, unsubscribe: asked, headers = {} }: EmailMessage,
  { tracking }: DeliverySettings,
): StoredTracking | null {
  const isHtml = html !== undefined;
  const opens = isHtml && (own?.opens ?? tracking.opens.includes(category));
  const clicks = isHtml && (own?.clicks ?? tracking.clicks.includes(category));
  const hasOwn = Object.keys(headers).some((name) => /^list-unsubscribe$/i.test(name));
  const unsubscribe = !hasOwn && (category === 'marketing' || asked === true || tracking.unsubscribeAlways);
  if (!opens && !clicks && !unsubscribe) return null;
  return { ...(opens && { opens }), ...(clicks && { clicks }), ...(unsubscribe && { unsubscribe }) };
}

function listRecipients(input: EmailMessage): StoredRecipient[] {
  return (['to', 'cc', 'bcc'] as const).flatMap((kind) =>
    input[kind].map(({ email, name }) => ({ kind, address: email, name, status: 'waiting' as const })),
  );
}

/** As they go over the wire. Each may take some milliseconds to write. */
async function writeHeaders({ headers = {} }: EmailMessage): Promise<Record<string, string>> {
  const written: [string, string][] = [];
  const breath = new Breath();
  for (const [name, value] of Object.entries(headers)) {
    const line = toHeaderValue(name, value);
    if (line === null) throw invalid(`headers.${name}`, 'header_line');
    written.push([name, line]);
    await breath.take();
  }
  return Object.fromEntries(written);
}

/** Hosts without a dot are addresses only where a network of one's own has some. */
function checkHosts(input: EmailMessage, { content }: DeliverySettings): void {
  if (content.singleLabelDomains) return;
  for (const field of ['from', 'to', 'cc', 'bcc', 'replyTo'] as const)
    for (const { email } of [input[field] ?? []].flat())
      if (!isEmailAddress(email)) throw invalid(field, 'email');
}
