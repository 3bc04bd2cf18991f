import { z } from 'zod';
import { raceAbort } from '@/lib/async/abort';
import type { Outgoing, Sender } from '@/lib/channels/outgoing';
import { getChannel } from '@/lib/channels/registry';
import type { TestResult } from '@/lib/channels/results';
import { storable } from '@/lib/database/storable';
import { invalid } from '@/lib/errors';
import { hideSecrets } from '@/lib/providers/keys/hide-secrets';
import type { LoadedProvider } from '@/lib/providers/load';

export const TEST_LIMIT_MS = 10_000;
/** A real message is a conversation of its own. */
const LIMIT_WITH_MESSAGE_MS = 20_000;
/** For the adapter to say at which step the time ran out. */
const GRACE_MS = 500;

/** `offers`: also asks whether the sender's address would be taken. Not at every check: servers count who offers and sends nothing. */
type Options = { to?: string; limitMs?: number; offers?: boolean };

/** Connects for real; whatever the server does, there is an answer in time, without a secret in it. @throws AppError validation_failed; ZodError for `to` */
export async function runTest(
  { row, config, adapter }: LoadedProvider,
  { to, limitMs = to ? LIMIT_WITH_MESSAGE_MS : TEST_LIMIT_MS, offers = false }: Options = {},
): Promise<TestResult> {
  const message = to ? realMessage(row, to) : undefined;
  const sender = (offers && row.fromEmail) || undefined;
  const test = adapter.test(config, { signal: AbortSignal.timeout(limitMs), message, sender });
  const late = new Error('no answer in time');
  const result = await raceAbort(test, AbortSignal.timeout(limitMs + GRACE_MS), () => late).catch(
    (error: unknown): TestResult => {
      if (error !== late) throw error;
      return { ok: false, steps: [], cause: 'timeout' };
    },
  );
  return storable({
    ...result,
    steps: result.steps.map((step) => ({ ...step, detail: hideSecrets(step.detail, config.secrets) })),
    transcript: result.transcript && hideSecrets(result.transcript, config.secrets),
  });
}

function realMessage(
  { channel: name, fromEmail, fromName, companyId }: LoadedProvider['row'],
  to: string,
): Outgoing {
  const channel = getChannel(name);
  const address = z.object({ to: channel.address.schema }).parse({ to }, { reportInput: true });
  if (channel.needsSender && !fromEmail) throw invalid('to', 'provider_sender');
  const sender: Sender | null = fromEmail ? { address: fromEmail, name: fromName ?? undefined } : null;
  return { ...channel.testMessage(sender, address.to), companyId };
}
