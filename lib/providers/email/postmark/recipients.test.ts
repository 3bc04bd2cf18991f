import { describe, expect, it } from 'vitest';
import type { OutgoingMessage } from '@/lib/channels/email/outgoing-message';
import type { Adapter } from '@/lib/providers/adapter';
import {
  type ApiAnswer,
  type ApiCallSeen,
  allowLoopbackTargets,
  startApiServer,
} from '@/lib/testing/api-server';
import { TOKEN } from '@/lib/testing/apis/postmark';
import { makeOutgoing } from '@/lib/testing/outgoing';
import { postmark } from './postmark';

const error = (ErrorCode: number, Message: string, status = 422) => ({
  status,
  body: { ErrorCode, Message },
});
const accepted = {
  status: 200,
  body: { To: 'x', SubmittedAt: '2026-11-21T09:00:00Z', MessageID: 'pm-1', ErrorCode: 0, Message: 'OK' },
};
const adapter = postmark as unknown as Adapter;
const later = { fault: 'provider', permanent: false } as const;
const recipient = { fault: 'recipient', permanent: true } as const;

allowLoopbackTargets();

type Answer = ApiAnswer | ((call: ApiCallSeen) => ApiAnswer);

async function send(answer: Answer, message: OutgoingMessage, settings = {}) {
  const server = await startApiServer(typeof answer === 'function' ? answer : () => answer);
  const config = {
    id: 'pm',
    name: 'Test',
    version: 1,
    settings: { endpoint: server.url, timeoutMs: 5000, ...settings },
    secrets: { apiKey: TOKEN },
  };
  return { server, config, ...(await adapter.send(config, message, AbortSignal.timeout(5000))) };
}

/** As the API says it: https://pastebin.com/04peBCvB, and https://github.com/fjordllc/bootcamp/issues/9541 with the second word for a sum. */
const inactive = (...addresses: string[]) =>
  error(
    406,
    `You tried to send to recipient(s) that have been marked as inactive. Found inactive addresses: ${addresses.join(', ')}. Inactive recipients are ones that have generated a hard bounce, a spam complaint, or a manual suppression.`,
  );

describe('postmark: several recipients', () => {
  const message = makeOutgoing({ recipients: ['ana@example.com', 'ben@example.com'] });

  it('sends to the others at once, without those who are named', async () => {
    const recipients = [
      'ana@example.com',
      'ben@example.com',
      'eva@xn--andar-nta.example',
      'ines@example.com',
    ];
    const three = makeOutgoing({ to: recipients.map((email) => ({ email })), recipients });
    const sent: string[] = [];
    const { outcomes } = await send(({ body }) => {
      const { To } = JSON.parse(body.toString());
      sent.push(To);
      return To.includes('ben@') ? inactive('Ben@example.com', 'eva@ñandar.example') : accepted;
    }, three);
    expect(outcomes.map(({ address, outcome, fault }) => [address, outcome, fault])).toEqual([
      ['ana@example.com', 'accepted', undefined],
      ['ben@example.com', 'refused', 'recipient'],
      ['eva@xn--andar-nta.example', 'refused', 'recipient'],
      ['ines@example.com', 'accepted', undefined],
    ]);
    expect(sent).toEqual([recipients.join(', '), 'ana@example.com, ines@example.com']);
  });

  it.each([
    ['another address', inactive('zoe@example.com')],
    ['one that ends like it', inactive('ñana@example.com', 'x-ana@example.com')],
  ])('bounces nobody where it names %s', async (_whom, answer) => {
    const one = makeOutgoing({ recipients: ['ana@example.com'] });
    const { outcomes } = await send(answer, one);
    expect(outcomes).toMatchObject([{ outcome: 'refused', ...later, code: '406' }]);
  });

  it('bounces all where all of them are, and nobody is named', async () => {
    const text = 'You tried to send to recipients that have all been marked as inactive.';
    const { outcomes } = await send(error(406, text), makeOutgoing({ recipients: ['ana@example.com'] }));
    expect(outcomes).toMatchObject([{ outcome: 'refused', ...recipient }]);
  });

  it('sends no second copy where the message went to the others under the same number', async () => {
    const Message = 'Message OK, but will not deliver to these inactive addresses: ben@example.com';
    const body = { ...accepted.body, ErrorCode: 406, Message };
    const { outcomes, server } = await send({ ...accepted, body }, message);
    expect(outcomes).toMatchObject([
      { outcome: 'accepted', providerMessageId: 'pm-1' },
      { outcome: 'refused', ...recipient },
    ]);
    expect(server.calls).toHaveLength(1);
  });

  it('knows who was left out of a message that went to the others', async () => {
    const text = 'Message OK, but will not deliver to these inactive addresses: ben@example.com.';
    const { outcomes } = await send({ ...accepted, body: { ...accepted.body, Message: text } }, message);
    expect(outcomes).toMatchObject([
      { address: 'ana@example.com', outcome: 'accepted', providerMessageId: 'pm-1' },
      { address: 'ben@example.com', outcome: 'refused', ...recipient },
    ]);
  });
});
