import { createTransport, type Transporter } from 'nodemailer';
import { checkConsistency, checkNothingLost, waitForRest } from '../books';
import { Checks } from '../checks';
import { MailServer } from '../mail/server';
import { signalProcess, waitForSuccessor } from '../processes';
import type { Report, Run, Scenario } from '../scenario';
import { addProvider, doorPortOf } from '../setup';
import { sleep, until } from '../waiting';

const SIZES = { full: { messages: 3_000, kills: 30 }, short: { messages: 120, kills: 2 } };
const SENDERS = 20;
/** So that a kill meets some of them in the middle of their data. */
const BODY = 'Thank you for your visit.\r\n'.repeat(4_000);

/** `kill -9` of the SMTP door while programs hand in; they repeat what was not answered, byte for byte, as mail programs do. */
export const doorKills: Scenario = { name: 'door-kills', timeLimitSeconds: { full: 900, short: 120 }, run };

async function run(run: Run): Promise<Report> {
  const { client, short, signal, system } = run;
  const { messages, kills } = SIZES[short ? 'short' : 'full'];
  const server = await MailServer.start('door-kills', {});
  await addProvider(client, server, { pool: { maxConnections: 10 } });
  const token = await system.relevo('token', 'create', '--name', 'door', '--scopes', 'messages:send');
  const transport = createTransport({
    host: '127.0.0.1',
    port: doorPortOf(system),
    auth: { user: 'chaos', pass: token.trim() },
    pool: true,
    maxConnections: SENDERS,
    maxMessages: Number.POSITIVE_INFINITY,
  });

  const answered = new Map<number, string>();
  const tries = { again: 0 };
  const [killed] = await Promise.all([
    killRepeatedly(run, answered, messages, kills),
    handIn(run, transport, answered, messages, tries),
  ]);
  transport.close();
  const ids = [...answered.values()];
  // A program's mail goes on with the Message-ID that it has: by that the mail server knows it.
  const known = new Map([...answered].map(([number, id]) => [id, messageIdOf(number)]));
  const ledger = { of: (id: string) => server.ledger.of(known.get(id)!) };
  const restMs = await waitForRest(run, ids, 60_000);
  signal.throwIfAborted();

  const checks = new Checks();
  const [row] = await run.sql()<{ stored: number }[]>`
    select count(*)::int as stored from messages where subject like 'door-kills %'`;
  checks.equal('messages in the database', row?.stored ?? 0, messages);
  checks.equal('different ids answered', new Set(ids).size, messages);
  checks.equal('kills while messages were handed in', killed, kills);
  checks.that('all delivered within 60 s of the last answer', restMs !== null, restMs && restMs / 1000);
  await checkNothingLost(run, checks, ids, ledger);
  checks.none('messages sent twice', server.ledger.repeated());
  await checkConsistency(run, checks);
  server.down();
  return {
    done: `${kills} × kill -9 of the SMTP door while ${messages} messages came over ${SENDERS} connections`,
    figures: { messages, kills, handedInAgain: tries.again },
    checks: checks.list,
  };
}

const messageIdOf = (number: number) => `00000000-0000-4000-8000-${`${number}`.padStart(12, '0')}`;

async function handIn(
  { signal }: Run,
  transport: Transporter,
  answered: Map<number, string>,
  messages: number,
  tries: { again: number },
): Promise<void> {
  let next = 0;
  async function some(): Promise<void> {
    for (let number = next++; number < messages; number = next++)
      answered.set(number, await untilAnswered(transport, number, signal, tries));
  }
  await Promise.all(Array.from({ length: SENDERS }, some));
}

/** The same bytes again and again, until there is an answer. @returns the id that it names */
async function untilAnswered(
  transport: Transporter,
  number: number,
  signal: AbortSignal,
  tries: { again: number },
): Promise<string> {
  const raw = [
    'From: clinic@example.com',
    'To: ana@example.com',
    `Subject: door-kills ${number}`,
    `Message-ID: <${messageIdOf(number)}@door-kills.example.com>`,
    '',
    BODY,
  ].join('\r\n');
  const message = { envelope: { from: 'clinic@example.com', to: 'ana@example.com' }, raw };
  for (;;) {
    signal.throwIfAborted();
    try {
      const { response } = (await transport.sendMail(message)) as { response: string };
      return /queued as (\S+)/.exec(response)![1]!;
    } catch (error) {
      const { responseCode } = error as { responseCode?: number };
      // A final no would be one too many: nothing is wrong with any of them.
      if (responseCode && responseCode >= 500) throw error;
      tries.again++;
      await sleep(100);
    }
  }
}

/** @returns how many kills hit while messages were still to be answered */
async function killRepeatedly(
  run: Run,
  answered: ReadonlyMap<number, string>,
  messages: number,
  kills: number,
): Promise<number> {
  const { system, signal, progress } = run;
  const random = run.random('points');
  const points = Array.from({ length: kills }, () => random.between(1, Math.floor(messages * 0.9)));
  let hits = 0;
  for (const [index, point] of points.sort((a, b) => a - b).entries()) {
    const wanted = Math.max(point, answered.size + 1);
    await until(() => answered.size >= wanted, { limitMs: 120_000, everyMs: 1, signal });
    const pid = signalProcess(system, 'smtp', 'SIGKILL');
    if (answered.size < messages) hits++;
    progress(`kill ${index + 1} of ${kills} after ${answered.size} answers`);
    await waitForSuccessor(system, 'smtp', pid);
  }
  return hits;
}
