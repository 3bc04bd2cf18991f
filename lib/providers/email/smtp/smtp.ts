import { withTimeout } from '@/lib/abort';
import type { Adapter, OutgoingMessage, RecipientOutcome, SendResult } from '../../adapter';
import { composeMime } from '../mime';
import { outcomeOfError } from './classify';
import type { SmtpConfig } from './connection';
import { type Delivery, DeliveryError, SmtpPool } from './pool';
import { SMTP_PRESETS } from './presets';
import { SmtpSecrets, SmtpSettings } from './settings';
import { testSmtp } from './test-connection';

const pools = new Map<string, SmtpPool>();

/** Any SMTP server: the company's own, or a mailbox provider's by preset. */
export const smtp: Adapter<SmtpSettings, SmtpSecrets> = {
  kind: 'smtp',
  channel: 'email',
  label: 'SMTP',
  settings: SmtpSettings,
  secrets: SmtpSecrets,
  presets: SMTP_PRESETS,
  pools: true,
  concurrency: (config) => config.settings.pool?.maxConnections ?? 5,
  send,
  test: testSmtp,
  async close() {
    for (const pool of pools.values()) pool.close();
    pools.clear();
  },
};

async function send(config: SmtpConfig, message: OutgoingMessage, signal: AbortSignal): Promise<SendResult> {
  const mime = await composeMime(message);
  const envelope = { from: message.from.email, to: message.recipients, size: mime.length };
  const pool = poolFor(config);
  try {
    const delivery = await withTimeout(
      config.settings.timeoutMs,
      (timeout) => pool.deliver(envelope, mime, timeout),
      signal,
    );
    return {
      outcomes: message.recipients.map((address) => outcomeOf(address, delivery)),
      transcript: delivery.transcript,
    };
  } catch (error) {
    if (!(error instanceof DeliveryError)) throw error;
    return {
      outcomes: message.recipients.map((address) => outcomeOfFailure(address, error)),
      transcript: error.transcript,
    };
  }
}

function poolFor(config: SmtpConfig): SmtpPool {
  const known = pools.get(config.id);
  // A send that was prepared before a change must not undo it for the others.
  if (known && known.version >= config.version) return known;
  known?.close();
  const pool = new SmtpPool(config);
  pools.set(config.id, pool);
  return pool;
}

function outcomeOf(address: string, delivery: Delivery): RecipientOutcome {
  const refusal = delivery.rejected.find((error) => error.recipient === address);
  if (refusal) return outcomeOfError(address, refusal, false);
  return {
    address,
    outcome: 'accepted',
    code: delivery.reply.slice(0, 3),
    reply: delivery.reply.slice(0, 1000),
    providerMessageId: delivery.serverMessageId,
  };
}

/** When all recipients were refused, each has its own reply. */
function outcomeOfFailure(address: string, error: DeliveryError): RecipientOutcome {
  const own = error.smtpError.rejectedErrors?.find((refusal) => refusal.recipient === address);
  return outcomeOfError(address, own ?? error.smtpError, error.bodySent);
}
