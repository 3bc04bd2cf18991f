import { createServer } from 'node:net';
import { describe, expect, it } from 'vitest';
import type { z } from 'zod';
import type { Cause, RecipientOutcome } from '@/lib/channels/results';
import type { OutgoingSms } from '@/lib/channels/sms/outgoing-sms';
import { newId } from '@/lib/ids';
import type { ProviderConfig } from '@/lib/providers/adapter';
import { describeContractOf, type Scene } from './adapter-contract';
import { type ApiAnswer, type ApiCallSeen, allowLoopbackTargets, startApiServer } from './api-server';
import type { AdapterOf, ContractMessages } from './contract-messages';
import { listen } from './smtp-server';

type Answer = Exclude<ApiAnswer, string>;

export type SmsContract = {
  adapter: AdapterOf<OutgoingSms>;
  /** Besides `endpoint` and `timeoutMs`; where the API has no `endpoint`, by the address of the fake. */
  settings: (url: string) => Record<string, unknown>;
  secrets: Record<string, string>;
  /** As a message of its channel, where that is another one; absent: as it is. */
  make?: (sms: OutgoingSms) => OutgoingSms;
  isSend: (call: ApiCallSeen) => boolean;
  /** Checks the request as strictly as the API documents it (throws if wrong), and reads who gets what. */
  readSend: (call: ApiCallSeen) => { to: string; text: string };
  accepted: Answer;
  check: { works: (call: ApiCallSeen) => Answer; failures: Partial<Record<Cause, Answer>> };
  badCredentials: Answer;
  throttled: { answer: Answer; retryAfterMs?: number };
  /** Each with what it must mean. */
  refusals: [title: string, Answer, Partial<RecipientOutcome>][];
};

/** What a template or a form of a careless adapter would break, beside an ordinary text. */
export const HOSTILE_TEXTS = [
  'Año nuevo: “50 %” & más <b>ñ</b>',
  `{{to}} {{secret}} ' " \\ / ; --`,
  'uno\ndos\ttres',
  'a=b&to=+1&x=%26+%2B',
  '😀 €[]{}~|^ \\u0041',
];

const NUMBERS = ['+595981234567', '+595971234567'] as const;

export function makeSms(over: Partial<OutgoingSms> = {}): OutgoingSms {
  const to = over.to ?? NUMBERS[0];
  return {
    id: newId(),
    resendCount: 0,
    recipients: [to],
    to,
    text: 'Su saldo: Gs. 5.000',
    tags: [],
    metadata: {},
    ...over,
  };
}

const messagesBy = (make: (sms: OutgoingSms) => OutgoingSms): ContractMessages<OutgoingSms> => ({
  addresses: [...NUMBERS],
  make: (recipients, waiting = recipients) =>
    make(makeSms({ to: (waiting[0] ?? recipients[0])!, recipients: waiting })),
  full: () => make(makeSms({ text: HOSTILE_TEXTS[0]! })),
});

/** The contract of `describeContractOf`, played by a local server that checks each request, and every documented refusal. */
export function describeSmsContract(contract: SmsContract): void {
  const { adapter, check, accepted, make = (sms) => sms } = contract;
  allowLoopbackTargets();
  const configure = (url: string, timeoutMs = 20_000): ProviderConfig => ({
    id: newId(),
    name: 'Test',
    version: 1,
    settings: (adapter.settings as z.ZodType<Record<string, unknown>>).parse({
      ...contract.settings(url),
      timeoutMs,
    }),
    secrets: contract.secrets,
  });
  const scene = async (answer: ApiAnswer, checked = check.works, timeoutMs?: number): Promise<Scene> => {
    const server = await startApiServer((call) => {
      if (!contract.isSend(call)) return checked(call);
      if (typeof answer === 'object' && answer.status < 300) contract.readSend(call);
      return answer;
    });
    return {
      config: configure(server.url, timeoutMs),
      arrived: () =>
        server.calls.filter(contract.isSend).map((call) => ({ to: [contract.readSend(call).to] })),
    };
  };
  const unreachable = async (): Promise<Scene> => {
    const server = createServer();
    const port = await listen(server);
    await new Promise((resolve) => server.close(resolve));
    return { config: configure(`http://127.0.0.1:${port}`) };
  };
  describeContractOf(messagesBy(make), {
    adapter,
    send: {
      accepts: () => scene(accepted),
      badCredentials: () => scene(contract.badCredentials),
      throttled: async () => ({
        ...(await scene(contract.throttled.answer)),
        retryAfterMs: contract.throttled.retryAfterMs,
      }),
      unreachable,
      silentBeforeBody: { notApplicable: 'over HTTP the body leaves as soon as there is a connection' },
      silentAfterBody: () => scene('silent', check.works, 1000),
      droppedAfterBody: () => scene('drop'),
      refusesFirst: { notApplicable: 'a text message has one recipient' },
    },
    test: {
      works: async () => ({ ...(await scene(accepted)), recipients: [NUMBERS[0]] }),
      refused: [unreachable],
      ...Object.fromEntries(
        Object.entries(check.failures).map(([cause, answer]) => [
          cause,
          [() => scene(accepted, () => answer!)],
        ]),
      ),
    },
  });
  describe(`${adapter.kind}: what it hands on, and what a refusal means`, () => {
    it.each(HOSTILE_TEXTS)('%j arrives as it is', async (text) => {
      const server = await startApiServer(() => accepted);
      const result = await adapter.send(
        configure(server.url),
        make(makeSms({ text })),
        AbortSignal.timeout(9_000),
      );
      expect(result.outcomes).toMatchObject([{ outcome: 'accepted' }]);
      expect(server.calls.map(contract.readSend)).toEqual([{ to: NUMBERS[0], text }]);
    });

    it.each(contract.refusals)('%s', async (_title, answer, expected) => {
      const { config } = await scene(answer);
      const { outcomes } = await adapter.send(config, make(makeSms()), AbortSignal.timeout(9_000));
      expect(outcomes).toMatchObject([expected]);
    });
  });
}
