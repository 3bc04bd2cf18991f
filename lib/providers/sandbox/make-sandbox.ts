import { z } from 'zod';
import { sleep } from '@/lib/async/abort';
import type { Outgoing, Sender } from '@/lib/channels/outgoing';
import type { RecipientOutcome, SendResult, TestResult } from '@/lib/channels/results';
import type { Carries } from '@/lib/routing/carries';
import { captureMessage } from '@/lib/sandbox/capture';
import type { Adapter, ProviderConfig, TestOptions } from '../adapter';
import { type Behaviour, behaviourOf, outcomeOf } from './behaviour';
import { parsePlayed, playsOf } from './played';

export const SandboxSettings = z.strictObject({
  /** `address`: each address decides; the others play a whole provider in trouble. */
  behaviour: z.enum(['address', 'down', 'slow', 'quota']).default('address'),
  /** It takes tests and what names it, also while there is no other provider. */
  onlyTests: z.boolean().default(false).meta({ technical: true }),
});
export type SandboxSettings = z.infer<typeof SandboxSettings>;
type SandboxConfig = ProviderConfig<SandboxSettings, Record<string, never>>;

/** What a sandbox has to know of its channel. */
export type SandboxChannel<Message extends Outgoing> = {
  kind: string;
  channel: string;
  label: string;
  carries: Carries;
  /** The word that an address plays, such as `bounce` or `down+NAME`; null: it is an ordinary one. */
  wordOf(address: string): string | null;
  /** What the inbox shows of a message. */
  headOf(message: Message): { from: Sender | null; subject: string | null };
};

const SLOW_MS = 3_000;
/** How long `timeout` keeps silent before its outcome is unknown; shorter than a real time-out so that trying it is bearable. */
const TIMEOUT_MS = 2_000;

/** Keeps messages for viewing instead of sending them; every failure can be made on purpose. */
export function makeSandbox<Message extends Outgoing>(
  about: SandboxChannel<Message>,
): Adapter<SandboxSettings, Record<string, never>, Message> {
  const { kind, channel, label, carries } = about;
  return {
    kind,
    channel,
    label,
    settings: SandboxSettings,
    secrets: z.strictObject({}),
    targets: {},
    presets: { [kind]: { label, settings: { behaviour: 'address' } } },
    carries,
    keeps: true,
    plays: parsePlayed,
    concurrency: () => 20,
    send: (config, message, signal) => send(about, config, { message, signal }),
    test,
    close: async () => undefined,
  };
}

async function send<Message extends Outgoing>(
  { wordOf, headOf }: SandboxChannel<Message>,
  { id, name, settings }: SandboxConfig,
  { message, signal }: { message: Message; signal: AbortSignal },
): Promise<SendResult> {
  const plan = message.recipients.map((address) => ({
    address,
    behaviour: behaviourOf(wordOf(address), settings.behaviour, name),
  }));
  await sleep(delayMs(plan.map((entry) => entry.behaviour)), signal);
  const outcomes: RecipientOutcome[] = plan.map(({ address, behaviour }) =>
    outcomeOf(address, signal.aborted && behaviour !== 'timeout' ? 'stopped' : behaviour),
  );
  const recipients = outcomes
    .filter((outcome) => outcome.outcome === 'captured')
    .map((outcome) => outcome.address);
  if (recipients.length > 0) {
    const plays = plan.flatMap(({ address, behaviour }) =>
      behaviour === 'accept' && recipients.includes(address)
        ? playsOf(wordOf(address), name).map((play) => ({ ...play, recipient: address }))
        : [],
    );
    await captureMessage(id, { messageId: message.id, recipients, plays, ...headOf(message) });
  }
  return { outcomes };
}

function delayMs(behaviours: Behaviour[]): number {
  if (behaviours.includes('slow')) return SLOW_MS;
  return behaviours.includes('timeout') ? TIMEOUT_MS : 0;
}

async function test(config: SandboxConfig, options: Pick<TestOptions, 'signal'>): Promise<TestResult> {
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
