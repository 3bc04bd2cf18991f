import { createServer } from 'node:http';
import { expect, it, vi } from 'vitest';
import { z } from 'zod';
import { sql } from '@/lib/database/db';
import { deliverMessages } from '@/lib/delivery/deliver';
import { forgetEnv } from '@/lib/env';
import { newId } from '@/lib/ids';
import { acceptMessage } from '@/lib/intake/accept';
import { MessageInput } from '@/lib/messages/schema';
import { listAdapters } from '@/lib/providers/registry';
import { useTestDatabase } from '@/lib/testing/database';
import { makeMessage, makeToken, testContext } from '@/lib/testing/factories';
import { type Call, call, type Handler } from '@/lib/testing/http';
import { dumpDatabase } from '@/lib/testing/master-keys';
import { startScriptedSmtp } from '@/lib/testing/scripted-smtp';
import { listen } from '@/lib/testing/smtp-server';
import { redact } from '@/lib/text/redact';
import { POST as check } from './[id]/health-check/route';
import { POST as activate } from './[id]/keys/[keyId]/activate/route';
import { POST as addKey, GET as listKeys } from './[id]/keys/route';
import { GET as getOne, PATCH } from './[id]/route';
import { POST as test } from './[id]/test/route';
import { GET as listTests } from './[id]/tests/route';
import { POST as create, GET as list } from './route';

useTestDatabase();

const seen: string[] = [];
vi.mock('@/lib/log', () => {
  const note = (message: string, fields?: unknown) =>
    seen.push(`${message} ${JSON.stringify(redact(fields))}`);
  return { log: { debug: note, info: note, warn: note, error: note } };
});

const canaries: string[] = [];
const plant = (name = '') => {
  const random = newId().replaceAll('-', '').toUpperCase().slice(-16);
  const canary = name === 'accessKeyId' ? `AKIA${random}` : `kanarie-${random}`;
  canaries.push(canary);
  return canary;
};

const ADDRESSES: Record<string, string> = {
  email: 'ana@example.com',
  telegram: '123456789',
  slack: 'C024BE91L',
};
const SETTINGS: Record<string, object> = {
  mailgun: { domain: 'mg.example.com', region: 'us' },
  ses: { region: 'eu-west-1' },
  twilio: { accountSid: `AC${'0'.repeat(32)}`, sender: '+15005550006' },
  'twilio-whatsapp': { accountSid: `AC${'0'.repeat(32)}`, sender: '+15005550006' },
  whatsapp: { phoneNumberId: '106540352242922' },
  'slack-webhook': { to: 'C024BE91L' },
  'http-sms': { template: '{"to":"{{to}}","text":"{{text}}"}' },
};

/** The worst of servers: it refuses, and repeats all that it was told. */
async function startParrot(): Promise<string> {
  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk);
    const told = `${request.url} ${JSON.stringify(request.headers)} ${Buffer.concat(chunks)}`;
    response.writeHead(401, { 'content-type': 'application/json' });
    response.end(
      JSON.stringify({ message: told, Message: told, errors: [{ message: told }], ErrorCode: 10 }),
    );
  });
  return `http://127.0.0.1:${await listen(server as never)}`;
}

function repeat(line: string): string {
  const decoded = Buffer.from(line.split(' ').at(-1)!, 'base64').toString().replaceAll('\0', ' ');
  return `535 5.7.8 No: ${line} (${decoded})`;
}

/** Every way in which a secret could be recognised. */
function traces(canary: string): string[] {
  const base64 = [0, 1, 2].map((shift) =>
    Buffer.from('x'.repeat(shift) + canary)
      .toString('base64')
      .slice(4, -4),
  );
  return [canary, canary.slice(-14, -4), ...base64];
}

it('a secret is in no answer, no error, no log and no backup, whatever a provider repeats of it', async () => {
  process.env.RELEVO_PRIVATE_TARGETS = '127.0.0.0/8';
  forgetEnv();
  const token = await makeToken();
  const ask = async (handler: Handler, options: Call) => {
    const answer = await call(handler, { token, ...options });
    seen.push(answer.text);
    return answer;
  };
  const endpoint = await startParrot();
  const kinds = listAdapters().filter(({ keeps }) => !keeps);
  for (let round = 0; canaries.length < 25; round++)
    for (const { kind, channel, secrets: schema } of kinds) {
      const names = Object.keys(z.toJSONSchema(schema, { io: 'input' }).properties ?? {});
      const secrets = () => Object.fromEntries(names.map((name) => [name, plant(name)]));
      const smtp = await startScriptedSmtp({ auth: repeat });
      const name = `${kind} ${round}`;
      const settings =
        kind === 'smtp'
          ? { host: '127.0.0.1', port: smtp.port, security: 'none', username: 'clinic', transcript: true }
          : { endpoint, ...SETTINGS[kind] };
      const isMail = channel === 'email';
      const to = ADDRESSES[channel] ?? '+595981234567';
      const fromEmail = isMail ? 'clinic@example.com' : null;
      const body = { name, kind, settings, fromEmail, secrets: secrets() };
      const made = await ask(create, { body });
      expect(made.status, `${kind}: ${made.text}`).toBe(201);
      const { id } = made.body;
      const at = { params: { id } };
      await ask(create, { body });
      await ask(create, { body: { ...body, name: 'other', secrets: { wrong: plant() } } });
      await ask(create, { body: { ...body, name: 'other', secrets: { [names[0]!]: { deep: plant() } } } });
      await ask(PATCH, { ...at, method: 'PATCH', body: { secrets: { [names[0]!]: plant(names[0]) } } });
      const key = await ask(addKey, { ...at, body: { label: 'second', secrets: secrets() } });
      await ask(addKey, { ...at, body: { label: 'second', secrets: secrets() } });
      await ask(addKey, { ...at, body: { label: 'third', secrets: { wrong: plant() } } });
      for (const use of [false, true]) {
        if (use) await ask(activate, { method: 'POST', params: { id, keyId: key.body.id } });
        expect((await ask(test, { ...at, body: { to } })).body.ok).toBe(false);
        await ask(check, { ...at, method: 'POST' });
        const message = isMail
          ? await makeMessage({ providers: [name] })
          : await acceptMessage(
              testContext,
              MessageInput.parse({ channel, to, text: 'Hi', providers: [name] } as never),
            );
        await deliverMessages(newId(), [message.id]);
      }
      for (const handler of [getOne, listKeys, listTests]) await ask(handler, at);
    }
  await ask(list, {});
  seen.push(await dumpDatabase(sql()));
  expect(canaries.length).toBeGreaterThanOrEqual(25);
  const haystack = seen.join('\n');
  expect(haystack).toContain('••••');
  expect(canaries.flatMap(traces).filter((trace) => haystack.includes(trace))).toEqual([]);
}, 120_000);
