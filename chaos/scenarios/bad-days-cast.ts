import { PacedApi } from '@/lib/testing/paced-api';
import { RateGate } from '@/lib/testing/rate-gate';
import type { Ledger } from '../mail/ledger';
import { MailServer } from '../mail/server';
import type { Manners, Script } from '../mail/session';
import type { Random } from '../random';
import { smtpProvider } from '../setup';

export type Pace = { throttled: number; api: number };

/** A provider of the scenario. */
export type Actor = {
  name: string;
  provider: object;
  /** Where it counts what it was asked and refuses what is too much. */
  gate?: RateGate;
  /** Messages a second that it can take at the very most. */
  perSecond: number;
  stop: () => void;
};

export const GONE = 'gone-';
const TRANSACTION_RECIPIENTS = 3;
export const SIZE_LIMIT = 20_000;
const SLOW = { connections: 4, thinkMs: { least: 200, most: 600 } };
const MOODY = { timeoutMs: 4_000, leaves: 0.05, fallsSilent: 0.01 };

/**
 * "Slow down" in the words of Postfix (anvil(8), smtpd_client_message_rate_limit), Exim (its documentation's ratelimit ACL, which lets one
 * say how long), Amazon SES (docs.aws.amazon.com/ses, "SMTP response codes") and Yahoo (senders.yahooinc.com/smtp-error-codes), where each says so.
 */
const TOO_FAST: Script[] = [
  { mail: '450 4.7.1 Error: too much mail from 127.0.0.1' },
  { rcpt: () => '451 4.7.1 Sender rate exceeded, too many messages per second; try again in 2 seconds' },
  { body: '454 Throttling failure: Maximum sending rate exceeded.' },
  { mail: '421 4.7.0 Too many messages per second, try again in 1 second' },
];

/** Five providers, each on an ordinary bad day of its own. */
export async function castActors(random: Random, ledger: Ledger, pace: Pace): Promise<Actor[]> {
  return [
    await throttled(random, ledger, pace.throttled),
    await slow(random, ledger),
    await moody(random, ledger),
    await partial(ledger),
    await api(ledger, pace.api),
  ];
}

/** Nobody has said how much it takes. */
async function throttled(random: Random, ledger: Ledger, perSecond: number): Promise<Actor> {
  const gate = new RateGate(perSecond);
  const script = () => (gate.ask() > 0 ? random.pick(TOO_FAST) : {});
  return { ...(await smtpActor('throttled', { script }, ledger)), gate, perSecond };
}

async function slow(random: Random, ledger: Ledger): Promise<Actor> {
  const { connections, thinkMs } = SLOW;
  const manners = { thinkMs: () => random.between(thinkMs.least, thinkMs.most) };
  const perSecond = (connections * 1000) / ((thinkMs.least + thinkMs.most) / 2);
  return {
    ...(await smtpActor('slow', manners, ledger, { pool: { maxConnections: connections } })),
    perSecond,
  };
}

/** Ends connections in the middle of a session with 421, or answers no more on one that was used before. */
async function moody(random: Random, ledger: Ledger): Promise<Actor> {
  const script = (mails: number): Script => {
    if (mails === 1) return {};
    if (random.chance(MOODY.fallsSilent)) return { mail: 'hang' };
    if (!random.chance(MOODY.leaves)) return {};
    const leaving = '421 4.3.2 Service not available, closing transmission channel';
    return random.chance(0.5) ? { mail: leaving } : { rcpt: () => leaving };
  };
  const { timeoutMs } = MOODY;
  return {
    ...(await smtpActor('moody', { script, thinkMs: () => 5 }, ledger, { timeoutMs })),
    perSecond: 50,
  };
}

/** Takes three recipients in a transaction and small messages, and does not know some addresses. */
async function partial(ledger: Ledger): Promise<Actor> {
  const rcpt = (address: string, index: number) => {
    if (index >= TRANSACTION_RECIPIENTS) return '452 4.5.3 Too many recipients';
    return address.startsWith(GONE)
      ? '550 5.1.1 The email account that you tried to reach does not exist'
      : undefined;
  };
  const manners = { script: () => ({ rcpt }), sizeLimit: SIZE_LIMIT };
  return { ...(await smtpActor('partial', manners, ledger)), perSecond: 50 };
}

/** Its rate is known, and refused beyond. */
async function api(ledger: Ledger, perSecond: number): Promise<Actor> {
  const name = 'bad-days-api';
  const server = await PacedApi.start({
    perSecond,
    onAccepted: (id, to) => ledger.note(id, { at: Date.now(), to, server: name }),
  });
  const provider = {
    name,
    kind: 'sendgrid',
    fromEmail: 'receipts@example.com',
    settings: { endpoint: server.url },
    secrets: { apiKey: 'SG.chaos_0123456789' },
    limits: { second: perSecond },
  };
  return { name, provider, gate: server.gate, perSecond, stop: () => server.stop() };
}

async function smtpActor(name: string, manners: Manners, ledger: Ledger, settings = {}) {
  const server = await MailServer.start(`bad-days-${name}`, manners, ledger);
  return { name: server.name, provider: smtpProvider(server, settings), stop: () => server.down() };
}
