import { simpleParser } from 'mailparser';
import { describe, expect, it } from 'vitest';
import type { OutgoingMessage } from '@/lib/channels/email/outgoing-message';
import type { Outgoing } from '@/lib/channels/outgoing';
import type { Cause, RecipientOutcome, TestResult } from '@/lib/channels/results';
import type { ProviderConfig } from '@/lib/providers/adapter';
import { type AdapterOf, type ContractMessages, emails } from './contract-messages';

/** A provider that is set up for one situation, and what reached it. */
export type Scene = {
  config: ProviderConfig;
  /** Addresses that bring the situation about, where the address decides. */
  recipients?: string[];
  /** Envelopes that arrived; `raw` where the provider is given RFC 5322 bytes. */
  arrived?: () => Promise<{ to: string[]; raw?: Buffer }[]> | { to: string[]; raw?: Buffer }[];
  /** Resolves when the provider has our request and keeps silent. */
  reached?: () => Promise<unknown>;
};

/** Situations of sending. Every adapter plays each of them, or says why it cannot happen to it. */
type SendScenes = {
  accepts: () => Promise<Scene>;
  badCredentials: () => Promise<Scene>;
  throttled: () => Promise<Scene & { retryAfterMs?: number }>;
  unreachable: () => Promise<Scene>;
  silentBeforeBody: () => Promise<Scene>;
  silentAfterBody: () => Promise<Scene>;
  droppedAfterBody: () => Promise<Scene>;
  /** The first of three recipients is refused for good, the others are not. */
  refusesFirst: () => Promise<Scene>;
};

type TestScenes = { works: () => Promise<Scene> } & {
  [cause in Cause]?: (() => Promise<Scene>)[];
};

export type AdapterContract<Message extends Outgoing = OutgoingMessage> = {
  adapter: AdapterOf<Message>;
  send: { [name in keyof SendScenes]: SendScenes[name] | { notApplicable: string } };
  test: TestScenes;
};

export function describeAdapterContract(contract: AdapterContract): void {
  describeContractOf(emails, contract);
}

/** The same for the adapters of any channel, with messages of it. */
export function describeContractOf<Message extends Outgoing>(
  messages: ContractMessages<Message>,
  { adapter, send, test }: AdapterContract<Message>,
): void {
  const [ana, ben] = messages.addresses;
  const taken = adapter.keeps ? 'captured' : 'accepted';
  const scenario = <Name extends keyof SendScenes>(
    name: Name,
    title: string,
    check: (scene: Awaited<ReturnType<SendScenes[Name]>>) => Promise<void>,
  ) => {
    const open = send[name];
    if (typeof open === 'function')
      it(title, async () => check((await open()) as Awaited<ReturnType<SendScenes[Name]>>));
  };
  const sendTo = async (scene: Scene, recipients = scene.recipients ?? [ana]) =>
    adapter.send(scene.config, messages.make(recipients), AbortSignal.timeout(30_000));

  describe(`${adapter.kind}: the contract of send`, () => {
    scenario('accepts', 'delivers every part of a message', async (scene) => {
      const message = messages.full(adapter.carries);
      const { outcomes } = await adapter.send(scene.config, message, AbortSignal.timeout(30_000));
      expect(outcomes.map(({ address, outcome }) => ({ address, outcome }))).toEqual(
        message.recipients.map((address) => ({ address, outcome: taken })),
      );
      const [mail, ...more] = await scene.arrived!();
      expect(more).toEqual([]);
      expect(mail!.to.toSorted()).toEqual(message.recipients.toSorted());
      if (mail!.raw) await messages.expectContent?.(mail!.raw, message);
    });

    const { withFile } = messages;
    const ofFiles: typeof scenario = withFile ? scenario : () => undefined;
    ofFiles('accepts', 'takes 10 MB', async (scene) => {
      const content = Buffer.alloc(10 * 1024 * 1024, 'Relevo\0\r\n.\r\n');
      const message = withFile!(content);
      const { outcomes } = await adapter.send(scene.config, message, AbortSignal.timeout(30_000));
      expect(outcomes).toMatchObject([{ outcome: taken }]);
      const [mail] = await scene.arrived!();
      if (!mail?.raw) return;
      const { attachments } = await simpleParser(mail.raw);
      expect(attachments[0]!.content.equals(content)).toBe(true);
    });

    scenario('accepts', 'sends only to those who still wait', async (scene) => {
      const message = messages.make([ana, ben], [ben]);
      const { outcomes } = await adapter.send(scene.config, message, AbortSignal.timeout(30_000));
      expect(outcomes.map(({ address }) => address)).toEqual([ben]);
      expect((await scene.arrived!()).map(({ to }) => to)).toEqual([[ben]]);
    });

    scenario('badCredentials', 'blames the provider for wrong credentials, for good', async (scene) => {
      const { outcomes } = await sendTo(scene);
      expectRefused(outcomes, { fault: 'provider', permanent: true });
    });

    scenario('throttled', 'takes "not now" as passing, with the stated delay', async (scene) => {
      const { outcomes } = await sendTo(scene);
      expectRefused(outcomes, { permanent: false });
      expect(outcomes[0]!.retryAfterMs).toBe(scene.retryAfterMs);
    });

    scenario('unreachable', 'blames the provider, for now, when nobody answers the call', async (scene) => {
      const { outcomes } = await sendTo(scene);
      expectRefused(outcomes, { fault: 'provider', permanent: false });
    });

    scenario(
      'silentBeforeBody',
      'knows that nothing was sent when time ran out before the body',
      async (scene) => {
        const { outcomes } = await sendTo(scene);
        expectRefused(outcomes, { fault: 'provider', permanent: false });
      },
    );

    scenario(
      'silentAfterBody',
      'does not know the outcome when time ran out after the body',
      async (scene) => {
        expect((await sendTo(scene)).outcomes).toMatchObject([{ outcome: 'unknown' }]);
      },
    );

    scenario(
      'droppedAfterBody',
      'does not know the outcome when the connection broke after the body',
      async (scene) => {
        expect((await sendTo(scene)).outcomes).toMatchObject([{ outcome: 'unknown' }]);
      },
    );

    scenario('refusesFirst', 'tells each recipient apart', async (scene) => {
      const [first, ...others] = scene.recipients!;
      const { outcomes } = await sendTo(scene);
      expect(outcomes.map(({ address }) => address)).toEqual(scene.recipients);
      expect(outcomes[0]).toMatchObject({ outcome: 'refused', fault: 'recipient', permanent: true });
      expect(outcomes.slice(1).map(({ outcome }) => outcome)).toEqual(others.map(() => taken));
      const arrivedTo = (await scene.arrived!()).flatMap(({ to }) => to);
      expect(arrivedTo.toSorted()).toEqual(others.toSorted());
      expect(arrivedTo).not.toContain(first);
    });

    scenario('silentBeforeBody', 'stops at once when it is told to', async (scene) => {
      const stop = new AbortController();
      const started = performance.now();
      const patient = withTimeout(scene.config, 60_000);
      const sending = adapter.send(patient, messages.make([ana]), stop.signal);
      await scene.reached!();
      stop.abort();
      expect((await sending).outcomes).toMatchObject([{ outcome: 'refused', fault: 'provider' }]);
      expect(performance.now() - started).toBeLessThan(5_000);
    });

    scenario('accepts', 'sends nothing when it was told to stop before', async (scene) => {
      const { outcomes } = await adapter.send(scene.config, messages.make([ana]), AbortSignal.abort());
      expect(outcomes).toMatchObject([{ outcome: 'refused', fault: 'provider', permanent: false }]);
      expect(await scene.arrived!()).toEqual([]);
    });
  });

  describe(`${adapter.kind}: the contract of test`, () => {
    it('is all well, step by step with times, when it works', async () => {
      const result = await runTest({ adapter, messages }, await test.works());
      expect(result).toMatchObject({ ok: true });
      expect(result.cause).toBeUndefined();
      expectTimedSteps(result);
    });

    const { works: _works, ...failures } = test;
    for (const [cause, scenes = []] of Object.entries(failures))
      it(`names the cause: ${cause}`, async () => {
        const results = await Promise.all(
          scenes.map(async (open) => runTest({ adapter, messages }, await open())),
        );
        for (const result of results) {
          expect(result).toMatchObject({ ok: false, cause });
          expect(result.steps.at(-1)?.ok).toBe(false);
          expectTimedSteps(result);
        }
      });
  });
}

type Played<Message extends Outgoing> = { adapter: AdapterOf<Message>; messages: ContractMessages<Message> };

function withTimeout(config: ProviderConfig, timeoutMs: number): ProviderConfig {
  return 'timeoutMs' in config.settings
    ? { ...config, version: config.version + 1, settings: { ...config.settings, timeoutMs } }
    : config;
}

async function runTest<Message extends Outgoing>(
  { adapter, messages }: Played<Message>,
  { config, recipients }: Scene,
): Promise<TestResult> {
  const started = performance.now();
  const message = recipients && messages.make([recipients[0]!]);
  const result = await adapter.test(config, { signal: AbortSignal.timeout(15_000), message });
  expect(performance.now() - started).toBeLessThan(14_000);
  return result;
}

function expectTimedSteps({ steps }: TestResult): void {
  expect(steps.length).toBeGreaterThan(0);
  for (const step of steps) {
    expect(step.ms).toBeGreaterThanOrEqual(0);
    expect(step.detail).not.toBe('');
  }
  expect(steps.slice(0, -1).every((step) => step.ok)).toBe(true);
}

function expectRefused(outcomes: RecipientOutcome[], expected: Partial<RecipientOutcome>): void {
  expect(outcomes).toHaveLength(1);
  expect(outcomes[0]).toMatchObject({ outcome: 'refused', permanent: false, ...expected });
  expect(outcomes[0]!.reply).toBeTruthy();
}
