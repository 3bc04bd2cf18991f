import { connect as connectSocket, isIP, type LookupFunction, type Socket } from 'node:net';
import { connect as connectTls, type TLSSocket } from 'node:tls';
import type { OutgoingMessage } from '@/lib/channels/email/outgoing-message';
import type { TestResult } from '@/lib/channels/results';
import type { HostAddress } from '@/lib/outbound/look-up-host';
import { resolveMailServer } from '@/lib/outbound/targets';
import type { TestOptions } from '../../adapter';
import { causeOf } from './causes';
import { composeSigned, findSigners } from './compose';
import { connect, createConnection, login, type SmtpConfig, signsIn, tlsOptions } from './connection';
import {
  announcedBy,
  describeGreeting,
  describeTls,
  endOfCertificate,
  signInMethod,
} from './describe-session';
import { limitsOf } from './limits';
import type { MailConnection } from './mail-connection';
import { checkMailPort } from './ports';
import { returnPathOf } from './return-path';
import type { SmtpError } from './smtp-error';
import { askEnvelope } from './test-envelope';
import { TestSteps } from './test-steps';
import { transact } from './transaction';
import { Transcript } from './transcript';

/** What is tested is the server: a key that cannot be opened is told elsewhere. */
const NONE = { ok: true, list: [] } as const;

/** For nodemailer, which keeps its own time; a step ends before. */
const PATIENCE_MS = 30_000;

/**
 * DNS → TCP → TLS → greeting → sign in → the sender's address or a real message, each optional; each step timed; with STARTTLS the greeting comes before TLS.
 * At most 10 s a step, 20 s in all.
 */
export async function testSmtp(config: SmtpConfig, options: TestOptions): Promise<TestResult> {
  const steps = new TestSteps(options.signal);
  const transcript = new Transcript();
  const opened: { close: () => void }[] = [];
  let connection: MailConnection | undefined;
  let seen: { certificateEndsAt?: string } = {};
  const { security } = config.settings;
  try {
    let addresses: HostAddress[] = [];
    await steps.run('dns', async () => {
      addresses = await resolveMailServer(config.settings.host);
      return addresses.map(({ address }) => address).join(', ');
    });
    let socket: Socket | undefined;
    await steps.run('connect', async () => {
      await checkMailPort(config.settings.port, addresses);
      socket = open(config, addresses);
      opened.push({ close: () => socket?.destroy() });
      await connected(socket);
      // Nobody else listens between here and the greeting.
      socket.on('error', (error) => steps.fail(error));
      return `${socket.remoteAddress} ${socket.remotePort}`;
    });
    if (security === 'tls')
      await steps.run('tls', async () => {
        const encrypted = await encrypt(socket!, config);
        socket = encrypted.on('error', (error) => steps.fail(error));
        seen = certificateOf(encrypted);
        return describeTls(encrypted);
      });
    const talk = createConnection(config, PATIENCE_MS, transcript, socket);
    connection = talk;
    opened.push({ close: () => talk.close() });
    await steps.run('greeting', () => greet(talk, transcript, steps));
    if (talk.secure && security !== 'tls') seen = certificateOf(socketOf(talk));
    if (signsIn(config))
      await steps.run('auth', async () => {
        await login(talk, config, (secret) => transcript.hide(secret));
        return signInMethod(transcript, config.settings.username ?? '');
      });
    const { message, sender } = options;
    const { bounceAddress } = config.settings;
    if (sender && !message)
      await steps.run('envelope', () => askEnvelope(talk, sender, announcedBy(talk), bounceAddress));
    if (message) await steps.run('send', () => sendMessage(talk, message, config.settings));
    return { ok: true, steps: steps.list, transcript: transcript.toString(), ...seen };
  } catch (error) {
    const cause = causeOf(error as SmtpError, steps.current, connection && announcedBy(connection));
    return { ok: false, steps: steps.list, cause, transcript: transcript.toString(), ...seen };
  } finally {
    for (const { close } of opened.reverse()) close();
  }
}

/** To the addresses that the first step told, in turn (RFC 8305). */
function open({ settings: { host, port } }: SmtpConfig, addresses: HostAddress[]): Socket {
  const found: LookupFunction = (_host, options, done) =>
    options.all ? done(null, addresses) : done(null, addresses[0]!.address, addresses[0]!.family);
  return connectSocket({ host, port, lookup: found, autoSelectFamily: true });
}

function connected(socket: Socket, event = 'connect'): Promise<void> {
  return new Promise((resolve, reject) => {
    socket.once('error', reject);
    socket.once(event, () => {
      socket.removeListener('error', reject);
      resolve();
    });
  });
}

async function encrypt(socket: Socket, config: SmtpConfig): Promise<TLSSocket> {
  const { host } = config.settings;
  const servername = isIP(host) ? undefined : host;
  const encrypted = connectTls({ socket, host, servername, ...tlsOptions(config) });
  await connected(encrypted, 'secureConnect');
  return encrypted;
}

/** nodemailer greets and upgrades in one go; its command log tells when one ends and the other begins. */
async function greet(connection: MailConnection, transcript: Transcript, steps: TestSteps): Promise<string> {
  transcript.onCommand = (command) => {
    if (command === 'STARTTLS') steps.next('tls', describeGreeting(transcript));
  };
  await connect(connection);
  connection.on('error', (error) => steps.fail(error));
  return steps.current === 'tls' ? describeTls(socketOf(connection)) : describeGreeting(transcript);
}

function certificateOf(socket: TLSSocket): { certificateEndsAt?: string } {
  const certificateEndsAt = endOfCertificate(socket);
  return certificateEndsAt ? { certificateEndsAt } : {};
}

function socketOf(connection: MailConnection): TLSSocket {
  return (connection as unknown as { _socket: TLSSocket })._socket;
}

async function sendMessage(
  connection: MailConnection,
  message: OutgoingMessage,
  settings: SmtpConfig['settings'],
): Promise<string> {
  const { bounceAddress } = settings;
  const signers = await findSigners(settings, message);
  const mime = await composeSigned(message, signers.ok ? signers : NONE);
  const limits = limitsOf({ timeoutMs: PATIENCE_MS });
  const { reply, refusals, failure } = await transact(
    connection,
    { from: returnPathOf(bounceAddress, message), to: message.recipients },
    mime,
    limits,
    null,
  );
  if (reply === undefined) throw failure ?? refusals.get(message.recipients[0]!);
  return reply;
}
