import { createServer } from 'node:net';
import { describe, expect, it } from 'vitest';
import type { z } from 'zod';
import type { Cause, RecipientOutcome } from '@/lib/channels/results';
import type { Adapter, ProviderConfig } from '@/lib/providers/adapter';
import { describeAdapterContract, type Scene } from './adapter-contract';
import { describeApiAnswers } from './api-answers';
import { type ApiAnswer, type ApiCallSeen, allowLoopbackTargets, startApiServer } from './api-server';
import { makeOutgoing } from './outgoing';
import { listen } from './smtp-server';

type Refused = { answer: Exclude<ApiAnswer, string>; expected: Partial<RecipientOutcome> };

/** By call, where a test makes several. */
type CheckAnswer = ApiAnswer | ((call: ApiCallSeen) => ApiAnswer);

export type ApiContract = {
  adapter: Adapter;
  /** Settings besides `endpoint` and `timeoutMs`. */
  settings?: Record<string, unknown>;
  secrets: Record<string, string>;
  /** Is this the call that sends, rather than one that checks credentials? */
  isSend: (call: ApiCallSeen) => boolean;
  /** Checks the request as strictly as the provider documents it (throws if wrong) and reads who gets it. */
  readSend: (call: ApiCallSeen) => Promise<{ to: string[]; raw?: Buffer }> | { to: string[]; raw?: Buffer };
  accepted: Exclude<ApiAnswer, string>;
  /** Answers of the credentials check. */
  check: { works: CheckAnswer; failures: Partial<Record<Cause, CheckAnswer>> };
  /** Every documented refusal with what it must mean. */
  refusals: Record<string, Refused>;
  badCredentials: Exclude<ApiAnswer, string>;
  throttled: { answer: Exclude<ApiAnswer, string>; retryAfterMs?: number };
  /** How the API refuses a message for one address: the `index`th in the field `to`. */
  oneBad: (bad: { address: string; index: number }) => Exclude<ApiAnswer, string>;
  /** It says who that is: nobody has to be tried. */
  namesBad?: true;
};

let count = 0;

/** The contract of `describeAdapterContract`, played by a local server that checks each request, and every documented refusal. */
export function describeApiContract(contract: ApiContract): void {
  const { adapter, check } = contract;
  allowLoopbackTargets();
  const configure = (endpoint: string, timeoutMs = 20_000): ProviderConfig => ({
    id: `api-${++count}`,
    name: 'Test',
    version: 1,
    settings: (adapter.settings as z.ZodType<Record<string, unknown>>).parse({
      ...contract.settings,
      endpoint,
      timeoutMs,
    }),
    secrets: contract.secrets,
  });
  const scene = async (
    answerSend: ApiAnswer,
    answerCheck: CheckAnswer = check.works,
    timeoutMs?: number,
  ): Promise<Scene> => {
    const server = await startApiServer(async (call) => {
      if (!contract.isSend(call)) return typeof answerCheck === 'function' ? answerCheck(call) : answerCheck;
      if (typeof answerSend === 'object' && answerSend.status < 300) await contract.readSend(call);
      return answerSend;
    });
    return {
      config: configure(server.url, timeoutMs),
      arrived: () => Promise.all(server.calls.filter(contract.isSend).map(contract.readSend)),
    };
  };
  const unreachable = async (): Promise<Scene> => {
    const server = createServer();
    const port = await listen(server);
    await new Promise((resolve) => server.close(resolve));
    return { config: configure(`http://127.0.0.1:${port}`) };
  };

  describeAdapterContract({
    adapter,
    send: {
      accepts: () => scene(contract.accepted),
      badCredentials: () => scene(contract.badCredentials),
      throttled: async () => ({
        ...(await scene(contract.throttled.answer)),
        retryAfterMs: contract.throttled.retryAfterMs,
      }),
      unreachable,
      silentBeforeBody: { notApplicable: 'over HTTP the body leaves as soon as there is a connection' },
      silentAfterBody: () => scene('silent', check.works, 1000),
      droppedAfterBody: () => scene('drop'),
      refusesFirst: { notApplicable: 'the API answers for the message as a whole' },
    },
    test: {
      works: async () => ({ ...(await scene(contract.accepted)), recipients: ['me@example.com'] }),
      refused: [unreachable],
      ...Object.fromEntries(
        Object.entries(check.failures).map(([cause, answer]) => [
          cause,
          [() => scene(contract.accepted, answer)],
        ]),
      ),
    },
  });

  describeApiAnswers({
    adapter,
    accepted: contract.accepted,
    throttled: contract.throttled.answer,
    oneBad: contract.oneBad,
    namesBad: contract.namesBad,
    serve: async (answer) => {
      const accepted: string[][] = [];
      let nth = 0;
      const server = await startApiServer(async (call) => {
        const { to } = await contract.readSend(call);
        const reply = answer(to, ++nth);
        if (reply === contract.accepted) accepted.push(to);
        return reply;
      });
      return { config: configure(server.url), accepted, requests: () => nth };
    },
  });

  describe(`${adapter.kind}: documented refusals`, () => {
    it.each(Object.entries(contract.refusals))('%s', async (_name, { answer, expected }) => {
      const { config } = await scene(answer);
      const { outcomes } = await adapter.send(config, makeOutgoing({}), AbortSignal.timeout(10_000));
      expect(outcomes).toMatchObject([expected]);
      expect(outcomes[0]!.reply).toBeTruthy();
    });

    it('too fast is throttled: no fault, no limit used up', async () => {
      const { config } = await scene(contract.throttled.answer);
      const { outcomes } = await adapter.send(config, makeOutgoing({}), AbortSignal.timeout(10_000));
      const throttled = { outcome: 'refused', fault: 'throttled', pace: 'rate', permanent: false };
      expect(outcomes).toMatchObject([throttled]);
      expect(outcomes[0]!.quota).toBeUndefined();
    });
  });
}
