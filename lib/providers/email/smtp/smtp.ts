import type { OutgoingMessage } from '@/lib/channels/email/outgoing-message';
import type { RecipientOutcome, SendResult } from '@/lib/channels/results';
import { currentReplyRules } from '@/lib/replies/own/current';
import type { OwnRule } from '@/lib/replies/own/match';
import { NO_SIGNATURE } from '@/lib/routing/provider-fault';
import type { Adapter } from '../../adapter';
import { outcomeOfError } from './classify';
import { composeSigned, findSigners, type Unsigned } from './compose';
import type { SmtpConfig } from './connection';
import { deliver, type Told } from './deliver';
import { longestSendMs } from './limits';
import { SmtpPool } from './pool';
import { SMTP_PRESETS } from './presets';
import { returnPathOf } from './return-path';
import { SmtpSecrets, SmtpSettings } from './settings';
import { SMTP_TARGETS } from './targets';
import { testSmtp } from './test-connection';

const pools = new Map<string, SmtpPool>();

/** Any SMTP server: the company's own, or a mailbox provider's by preset. */
export const smtp: Adapter<SmtpSettings, SmtpSecrets> = {
  kind: 'smtp',
  channel: 'email',
  label: 'SMTP',
  settings: SmtpSettings,
  secrets: SmtpSecrets,
  targets: SMTP_TARGETS,
  presets: SMTP_PRESETS,
  // Its size and its characters the server tells when it is connected.
  carries: { raw: true, unicodeLocalParts: 'asks', sources: [] },
  pools: true,
  concurrency: (config) => config.settings.pool?.maxConnections ?? 5,
  longestMs: ({ settings }, sizeBytes) => longestSendMs(settings, sizeBytes),
  send,
  test: testSmtp,
  async close() {
    for (const pool of pools.values()) pool.close();
    pools.clear();
  },
};

async function send(
  config: SmtpConfig,
  message: OutgoingMessage,
  signal: AbortSignal,
  onConnected = async () => {},
): Promise<SendResult> {
  const from = returnPathOf(config.settings.bounceAddress, message);
  const envelope = { from, to: message.recipients };
  const signers = await findSigners(config.settings, message);
  if (!signers.ok) return { outcomes: message.recipients.map((address) => unsigned(address, signers)) };
  const { told, ...how } = await deliver(poolFor(config), envelope, () => composeSigned(message, signers), {
    signal,
    onConnected,
  });
  const own = [...told.values()].some((each) => 'error' in each) ? await currentReplyRules() : [];
  const outcomes = message.recipients.map((address) => outcomeOf(address, told.get(address)!, from, own));
  return { outcomes, ...how };
}

/** Another provider may take over; nobody is to get one that fails where signatures are asked for. */
function unsigned(address: string, { reply }: Unsigned): RecipientOutcome {
  return { address, outcome: 'refused', fault: 'provider', permanent: false, code: NO_SIGNATURE, reply };
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

function outcomeOf(address: string, told: Told, from: string, own: readonly OwnRule[]): RecipientOutcome {
  if ('reply' in told)
    return {
      address,
      outcome: 'accepted',
      code: told.reply.slice(0, 3),
      reply: told.reply.slice(0, 1000),
      providerMessageId: told.serverMessageId,
    };
  return outcomeOfError(address, told.error, told.endSent, from, own);
}
