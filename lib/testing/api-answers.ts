import { describe, expect, it } from 'vitest';
import type { OutgoingMessage } from '@/lib/channels/email/outgoing-message';
import type { RecipientOutcome } from '@/lib/channels/results';
import type { Adapter, ProviderConfig } from '@/lib/providers/adapter';
import type { ApiAnswer } from './api-server';
import { makeOutgoing } from './outgoing';

type Answer = Exclude<ApiAnswer, string>;
type Sent = { outcomes: RecipientOutcome[]; accepted: string[][]; requests: number };

export type ApiAnswers = {
  adapter: Adapter;
  accepted: Answer;
  throttled: Answer;
  /** How the API refuses a message for one address: the `index`th in the field `to`. */
  oneBad: (bad: { address: string; index: number }) => Answer;
  /** It says who that is: nobody has to be tried. */
  namesBad?: true;
  /** A server that answers each sending request by those whom it is for, and what became of it. */
  serve: (answer: (to: string[], nth: number) => Answer) => Promise<{
    config: ProviderConfig;
    accepted: string[][];
    requests: () => number;
  }>;
};

const page = (status: number, headers: Record<string, string> = {}): Answer => ({
  status,
  body: `<!DOCTYPE html><html><head><title>${status} of an edge</title></head><body>Ray ID: 1</body></html>`,
  headers: { 'content-type': 'text/html; charset=utf-8', ...headers },
});

const plain = (status: number, body: string): Answer => ({
  status,
  body,
  headers: { 'content-type': 'text/plain' },
});

const provider = (permanent: boolean) => ({ outcome: 'refused', fault: 'provider', permanent });
const carry = { outcome: 'refused', fault: 'cannot_carry', permanent: true };
const unknown = { outcome: 'unknown' };

/**
 * What stands between an API and the world answers so. The 52x are Cloudflare's:
 * https://developers.cloudflare.com/support/troubleshooting/http-status-codes/cloudflare-5xx-errors/
 */
const EDGES: [string, Answer, Partial<RecipientOutcome> | object][] = [
  ['a portal or proxy: its page with 200 is no acceptance', page(200), provider(false)],
  ['its redirect neither', page(302, { location: 'https://portal.example.com/' }), provider(false)],
  ['a request that an edge cannot read', page(400), provider(false)],
  ...[400, 422].flatMap((status): [string, Answer, object][] => [
    [`${status} in a line of text, as some edges say it`, plain(status, 'Bad Request'), provider(false)],
    [`${status} without a word`, plain(status, ''), provider(false)],
    [`${status} in bytes that are no words`, plain(status, '\0\u0001\u0002{"'), provider(false)],
  ]),
  ['a body larger than an edge takes', page(413), carry],
  [
    'no room for another request',
    page(429, { 'retry-after': '7' }),
    { fault: 'throttled', retryAfterMs: 7000 },
  ],
  ['an origin that is down', page(502), provider(false)],
  ['maintenance', page(503, { 'retry-after': '120' }), { ...provider(false), retryAfterMs: 120_000 }],
  ['a gateway that gave up waiting', page(504), unknown],
  ...[520, 521, 522, 523, 524].map((status): [string, Answer, object] => [
    `Cloudflare's ${status}`,
    page(status),
    unknown,
  ]),
  ['no TLS to the origin', page(525), provider(false)],
  ['a proxy that wants a sign-in', page(407), provider(true)],
];

export function describeApiAnswers({
  adapter,
  accepted,
  throttled,
  oneBad,
  namesBad,
  serve,
}: ApiAnswers): void {
  const send = async (
    message: OutgoingMessage,
    answer: (to: string[], nth: number) => Answer,
  ): Promise<Sent> => {
    const server = await serve(answer);
    const { outcomes } = await adapter.send(server.config, message, AbortSignal.timeout(15_000));
    return { outcomes, accepted: server.accepted, requests: server.requests() };
  };
  const refusing =
    (...bad: string[]) =>
    (to: string[]) => {
      const index = to.findIndex((address) => bad.includes(address));
      return index === -1 ? accepted : oneBad({ address: to[index]!, index });
    };

  describe(`${adapter.kind}: what is not the API's own answer`, () => {
    it.each(EDGES)('%s', async (_name, answer, expected) => {
      const { outcomes } = await send(makeOutgoing({}), () => answer);
      expect(outcomes).toMatchObject([expected]);
      expect(outcomes[0]!.quota).toBeUndefined();
      expect(outcomes[0]!.reply).not.toMatch(/[<>]/);
    });
  });

  describe(`${adapter.kind}: one bad address`, () => {
    const people = (count: number, bad: number) =>
      Array.from({ length: count }, (_, index) => `${index === bad ? 'malo' : `ana${index}`}@example.com`);

    it.each([
      [2, 0],
      [3, 1],
      [3, 2],
      [13, 7],
      [50, 49],
    ])('of %i bounces alone, and the others get theirs once', async (count, at) => {
      const recipients = people(count, at);
      const sent = await send(makeOutgoing({ recipients }), refusing('malo@example.com'));
      const { outcomes } = sent;
      expect(outcomes.map(({ address }) => address)).toEqual(recipients);
      const refused = outcomes.filter(({ outcome }) => outcome !== 'accepted');
      expect(refused).toMatchObject([
        { address: 'malo@example.com', outcome: 'refused', fault: 'recipient', permanent: true },
      ]);
      expect(sent.accepted.flat().toSorted()).toEqual(
        recipients.filter((address) => address !== 'malo@example.com').toSorted(),
      );
      expect(sent.requests).toBeLessThanOrEqual(namesBad ? 2 : 2 + 2 * Math.ceil(Math.log2(count)));
    });

    it('bounces where it is the only one', async () => {
      const { outcomes } = await send(
        makeOutgoing({ recipients: ['malo@example.com'] }),
        refusing('malo@example.com'),
      );
      expect(outcomes).toMatchObject([{ outcome: 'refused', fault: 'recipient', permanent: true }]);
    });

    it('is not the fault of those whom it was a copy for', async () => {
      const recipients = ['ana@example.com', 'malo@example.com', 'luis@example.com'];
      const [ana, malo, luis] = recipients.map((email) => ({ email }));
      const message = makeOutgoing({ to: [ana!, malo!], cc: [luis!], recipients });
      const { outcomes } = await send(message, refusing('malo@example.com'));
      expect(outcomes.map(({ outcome }) => outcome)).toEqual(['accepted', 'refused', 'accepted']);
    });

    it('is passed over where the provider has had enough: the rest waits for it', async () => {
      const recipients = people(8, 0);
      const { outcomes } = await send(makeOutgoing({ recipients }), (to, nth) =>
        nth === 1 ? refusing('malo@example.com')(to) : throttled,
      );
      const waiting = outcomes.filter(({ fault }) => fault === 'throttled');
      expect(waiting.length).toBeGreaterThanOrEqual(7);
      expect(outcomes.every(({ outcome }) => outcome === 'refused')).toBe(true);
    });

    it('asks no more than forty times, whatever is answered', async () => {
      const recipients = people(50, -1);
      const { outcomes, requests } = await send(makeOutgoing({ recipients }), refusing(...recipients));
      expect(requests).toBeLessThanOrEqual(40);
      expect(outcomes).toHaveLength(50);
      expect(outcomes.every(({ outcome }) => outcome === 'refused')).toBe(true);
    });
  });
}
