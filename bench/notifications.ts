import { forgetEnv } from '@/lib/env';
import { signFeedToken } from '@/lib/feed/token';
import { runDueRules } from '@/lib/rules/run-due';
import { ask } from './ask-feed';
import type { Cluster } from './cluster';
import { FEED_ITEMS, FEED_OF, SUBJECTS, writeFeed, writeRule } from './notification-rows';
import type { Options } from './options';
import { atLeast, atMost, percentile, type Report } from './report';
import { System } from './system';

const READS = 1_000;
const EVENTS = 20_000;
const BATCH = 1_000;

/** Events by batch, a daily rule over many subjects, and the feed of one person among many. */
export async function measureNotifications(cluster: Cluster, _options: Options): Promise<Partial<Report>> {
  const system = await System.open(cluster, 'notifications', { sinkPort: 25, connections: 1 });
  forgetEnv();
  try {
    const { url } = await system.startWeb();
    const perSecond = await acceptEvents(url, system.token);
    const { readMs, feedS } = await readFeeds(system, url);
    const decideMs = await decide(system);
    return {
      lines: [
        `${EVENTS} events in batches of ${BATCH}, each a mail: ${Math.round(perSecond)} a second`,
        `a rule over ${SUBJECTS} subjects, half of which match: ${(decideMs / 1000).toFixed(1)} s`,
        `${FEED_ITEMS} entries of ${FEED_ITEMS / FEED_OF} people (written in ${feedS.toFixed(0)} s), ${READS} reads one after another: p50 ${percentile(readMs, 50).toFixed(1)} ms`,
      ],
      figures: [
        atLeast('events a second by batch against 1,000', perSecond / 1_000, 1),
        atMost('deciding a rule over 200,000 subjects', decideMs, 30_000, 'ms'),
        atMost('feed read, p95', percentile(readMs, 95), 20, 'ms'),
      ],
    };
  } finally {
    await system.close();
  }
}

async function acceptEvents(url: string, token: string): Promise<number> {
  const one = (n: number) => ({
    type: 'payment-pending',
    to: { email: `customer${n}@example.net` },
    variables: VARIABLES,
    dedupeKey: `event ${n}`,
  });
  const post = (from: number) => {
    const notifications = Array.from({ length: BATCH }, (_, n) => one(from + n));
    return ask(`${url}/api/v1/notifications/batch`, token, { notifications });
  };
  // The template of its mail is stored and compiled by the first.
  await post(-BATCH);
  const began = performance.now();
  for (let from = 0; from < EVENTS; from += BATCH * 2) await Promise.all([post(from), post(from + BATCH)]);
  return EVENTS / ((performance.now() - began) / 1000);
}

const VARIABLES = {
  amount: 150_000,
  concept: 'Service of December',
  due_on: '2026-12-05',
  reference: 'F-1042',
  pay_url: 'https://garage.example/pay/1042',
};

async function readFeeds(system: System, url: string): Promise<{ readMs: number[]; feedS: number }> {
  const began = performance.now();
  const people = await writeFeed(system.sql);
  const feedS = (performance.now() - began) / 1000;
  const until = new Date(Date.now() + 3_600_000);
  const readMs: number[] = [];
  for (let n = 0; n < READS; n++) {
    const token = await signFeedToken(
      { contactId: people[(n * 7) % people.length]!, companyId: null },
      until,
    );
    const asked = performance.now();
    const { unread } = await ask(`${url}/api/feed`, token);
    if (!unread) throw new Error('A feed with nothing in it.');
    readMs.push(performance.now() - asked);
  }
  return { readMs, feedS };
}

async function decide(system: System): Promise<number> {
  const ruleId = await writeRule(system.sql);
  const began = performance.now();
  // Who is told of it comes after the decision, message by message.
  const run = runDueRules();
  for (;;) {
    const [row] = await system.sql`select fired from rule_runs where rule_id = ${ruleId}`;
    if (row) break;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  const ms = performance.now() - began;
  // Nobody is to be told here: those who wait are taken away.
  await system.sql`delete from rule_firings`;
  await run;
  return ms;
}
