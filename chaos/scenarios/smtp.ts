import { checkConsistency, waitForRest } from '../books';
import { Checks } from '../checks';
import { MailServer } from '../mail/server';
import { FAULTS, type Fault } from '../mail/session';
import type { Report, Run, Scenario } from '../scenario';
import { addProvider, changeDelivery } from '../setup';
import { sleep } from '../waiting';
import { checkRecipients, makeMessages, Witness } from './smtp-witness';

const SIZES = {
  full: { messages: 1_500, connections: 40, timeoutMs: 30_000, lateMs: 25_000, restMs: 600_000 },
  short: { messages: 150, connections: 20, timeoutMs: 4_000, lateMs: 2_000, restMs: 60_000 },
};
const FAILING = 0.3;
type Way = Fault | 'refused';
const WAYS: Way[] = [...FAULTS, 'refused'];
/** Nobody listens for so long, each time "refused" is drawn. */
const REFUSED_MS = 3;
/** The schedule of hours in seconds; what is tested is what comes of it, not the waiting. The breaker stays out of it: `outage` is about that. */
const SETTINGS = {
  retries: { faultMinutes: Array(6).fill(0.04), deferralMinutes: [0.04, 0.04] },
  breaker: { failures: 1_000 },
  healing: { enabled: false },
};

/** A mail server that fails three times in ten, in nine ways. */
export const smtp: Scenario = { name: 'smtp', timeLimitSeconds: { full: 900, short: 100 }, run };

async function run(run: Run): Promise<Report> {
  const { client, short, signal, progress } = run;
  const size = SIZES[short ? 'short' : 'full'];
  const witness = new Witness();
  const faults = new Faults(run);
  const server = await MailServer.start('smtp', {
    fault: () => faults.draw(server),
    lateMs: size.lateMs,
    onFault: (fault, to) => witness.noteFault(fault, to),
    onUnheard: (to) => witness.noteUnheard(to),
    onRecipient: (address) => witness.noteRecipient(address),
  });
  // One message for each connection, so that each way strikes as often as another.
  const pool = { maxConnections: size.connections, maxMessages: 1 };
  await changeDelivery(client, SETTINGS);
  await addProvider(client, server, { timeoutMs: size.timeoutMs, pool });

  const ids = await client.postBatches(makeMessages(run, size.messages), 'smtp', signal);
  progress(`${ids.length} messages accepted, to be sent over ${size.connections} connections`);
  const restMs = await waitForRest(run, ids, size.restMs);
  signal.throwIfAborted();
  progress(`at rest after ${restMs} ms, ${server.ledger.size} of ${ids.length} messages at the server`);
  faults.stop();
  witness.stop();
  const { resent } = await client.expect<{ resent: number }>('POST', '/api/v1/messages/resend', {
    filter: { status: ['parked'] },
  });
  const againMs = await waitForRest(run, ids, 30_000);

  const checks = new Checks();
  checks.that('everything at rest by itself', restMs !== null, restMs && restMs / 1000);
  checks.that('all that was parked at rest after it was sent again', againMs !== null, resent);
  checks.none(
    'ways of failing that never happened',
    WAYS.filter((way) => !faults.counts.get(way)),
  );
  await checkRecipients(run, checks, ids, server.ledger, witness);
  await checkConsistency(run, checks);
  server.down();
  const copiesRepeated = server.ledger.total - server.ledger.size;
  const drawn = Object.fromEntries(faults.counts);
  return {
    done: `${size.messages} messages to a server failing ${FAILING * 100} % of connections in nine ways`,
    figures: {
      messages: size.messages,
      connections: faults.asked,
      faults: drawn,
      restMs,
      resent,
      copiesRepeated,
    },
    checks: checks.list,
  };
}

/** Draws what becomes of each connection. */
class Faults {
  readonly counts = new Map<Way, number>();
  asked = 0;
  private readonly random;
  private active = true;
  private listening = true;

  constructor(run: Run) {
    this.random = run.random('faults');
  }

  stop(): void {
    this.active = false;
  }

  draw(server: MailServer): Fault | null {
    this.asked++;
    if (!this.active || !this.random.chance(FAILING)) return null;
    const way = this.random.pick(WAYS);
    this.counts.set(way, (this.counts.get(way) ?? 0) + 1);
    if (way !== 'refused') return way;
    // This connection is there already; those that come next find nobody listening.
    void this.refuse(server);
    return null;
  }

  private async refuse(server: MailServer): Promise<void> {
    if (!this.listening) return;
    this.listening = false;
    server.refuse();
    await sleep(REFUSED_MS);
    await server.up();
    this.listening = true;
  }
}
