import { execFileSync } from 'node:child_process';
import { createPrivateKey } from 'node:crypto';
import { chmodSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { buffer } from 'node:stream/consumers';
import { setTimeout as sleep } from 'node:timers/promises';
import { authenticate } from 'mailauth';
import { SMTPServer } from 'smtp-server';
import type { OutgoingMessage } from '@/lib/channels/email/outgoing-message';
import { makePrivateKey, recordOf } from '@/lib/dkim/key-pair';
import { newId } from '@/lib/ids';
import { generateOwnServer } from '@/lib/own-server/generate';
import { OwnServerInput } from '@/lib/own-server/schema';
import { composeSigned } from '@/lib/providers/email/smtp/compose';
import { deliver } from '@/lib/providers/email/smtp/deliver';
import { SmtpPool } from '@/lib/providers/email/smtp/pool';
import { SmtpSettings } from '@/lib/providers/email/smtp/settings';
import { last, startExim, startPostfix, talk, until } from './proof-servers';

/**
 * Proves the generated settings with the real thing: as root, on a Debian or Ubuntu where packages may be installed and no mail server runs.
 * `node --import tsx scripts/prove-own-server.ts postfix` (or `exim`). All of it stays on loopback, below /opt/relevo-proof, and is stopped.
 */
const software = process.argv[2] === 'exim' ? 'exim' : 'postfix';
const base = `/opt/relevo-proof/${software}`;
const PORT = { submission: 2587, sink: 2626, http: 2680 };
const password = 'a-Password-13-$x`"';
const arrived: { mail: Buffer; from: string }[] = [];
const bounces: { authorization: string | undefined; body: string }[] = [];
const records: Record<string, string> = {
  'example.com': 'v=spf1 ip4:127.0.0.1 -all',
  'mail.example.com': 'v=spf1 ip4:127.0.0.1 -all',
  '_dmarc.example.com': 'v=DMARC1; p=reject; adkim=s',
};
let failed = 0;
const say = (ok: boolean, what: string, told = '') => {
  if (!ok) failed++;
  console.log(`${ok ? 'ok  ' : 'FAIL'} ${what}${told && `: ${told}`}`);
};
const sink = new SMTPServer({
  disabledCommands: ['AUTH', 'STARTTLS'],
  onData: (stream, session, done) =>
    void buffer(stream).then((mail) => {
      arrived.push({ mail, from: session.envelope.mailFrom ? session.envelope.mailFrom.address : '' });
      done();
    }, done),
});
const http = createServer(async (request, response) => {
  bounces.push({ authorization: request.headers.authorization, body: (await buffer(request)).toString() });
  response.end('{}');
});

const server = OwnServerInput.parse({
  software,
  hostname: 'mail.example.com',
  ipv4: '127.0.0.1',
  submission: { port: PORT.submission },
  smarthost: { host: '127.0.0.1', port: PORT.sink, security: 'none' },
  dkim: { signer: 'server', domains: ['example.com'], selector: 'server' },
  bounces: { domain: 'b.example.com', url: `http://127.0.0.1:${PORT.http}` },
  pace: { domains: [{ domain: 'slow.example', connections: 1, secondsBetween: 1 }] },
});

rmSync(base, { recursive: true, force: true });
mkdirSync(base, { recursive: true });
for (const folder of ['/opt/relevo-proof', base]) chmodSync(folder, 0o755);
const generated = generateOwnServer(server, { base });
writeFileSync(`${base}/install.sh`, generated.script);
const install = (...options: string[]) =>
  execFileSync('/bin/sh', [`${base}/install.sh`, '--no-services', '--replace', ...options], {
    encoding: 'utf8',
    env: { ...process.env, RELEVO_PASSWORD: password, RELEVO_TOKEN: 'rlv_proof' },
  });
install();
say(true, 'installed by the script, which had its settings checked', generated.software);
say(!/written|install /.test(install()), 'run again, it writes nothing');

const { stop, version } = software === 'postfix' ? await startPostfix(base) : await startExim(base);
say(true, software === 'postfix' ? 'postfix check' : 'exim -bV');
console.log(`     ${version}`);
try {
  await Promise.all([
    new Promise<void>((resolve) => void sink.listen(PORT.sink, '127.0.0.1', resolve)),
    new Promise<void>((resolve) => void http.listen(PORT.http, '127.0.0.1', resolve)),
  ]);
  await prove();
} finally {
  stop();
  sink.close();
  http.close();
}
say(/restore|remove/.test(install('--undo')), 'put back by --undo');
console.log(failed === 0 ? 'All of it holds.' : `${failed} did not hold.`);
process.exit(failed === 0 ? 0 : 1);

async function prove(): Promise<void> {
  const key = createPrivateKey(await makePrivateKey('rsa'));
  const pem = key.export({ type: 'pkcs8', format: 'pem' }).toString();
  records['relevo._domainkey.example.com'] = recordOf(pem);
  records['server._domainkey.example.com'] = recordOf(
    readFileSync(`${base}/etc/relevo-mail/dkim/example.com.key`, 'utf8'),
  );
  const settings = SmtpSettings.parse(generated.provider.settings);
  const pool = new SmtpPool({ id: newId(), version: 1, settings, secrets: { password } } as never);
  const signers = {
    ok: true as const,
    list: [{ domain: 'example.com', selector: 'relevo', algorithm: 'rsa' as const, key }],
  };
  for (let sent = 0; sent < 20; sent++) {
    const message = outgoing(sent);
    const from = `bounces+${message.id}@b.example.com`;
    const { told } = await deliver(
      pool,
      { from, to: message.recipients },
      () => composeSigned(message, signers),
      { signal: AbortSignal.timeout(30_000), onConnected: async () => {} },
    );
    const answer = told.get(message.recipients[0]!)!;
    if ('error' in answer) say(false, 'taken by the server', answer.error.message);
  }
  pool.close();
  say(
    await until(() => arrived.length >= 20),
    'sent by the SMTP adapter, TLS and password, to the sink',
    `${arrived.length} of 20`,
  );
  await judge();
  await refuse();
  await bounce();
}

async function judge(): Promise<void> {
  const resolver = async (name: string, type: string) => {
    if (type === 'TXT' && records[name]) return [[records[name]]];
    throw Object.assign(new Error('nothing there'), { code: 'ENOTFOUND' });
  };
  const verdicts = await Promise.all(
    arrived.map(({ mail }) =>
      authenticate(mail, {
        ip: '127.0.0.1',
        helo: 'mail.example.com',
        sender: 'clinic@example.com',
        resolver,
      } as never),
    ),
  );
  const signatures = (selector: string) =>
    verdicts.filter(({ dkim }) =>
      dkim.results.some((each) => each.selector === selector && each.status.result === 'pass'),
    ).length;
  say(signatures('relevo') === 20, 'mailauth: DKIM of Relevo passes', `${signatures('relevo')} of 20`);
  say(signatures('server') === 20, 'mailauth: DKIM of the server passes', `${signatures('server')} of 20`);
  const spf = verdicts.filter((each) => each.spf && each.spf.status.result === 'pass').length;
  const dmarc = verdicts.filter((each) => each.dmarc && each.dmarc.status.result === 'pass').length;
  say(spf === 20, 'mailauth: SPF passes for the domain', `${spf} of 20`);
  say(dmarc === 20, 'mailauth: DMARC aligned', `${dmarc} of 20`);
  say(
    arrived.every(({ from }) => /^bounces\+[0-9a-f-]{36}@b\.example\.com$/.test(from)),
    'each with its own return path',
  );
}

async function refuse(): Promise<void> {
  const open = await talk(PORT.submission, [
    'EHLO x.example',
    'MAIL FROM:<a@x.example>',
    'RCPT TO:<b@y.example>',
  ]);
  say(
    /^[45]\d\d /m.test(open) && !/AUTH/.test(open),
    'submission: nothing without TLS, no AUTH offered',
    last(open),
  );
  const relay = await talk(25, ['EHLO x.example', 'MAIL FROM:<a@x.example>', 'RCPT TO:<b@y.example>']);
  say(/^5\d\d /.test(last(relay)), 'port 25: no relay for strangers', last(relay));
  const stranger = await talk(25, ['EHLO x.example', 'MAIL FROM:<>', 'RCPT TO:<nobody@b.example.com>']);
  say(/^5\d\d /.test(last(stranger)), 'port 25: nobody else has a mailbox', last(stranger));
}

async function bounce(): Promise<void> {
  const before = arrived.length;
  const mail = [
    'From: <>',
    'Subject: Undelivered',
    '',
    'gone',
    '\n.\nMAIL FROM:<evil@x.example>\nRCPT TO:<bounces@b.example.com>\nDATA\nSubject: smuggled\n',
    '.',
  ];
  const to = `RCPT TO:<bounces+${newId()}@b.example.com>`;
  const said = await talk(25, ['EHLO x.example', 'MAIL FROM:<>', to, 'DATA', mail.join('\r\n')]);
  say(await until(() => bounces.length > 0), 'a bounce is handed to Relevo', last(said));
  say(bounces[0]?.authorization === 'Bearer rlv_proof', 'with the token of its file');
  await sleep(2000);
  say(
    bounces.length === 1 && arrived.length === before,
    'what was smuggled behind a bare line feed is no second mail',
    `${bounces.length}`,
  );
}

function outgoing(number: number): OutgoingMessage {
  const id = newId();
  return {
    id,
    resendCount: 0,
    messageIdHeader: `<${id}@example.com>`,
    from: { email: 'clinic@example.com', name: 'Clínica Ñandú' },
    to: [{ email: 'ana@example.net' }],
    cc: [],
    bcc: [],
    replyTo: [],
    subject: `Recibo nº ${number}`,
    text: `Gracias.\n.\n..\n${'ñ'.repeat(number * 60)}`,
    html: number % 2 ? `<p>${'Gracias. '.repeat(300)}</p>` : undefined,
    headers: {},
    attachments: [],
    tags: [],
    metadata: {},
    recipients: ['ana@example.net'],
  } as OutgoingMessage;
}
