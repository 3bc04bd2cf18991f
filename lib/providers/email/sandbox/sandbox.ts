import { z } from 'zod';
import { sleep } from '@/lib/async/abort';
import type { OutgoingMessage } from '@/lib/channels/email/outgoing-message';
import type { RecipientOutcome, SendResult, TestResult } from '@/lib/channels/results';
import { captureMessage } from '@/lib/sandbox/capture';
import type { Adapter, ProviderConfig, TestOptions } from '../../adapter';
import { type Behaviour, behaviourOf, outcomeOf } from './behaviour';

export const SandboxSettings = z.strictObject({
  /** `address`: each address decides; the others play a whole provider in trouble. */
  behaviour: z.enum(['address', 'down', 'slow', 'quota']).default('address'),
});
export type SandboxSettings = z.infer<typeof SandboxSettings>;
type SandboxConfig = ProviderConfig<SandboxSettings, Record<string, never>>;

const SLOW_MS = 3_000;
/** How long `timeout@` keeps silent before its outcome is unknown; shorter than a real time-out so that trying it is bearable. */
const TIMEOUT_MS = 2_000;

/** Keeps messages for viewing instead of sending them; every failure can be made on purpose. */
export const sandbox: Adapter<SandboxSettings, Record<string, never>> = {
  kind: 'sandbox',
  channel: 'email',
  label: 'Sandbox',
  settings: SandboxSettings,
  secrets: z.strictObject({}),
  targets: {},
  presets: { sandbox: { label: 'Sandbox', settings: { behaviour: 'address' } } },
  carries: { unicodeLocalParts: 'always', sources: [] },
  concurrency: () => 20,
  send,
  test,
  close: async () => undefined,
};

async function send(
  config: SandboxConfig,
  message: OutgoingMessage,
  signal: AbortSignal,
): Promise<SendResult> {
  const plan = message.recipients.map((address) => ({
    address,
    behaviour: behaviourOf(address, config.settings.behaviour, config.name),
  }));
  await sleep(delayMs(plan.map((entry) => entry.behaviour)), signal);
  const outcomes: RecipientOutcome[] = plan.map(({ address, behaviour }) =>
    outcomeOf(address, signal.aborted && behaviour !== 'timeout' ? 'stopped' : behaviour),
  );
  const accepted = outcomes
    .filter((outcome) => outcome.outcome === 'accepted')
    .map((outcome) => outcome.address);
  if (accepted.length > 0) await captureMessage(config.id, message, accepted);
  return { outcomes };
}

function delayMs(behaviours: Behaviour[]): number {
  if (behaviours.includes('slow')) return SLOW_MS;
  return behaviours.includes('timeout') ? TIMEOUT_MS : 0;
}

async function test(config: SandboxConfig, options: TestOptions): Promise<TestResult> {
  const { behaviour } = config.settings;
  const started = performance.now();
  if (behaviour === 'slow') await sleep(SLOW_MS, options.signal);
  const ok = behaviour !== 'down' && behaviour !== 'quota';
  const ms = Math.round(performance.now() - started);
  return {
    ok,
    steps: [{ name: 'behaviour', ok, ms, detail: behaviour }],
    ...(!ok && { cause: behaviour === 'down' ? 'refused' : 'quota' }),
  };
}
