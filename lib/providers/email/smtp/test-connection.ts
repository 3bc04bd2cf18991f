import { lookup } from 'node:dns/promises';
import { isIP } from 'node:net';
import type { TLSSocket } from 'node:tls';
import type SMTPConnection from 'nodemailer/lib/smtp-connection';
import { raceAbort } from '@/lib/abort';
import { errorMessage } from '@/lib/errors';
import { newId } from '@/lib/ids';
import type { Cause, TestOptions, TestResult, TestStep } from '../../adapter';
import { composeMime } from '../mime';
import { causeOf } from './causes';
import { connect, createConnection, login, type SmtpConfig, type SmtpError } from './connection';
import { Transcript } from './transcript';

const LIMIT_MS = 10_000;

/** DNS → connect (TCP, TLS, greeting) → sign in → optional real message; 10 s for all of it, each step timed. */
export async function testSmtp(config: SmtpConfig, options: TestOptions): Promise<TestResult> {
  const steps: TestStep[] = [];
  const transcript = new Transcript();
  const connection = createConnection(config, LIMIT_MS, transcript);
  const signal = AbortSignal.any([options.signal, AbortSignal.timeout(LIMIT_MS)]);
  const step = async (name: TestStep['name'], work: () => Promise<string>) => {
    const started = performance.now();
    const entry: TestStep = { name, ok: false, ms: 0, detail: '' };
    steps.push(entry);
    try {
      entry.detail = await raceAbort(work(), signal, noAnswer);
      entry.ok = true;
    } catch (error) {
      entry.detail = errorMessage(error).slice(0, 500);
      throw error;
    } finally {
      entry.ms = Math.round(performance.now() - started);
    }
  };
  try {
    await step('dns', () => resolve(config.settings.host));
    await step('connect', async () => {
      await connect(connection);
      connection.on('error', () => undefined);
      return describeConnection(connection);
    });
    if (config.settings.username)
      await step('auth', async () => {
        await login(connection, config);
        return config.settings.username ?? '';
      });
    const { message } = options;
    if (message) await step('send', () => sendTestMessage(connection, message));
    return { ok: true, steps, transcript: transcript.toString() };
  } catch (error) {
    const cause: Cause = causeOf(error as SmtpError, config.settings.security);
    return { ok: false, steps, cause, transcript: transcript.toString() };
  } finally {
    connection.close();
  }
}

function noAnswer(): Error {
  return Object.assign(new Error('No answer within 10 seconds'), { code: 'ETIMEDOUT' });
}

async function resolve(host: string): Promise<string> {
  if (isIP(host)) return host;
  const found = await lookup(host, { all: true });
  return found.map((entry) => entry.address).join(', ');
}

function describeConnection(connection: SMTPConnection): string {
  const socket = (connection as unknown as { _socket?: TLSSocket })._socket;
  if (!socket?.encrypted) return 'connected, not encrypted';
  const certificate = socket.getPeerCertificate();
  const daysLeft = Math.floor((Date.parse(certificate.valid_to) - Date.now()) / 86_400_000);
  const name = certificate.subject?.CN ?? '';
  return `${socket.getProtocol()}, ${socket.getCipher().name}, ${name}, ${daysLeft} d`;
}

async function sendTestMessage(
  connection: SMTPConnection,
  message: NonNullable<TestOptions['message']>,
): Promise<string> {
  const id = newId();
  const mime = await composeMime({
    id,
    messageIdHeader: `<${id}@${message.from.email.split('@')[1]}>`,
    from: message.from,
    to: [{ email: message.to }],
    cc: [],
    bcc: [],
    replyTo: [],
    subject: 'Relevo: connection test',
    text: 'This message was sent by the connection test of Relevo. It arrived: all is well.',
    headers: {},
    attachments: [],
    recipients: [message.to],
  });
  return new Promise((resolveReply, reject) => {
    connection.send({ from: message.from.email, to: [message.to], size: mime.length }, mime, (error, info) =>
      error || !info ? reject(error) : resolveReply(info.response),
    );
  });
}
