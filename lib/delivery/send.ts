import type { StoredOutcome } from '@/drizzle/schema/attempts';
import { withTimeout } from '@/lib/async/abort';
import { ByteBudget } from '@/lib/async/byte-budget';
import { isOpen } from '@/lib/channels/open-recipient';
import type { OutgoingAttachment, Sender } from '@/lib/channels/outgoing';
import { findChannel, getChannel } from '@/lib/channels/registry';
import type { SendResult } from '@/lib/channels/results';
import { unitsOf } from '@/lib/channels/units';
import { isConnectionError } from '@/lib/database/db-errors';
import { storable } from '@/lib/database/storable';
import { errorMessage } from '@/lib/errors';
import { log } from '@/lib/log';
import { loadAttachments } from '@/lib/messages/load-attachments';
import { playDrill } from '@/lib/outages/play';
import { cannotCarry } from '@/lib/providers/api/unsupported';
import { hideSecrets } from '@/lib/providers/keys/hide-secrets';
import type { LoadedProvider } from '@/lib/providers/load';
import { longestSendMs } from '@/lib/providers/longest-send';
import { whyNotCarried } from '@/lib/routing/carries';
import { currentSettings } from '@/lib/settings/current';
import type { DeliverySettings } from '@/lib/settings/schema';
import { currentCaches } from '@/lib/settings/system-in-use';
import { renderStored } from '@/lib/templates/apply';
import { withLinks } from '@/lib/tracking/with-links';
import type { Content } from './begin-attempt';
import type { ClaimedMessage } from './claim';
import { outcomesForAll, redirected, redirectOf } from './development';
import { rawFor } from './raw-for';
import { toStored } from './recipient-outcomes';
import type { FinishedAttempt } from './settle';

/**
 * Where all connections are busy with large messages a small one waits for its turn: that is no sending, and no fault of anybody. A worker
 * that lives renews the claim meanwhile.
 */
const LONGEST_WAIT_MS = 15 * 60_000;

const MB = 1024 * 1024;
/** A message is in memory several times over while it is sent: as files, as MIME, as what goes over the wire. */
const largeMessages = new ByteBudget(64 * MB);
const LARGE_BYTES = 256 * 1024;

type Way = {
  /** Null: it is not to be sent after all. */
  begin: () => Promise<Content | null>;
  /** Just before the provider is asked. */
  onHandOver: () => void;
  /** Of a provider that keeps connections: one is there, and nothing of the message was said. @throws where nothing may be said */
  onConnected: (signal: AbortSignal) => Promise<void>;
};

/** `begin`s and sends; a large message when there is memory for it. Null: `begin` said no. */
export function sendThrough(
  provider: LoadedProvider,
  message: ClaimedMessage,
  way: Way,
): Promise<Omit<FinishedAttempt, 'id'> | null> {
  const send = () => loadAndSend(provider, message, way);
  return message.sizeBytes > LARGE_BYTES ? whenThereIsMemory(message.sizeBytes, send) : send();
}

async function whenThereIsMemory<T>(bytes: number, send: () => Promise<T>): Promise<T> {
  largeMessages.resize((await currentCaches()).largeMessagesMb * MB);
  return largeMessages.run(bytes, send);
}

async function loadAndSend(
  provider: LoadedProvider,
  message: ClaimedMessage,
  { begin, onHandOver, onConnected }: Way,
): Promise<Omit<FinishedAttempt, 'id'> | null> {
  const attachments = message.attachmentCount > 0 ? await loadAttachments(message.id) : [];
  const { delivery } = await currentSettings();
  const begun = await begin();
  if (!begun) return null;
  const whole = await rendered(message, begun);
  if (!whole) return contentFault(message);
  const content = await withLinks(message, complete(message.channel, whole, delivery));
  const started = performance.now();
  const { row, config } = provider;
  const addresses = message.recipients.filter(isOpen).map(({ address }) => address);
  const drill = await playDrill(row, { tags: message.tags, addresses });
  const raw = await rawFor(message, provider.adapter.carries, { given: whole, shown: content });
  const redirectTo = redirectOf(message, delivery.development);
  onHandOver();
  const result =
    drill?.result ??
    (await handOver(provider, message, content, { attachments, raw, onConnected, redirectTo }));
  // What a sandbox keeps costs nothing, whatever price it was given.
  const accepted = result.outcomes.filter((outcome) => outcome.outcome === 'accepted');
  return {
    durationMs: Math.round(result.sendingMs ?? performance.now() - started - (drill?.ownMs ?? 0)),
    outcomes: result.outcomes.map((outcome) => keepable(outcome, config.secrets)),
    // Redirected it was one mail, for whoever it was meant.
    costMicros:
      row.costMicros * unitsOf(message, redirectTo ? Math.min(accepted.length, 1) : accepted.length),
    transcript: result.transcript && storable(hideSecrets(result.transcript, config.secrets)),
  };
}

type Cargo = Pick<Way, 'onConnected'> & {
  attachments: OutgoingAttachment[];
  raw: Buffer | undefined;
  /** Gets it instead of its recipients. */
  redirectTo: string | null;
};

async function handOver(
  provider: LoadedProvider,
  message: ClaimedMessage,
  content: Content,
  { attachments, raw, onConnected, redirectTo }: Cargo,
): Promise<SendResult> {
  const { row, config, adapter } = provider;
  try {
    const channel = getChannel(message.channel);
    const outgoing = channel.toOutgoing({ ...message, ...content }, senderOf(message, row), attachments);
    if (raw) Object.assign(outgoing, { raw });
    const need = message.cargo?.raw;
    const cargo = { ...channel.cargoOf(outgoing, message.sizeBytes), ...(need && { raw: need }) };
    const misfit = whyNotCarried(adapter.carries, cargo);
    if (misfit) return toStored(cannotCarry(outgoing, row.name, misfit), message);
    // The adapter has its own time-outs; this one only catches an adapter that hangs.
    const longestMs = longestSendMs(provider, message.sizeBytes) + (adapter.pools ? LONGEST_WAIT_MS : 0);
    const result = await withTimeout(longestMs, (signal) =>
      adapter.send(config, redirectTo ? redirected(outgoing, redirectTo) : outgoing, signal, () =>
        onConnected(signal),
      ),
    );
    if (redirectTo) return outcomesForAll(message, redirectTo, result);
    return toStored(adapter.keeps ? played(result) : result, message);
  } catch (error) {
    log.error('adapter threw', { provider: row.name, messageId: message.id, error });
    return { outcomes: message.recipients.filter(isOpen).map(({ address }) => bugOutcome(address, error)) };
  }
}

/** What a sandbox refuses is no refusal of anybody: no figure counts it. */
function played(result: SendResult): SendResult {
  const outcomes = result.outcomes.map((outcome) =>
    outcome.outcome === 'refused' ? { ...outcome, played: true as const } : outcome,
  );
  return { ...result, outcomes };
}

/** What a template says of it: the same bytes as when it was accepted. */
async function rendered(message: ClaimedMessage, begun: Content): Promise<Content | null> {
  if (!begun.template) return begun;
  try {
    const { html, text } = await renderStored(begun.template, message);
    return { ...begun, html, text };
  } catch (error) {
    if (isConnectionError(error)) throw error;
    log.error('message not rendered', { messageId: message.id, error });
    return null;
  }
}

/** No other provider and no later try would render it either. */
function contentFault({ recipients }: ClaimedMessage): Omit<FinishedAttempt, 'id'> {
  const refused = { outcome: 'refused', fault: 'content', permanent: true, code: 'not_rendered' } as const;
  const outcomes = recipients.filter(isOpen).map(({ address }) => ({ address, ...refused }));
  return { durationMs: 0, outcomes, costMicros: 0, transcript: undefined };
}

function complete(channel: string, begun: Content, { content }: DeliverySettings): Content {
  return { ...begun, ...findChannel(channel)?.complete?.(begun, content) };
}

function senderOf({ sender, senderName }: ClaimedMessage, { fromEmail, fromName }: Row): Sender | null {
  if (sender !== null) return { address: sender, name: senderName ?? undefined };
  return fromEmail === null ? null : { address: fromEmail, name: fromName ?? undefined };
}

type Row = LoadedProvider['row'];

/** What a server answered, as it may be kept: a result that cannot be written would be found interrupted, and sent again. */
function keepable(outcome: StoredOutcome, secrets: LoadedProvider['config']['secrets']): StoredOutcome {
  if (outcome.outcome === 'accepted' || outcome.outcome === 'captured' || !outcome.reply)
    return storable(outcome);
  return storable({ ...outcome, reply: hideSecrets(outcome.reply, secrets) });
}

/** What a bug left behind is not known; it must not be sent again by someone else. */
function bugOutcome(address: string, error: unknown): StoredOutcome {
  return { address, outcome: 'unknown', code: 'internal', reply: errorMessage(error).slice(0, 300) };
}
