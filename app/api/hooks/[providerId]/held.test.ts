import { generateKeyPairSync } from 'node:crypto';
import { beforeAll, expect, it } from 'vitest';
import { getAdapter, listAdapters } from '@/lib/providers/registry';
import { useTestDatabase } from '@/lib/testing/database';
import { makeProvider } from '@/lib/testing/factories';
import { MORE } from '@/lib/testing/hostile/least-settings';
import { TOLD } from '@/lib/testing/hostile/told';
import { inPieces } from '@/lib/testing/http';
import { longestHoldMs } from '@/lib/testing/longest-hold';
import { POST } from './route';

useTestDatabase();

const BYTES = 1024 * 1024 - 1;
const many = (count: number, item: (n: number) => string) => Array.from({ length: count }, (_, n) => item(n));
/** As many as fit. */
const filled = (open: string, item: (n: number) => string, between: string, close: string) => {
  const size = item(99_999).length + between.length;
  return open + many(Math.floor((BYTES - 2) / size), item).join(between) + close;
};

const JSON_BODIES: Record<string, string> = {
  'names of one object': filled('{', (n) => `"k${n}":1`, ',', '}'),
  'small objects': filled('[', (n) => `{"k${n}":1}`, ',', ']'),
  'empty lists': filled('[', () => '[]', ',', ']'),
  'lists in lists': '['.repeat(BYTES / 2) + ']'.repeat(BYTES / 2),
};
const FORMS: Record<string, string> = {
  'parts of other names': filled('', (n) => `k${n}=1`, '&', ''),
  'parts of one name': filled('', (n) => `a=${n}`, '&', ''),
  'parts without a name': '&'.repeat(BYTES),
};
/** What is taken, as far as its shape goes. */
const SHAPED: Record<string, string> = {
  'a form of 1,000 parts': many(1_000, (n) => `k${n}=${'%C3%B1'.repeat(160)}`).join('&'),
  'JSON of 10,000 objects': `[${many(10_000, (n) => `{"event":"click","email":"a${n}@b.co","X-Mailin-custom":"x"}`).join(',')}]`,
};

const PROOFS: Record<string, { settings?: object; secrets?: object }> = {
  sendgrid: { settings: { webhookPublicKey: publicKey() } },
  ses: { settings: { snsTopicArn: 'arn:aws:sns:eu-west-1:123456789012:relevo' } },
  mailgun: { secrets: { webhookSigningKey: 'key-3ax6xnjp29jd6fds4gc373sgvjxteol0' } },
  whatsapp: { secrets: { webhookAppSecret: '0123456789abcdef0123456789abcdef' } },
  'http-sms': { settings: { endpoint: 'https://192.0.3.9/send' } },
};
/** Of what nobody of the service signed: it has to be read to be turned away. */
const UNSIGNED = {
  authorization: 'Bearer none',
  'x-twilio-signature': 'AAAA',
  'x-hub-signature-256': 'sha256=00',
  'x-twilio-email-event-webhook-signature': 'AAAA',
  'x-twilio-email-event-webhook-timestamp': '1',
};

const kinds = listAdapters().flatMap(({ kind, events }) => (events ? [kind] : []));
const ids = new Map<string, string>();
beforeAll(async () => {
  for (const kind of kinds) {
    const { channel, events } = getAdapter(kind);
    const { settings, secrets = { apiKey: 'key-0123456789abcdef' } } = MORE[kind] ?? {};
    const proof = PROOFS[kind] ?? { secrets: { [events!.proof]: 'a-webhook-token-of-ours' } };
    const { id } = await makeProvider({
      kind: kind as 'mailgun',
      settings: { ...settings, ...TOLD[kind]!.settings, ...proof.settings },
      secrets: { ...secrets, ...proof.secrets },
      ...(channel !== 'email' && { fromEmail: null }),
      active: false,
    });
    ids.set(kind, id);
  }
});

function publicKey(): string {
  const { publicKey: key } = generateKeyPairSync('ec', { namedCurve: 'prime256v1' });
  return key.export({ type: 'spki', format: 'der' }).toString('base64');
}

async function post(kind: string, text: string, contentType: string): Promise<number> {
  const providerId = ids.get(kind)!;
  const request = new Request(`http://relevo.test/api/hooks/${providerId}`, {
    method: 'POST',
    headers: { ...UNSIGNED, 'content-type': contentType },
    body: inPieces(Buffer.from(text)),
    duplex: 'half',
  } as RequestInit);
  return (await POST(request, { params: Promise.resolve({ providerId }) })).status;
}

// A form of 100,000 parts held everybody up for 44 s before the signature of Twilio could be judged, by whoever knew the address.
it.each(kinds)(
  'nobody who posts to %s without a signature holds anybody up',
  async (kind) => {
    const posts = [
      ...Object.entries(JSON_BODIES).map(([what, text]) => [what, text, 'application/json', 413] as const),
      ...Object.entries(FORMS).map(
        ([what, text]) => [what, text, 'application/x-www-form-urlencoded', 413] as const,
      ),
      // Nobody need say what it is.
      ...Object.entries(FORMS).map(([what, text]) => [what, text, 'text/plain', 413] as const),
      ...Object.entries(SHAPED).map(([what, text]) => {
        const type = what.startsWith('a form') ? 'application/x-www-form-urlencoded' : 'application/json';
        return [what, text, type, 401] as const;
      }),
    ];
    for (const [what, text, type, status] of posts) {
      // What is compiled once in the life of a process is not what is measured.
      await post(kind, text, type);
      let answered = 0;
      const held = await longestHoldMs(async () => {
        answered = await post(kind, text, type);
      });
      expect([what, type, answered]).toEqual([what, type, status]);
      expect(held).toBeLessThan(50);
    }
  },
  60_000,
);
