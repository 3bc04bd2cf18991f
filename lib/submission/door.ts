import { isIP } from 'node:net';
import { SMTPServer, type SMTPServerOptions, type SMTPServerSession } from 'smtp-server';
import { MAX_MESSAGE_BYTES } from '@/lib/channels/email/schema';
import { requireRoom } from '@/lib/disk/room';
import { newId } from '@/lib/ids';
import { log } from '@/lib/log';
import { barrierOf, rulesOf } from '@/lib/settings/address-rules';
import { currentSettings } from '@/lib/settings/current';
import { noteRequest } from '@/lib/tokens/usage';
import type { Holder } from '@/lib/tokens/verify';
import { type DeviceNetwork, deviceToken } from './devices';
import { readAddress } from './envelope';
import { answering } from './handler';
import { readStream, Share } from './read-stream';
import { replyTo, SmtpReply } from './reply';
import { contextOf, holderOf, type Submitter, signIn } from './sign-in';
import { submit } from './submit';

/** Base64 with its line ends makes 37 % more. */
const MAX_MAIL_BYTES = Math.ceil(MAX_MESSAGE_BYTES * 1.37) + 64 * 1024;
const MOST_RECIPIENTS = 1000;
const MOST_CONNECTIONS = 500;
const MOST_OF_ONE_ADDRESS = 20;
/** RFC 5321, 4.5.3.2. */
const IDLE_MS = 300_000;
const CLOSE_MS = 15_000;
/** As the page of a token names what it was used for. */
const ROUTE = 'SMTP';
const ASK_MS = 30_000;
const STORE_MS = 60_000;
/** Jokes and tools of the library that nobody needs here, and what would let a client say where it comes from. */
const NEVER = ['WIZ', 'SHELL', 'KILL', 'VRFY', 'HELP', 'XCLIENT', 'XFORWARD'];

export type DoorOptions = {
  name: string;
  /** Without it no TLS is offered. */
  certificate: { key: string; cert: string } | null;
  /** TLS from the first byte (465), not by STARTTLS (587). */
  implicit: boolean;
  /** Whether who comes from this address may sign in without TLS. */
  mayBePlain: (address: string) => boolean;
  /** Networks of devices that cannot sign in. */
  devices?: readonly DeviceNetwork[];
};

/** Whoever it is. */
const ACCEPTING = { actor: { type: 'command', id: null, label: ROUTE } } as const;

type State = SMTPServerSession & {
  user?: Submitter;
  share?: Share;
  disabledCommands?: string[];
  counted?: true;
};

/**
 * The door for programs that speak SMTP (RFC 6409): an API token as the password, everything else as `POST /api/v1/messages`. `250` is said
 * only after the commit, with the id of the message.
 */
export function createDoor(options: DoorOptions): SMTPServer {
  const { name, certificate, implicit } = options;
  const connections = new Map<string, number>();
  const settings: SMTPServerOptions = {
    ...certificate,
    name,
    banner: 'Relevo',
    heloResponse: '%s',
    secure: implicit,
    minVersion: 'TLSv1.2',
    size: MAX_MAIL_BYTES,
    rejectOversized: true,
    maxRecipients: MOST_RECIPIENTS,
    maxClients: MOST_CONNECTIONS,
    socketTimeout: IDLE_MS,
    closeTimeout: CLOSE_MS,
    disableReverseLookup: true,
    hideSMTPUTF8: true,
    authMethods: ['PLAIN', 'LOGIN'],
    allowInsecureAuth: true,
    // Then `onMailFrom` says who has to sign in: the library knows nothing of devices. Without them it counts what strangers say.
    authOptional: (options.devices?.length ?? 0) > 0,
    maxAllowedUnauthenticatedCommands: 10,
    disabledCommands: commandsFor(options, { secure: implicit, remoteAddress: '' }),
    logger: false,
    onConnect: (session, done) =>
      answering(done, { limitMs: ASK_MS, id: session.id }, async () => {
        const address = clientOf(session);
        const count = (connections.get(address) ?? 0) + 1;
        connections.set(address, count);
        (session as State).counted = true;
        if (count > MOST_OF_ONE_ADDRESS && !isThisMachine(address))
          throw new SmtpReply(421, '4.7.0 Too many connections from this address');
        await admit(address);
        (session as State).disabledCommands = commandsFor(options, session);
      }),
    onSecure: (_socket, session, done) =>
      answering(done, { limitMs: ASK_MS, id: session.id }, async () => {
        (session as State).disabledCommands = commandsFor(options, { ...session, secure: true });
      }),
    onAuth: ({ password }, session, done) =>
      answering(
        (error) => (error ? done(error) : done(null, { user: session.user })),
        { limitMs: ASK_MS, id: session.id },
        async () => {
          if (!isAllowed(options, session))
            throw new SmtpReply(538, '5.7.11 Encryption required: STARTTLS first');
          session.user = await signIn(password ?? '', clientOf(session));
        },
      ),
    onMailFrom: ({ address, args }, session, done) =>
      answering(done, { limitMs: ASK_MS, id: session.id }, async () => {
        // With devices, and where AUTH is switched off, the library asks nobody to sign in: without this line the door would be an open relay.
        session.user ??= deviceOf(options, session);
        if (!session.user) throw refuseStranger(options, session);
        await admit(clientOf(session));
        await holderOf(session.user);
        if (address) readAddress(address);
        // Before the whole of a mail has come in for nothing.
        await requireRoom(ACCEPTING);
        release(session);
        const announced = args ? Number(args.SIZE) : Number.NaN;
        (session as State).share = new Share(Number.isFinite(announced) ? announced : 0);
      }),
    onRcptTo: ({ address }, session, done) =>
      answering(done, { limitMs: ASK_MS, id: session.id }, async () => {
        readAddress(address);
      }),
    onData: (stream, session, done) => {
      const id = newId();
      const state: State = session;
      state.share ??= new Share();
      const received = readStream(stream, MAX_MAIL_BYTES, state.share);
      answering(done, { limitMs: 11 * 60_000, id }, async () => {
        try {
          const bytes = await received;
          return await within(STORE_MS, take(session, bytes, id));
        } finally {
          release(session);
        }
      });
    },
    onClose: (session) => {
      release(session);
      // Who left before the greeting has no address any more, and was never counted.
      if (!(session as State).counted) return;
      const address = clientOf(session);
      const left = (connections.get(address) ?? 1) - 1;
      if (left > 0) connections.set(address, left);
      else connections.delete(address);
    },
  };
  const server = new SMTPServer(settings);
  // Port scans and failed handshakes; without a listener each would end the process.
  server.on('error', (error) => log.debug('a connection to the SMTP door failed', { reason: error.message }));
  return server;
}

/** The rules for addresses from which programs may come. @throws SmtpReply 554, for good: another try comes from the same address */
async function admit(address: string): Promise<void> {
  const { security } = await currentSettings().catch(() => {
    throw new SmtpReply(421, '4.3.2 Not ready, try again later');
  });
  if (barrierOf(rulesOf(security, 'api'), address) !== null)
    throw new SmtpReply(554, '5.7.1 Nobody may send from this address');
}

async function take(session: State, bytes: Buffer, id: string): Promise<string> {
  const submitter = session.user!;
  const holder = await holderOf(submitter);
  const note = (code: number) => noteRequest(holder.actor.id, ROUTE, code);
  try {
    const stored = await store(session, holder, bytes, id);
    note(250);
    return `2.0.0 Ok: queued as ${stored}`;
  } catch (error) {
    const reply = replyTo(error, id);
    note(reply.responseCode);
    throw reply;
  }
}

async function store(session: State, holder: Holder, bytes: Buffer, id: string): Promise<string> {
  const { mailFrom, rcptTo } = session.envelope;
  const ctx = await contextOf(holder, session.user!.ip, id);
  const envelope = {
    from: mailFrom ? mailFrom.address : '',
    to: rcptTo.map(({ address }) => readAddress(address)),
  };
  return submit(ctx, envelope, bytes, holder.spend);
}

/** Not known whether it was stored: the client asks again, and the same message is recognised. */
function within<T>(limitMs: number, work: Promise<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    const limit = setTimeout(
      () => reject(new SmtpReply(451, '4.3.0 Not stored in time, try again later')),
      limitMs,
    );
    work.then(resolve, reject).finally(() => clearTimeout(limit));
  });
}

function release(session: State): void {
  session.share?.release();
  session.share = undefined;
}

/** Who may not sign in before TLS is not told that anybody may: clients that obey would send their token in clear (RFC 4954, 4). */
function commandsFor(options: DoorOptions, session: Client): string[] {
  // Programs nearby would try TLS where it is offered, against a certificate that they cannot verify.
  if (isAllowed(options, session)) return [...NEVER, 'STARTTLS'];
  return options.certificate ? [...NEVER, 'AUTH'] : [...NEVER, 'AUTH', 'STARTTLS'];
}

/** A printer that is named by its network needs no password, and TLS of its own time is worth nothing. */
function deviceOf({ devices = [] }: DoorOptions, session: SMTPServerSession): Submitter | undefined {
  const ip = clientOf(session);
  const device = deviceToken(devices, ip);
  return device === null ? undefined : { device, ip };
}

type Client = Pick<SMTPServerSession, 'secure' | 'remoteAddress'>;

function refuseStranger(options: DoorOptions, session: SMTPServerSession): SmtpReply {
  return isAllowed(options, session) || !options.certificate
    ? new SmtpReply(530, '5.7.0 Authentication required')
    : new SmtpReply(530, '5.7.0 Must issue a STARTTLS command first');
}

function isAllowed({ mayBePlain }: DoorOptions, session: Client): boolean {
  return session.secure || mayBePlain(clientOf(session));
}

export function isThisMachine(address: string): boolean {
  return /^127\./.test(address) || address === '::1';
}

/** An IPv4 client of a socket for both is written `::ffff:192.0.2.1`. */
function clientOf({ remoteAddress }: Pick<SMTPServerSession, 'remoteAddress'>): string {
  const bare = (remoteAddress ?? '').replace(/^::ffff:/i, '');
  return isIP(bare) === 4 ? bare : (remoteAddress ?? '');
}
