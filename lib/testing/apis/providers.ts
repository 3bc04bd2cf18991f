import { createServer } from 'node:net';
import { type ApiAnswer, startApiServer } from '../api-server';
import { makeProvider } from '../factories';
import { listen, startMailServer } from '../smtp-server';
import * as brevo from './brevo';
import * as mailgun from './mailgun';
import * as postmark from './postmark';
import * as resend from './resend';
import * as sendgrid from './sendgrid';
import * as ses from './ses';
import { readMime, WHOLE, type Whole } from './whole';

type Api = {
  settings?: Record<string, unknown>;
  secrets: Record<string, string>;
  accepted: { status: number; body?: unknown; headers?: Record<string, string> };
};
export const APIS: Record<string, Api> = {
  sendgrid: {
    secrets: { apiKey: sendgrid.KEY },
    accepted: { status: 202, headers: { 'x-message-id': '1' } },
  },
  mailgun: {
    settings: { domain: mailgun.DOMAIN },
    secrets: { apiKey: mailgun.KEY },
    accepted: { status: 200, body: { id: '<1@mg.example.com>', message: 'Queued. Thank you.' } },
  },
  ses: {
    settings: { region: ses.REGION },
    secrets: ses.KEYS,
    accepted: { status: 200, body: { MessageId: '1' } },
  },
  brevo: { secrets: { apiKey: brevo.KEY }, accepted: { status: 201, body: { messageId: '<1@mailin.fr>' } } },
  postmark: {
    secrets: { apiKey: postmark.TOKEN },
    accepted: { status: 200, body: { MessageID: '1', ErrorCode: 0, Message: 'OK' } },
  },
  resend: {
    secrets: { apiKey: resend.KEY },
    accepted: { status: 200, body: { id: '49a3999c-0ce1-4ea6-ab68-afcd6dc2e794' } },
  },
};
export const KINDS = ['smtp', 'sandbox', ...Object.keys(APIS)];

/** What arrived, by its subject; undefined from a sandbox, which keeps it elsewhere. */
export type Up = { name: string; arrived: (subject: string) => Promise<Whole | undefined>; wholes: Whole[] };

/** `refuse`s nothing, unless told to. */
export async function makeUp(
  kind: string,
  refuse: (whole: Whole) => ApiAnswer | undefined = () => undefined,
): Promise<Up> {
  const wholes: Whole[] = [];
  if (kind === 'sandbox')
    return { name: (await makeProvider()).name, arrived: async () => undefined, wholes };
  if (kind === 'smtp') {
    const { port, mails } = await startMailServer();
    const settings = { host: '127.0.0.1', port, security: 'none' };
    const find = async (subject: string) =>
      (await Promise.all(mails.map(({ raw, to: envelope }) => readMime(raw, envelope)))).find(
        (whole) => whole.subject === subject,
      );
    return { name: (await makeProvider({ kind: 'smtp', settings })).name, arrived: find, wholes };
  }
  const { settings, secrets, accepted } = APIS[kind]!;
  const server = await startApiServer(async (call) => {
    const whole = await WHOLE[kind]!(call);
    const refusal = refuse(whole);
    if (!refusal) wholes.push(whole);
    return refusal ?? accepted;
  });
  const made = await makeProvider({
    kind: kind as 'sendgrid',
    settings: { ...settings, endpoint: server.url },
    secrets,
    // As shipped, Resend takes two a second: nothing here is about the pace.
    limits: { second: 100 },
  });
  return {
    name: made.name,
    arrived: async (subject) => wholes.find((whole) => whole.subject === subject),
    wholes,
  };
}

/** One that cannot be reached, however often it is tried. */
export async function makeDown(kind: string): Promise<string> {
  const server = createServer();
  const port = await listen(server);
  await new Promise((resolve) => server.close(resolve));
  const { settings, secrets } = APIS[kind] ?? {};
  const made = await makeProvider({
    kind: kind as 'smtp',
    settings:
      kind === 'sandbox'
        ? { behaviour: 'down' }
        : kind === 'smtp'
          ? { host: '127.0.0.1', port, security: 'none' }
          : { ...settings, endpoint: `http://127.0.0.1:${port}` },
    secrets,
    overrides: { breaker: { failures: 1000 } },
  });
  return made.name;
}
