import { expect } from 'vitest';
import type { AlertKind } from '@/lib/alerts/kinds';
import { sql } from '@/lib/database/db';
import { newId } from '@/lib/ids';
import { recordCheck } from '@/lib/providers/health/record-check';
import { updateProvider } from '@/lib/providers/update';
import { createToken } from '@/lib/tokens/create';
import { updateToken } from '@/lib/tokens/update';
import { updateWebhook } from '@/lib/webhooks/change';
import { allowAi, makeAiProvider, noteAiCall } from './ai/make';
import { alertTime, passTime, startWorker } from './alerts';
import { deliverMany } from './deliver';
import { makeDomain } from './domains';
import { closeBreakers, makeInbound, makeMessage, makeProvider, testContext } from './factories';
import { makeKind, makeSource } from './rules';
import { makeWebhook } from './webhooks';

/** What came to rest in this minute, and what is known of it, as the statements that settle write it. */
export async function count(
  counts: { sent?: number; attempts?: number; bounced?: number; complained?: number },
  provider = newId(),
) {
  const { sent = 0, attempts = 0, bounced = 0, complained = 0 } = counts;
  await sql()`
    insert into delivery_minutes (minute, provider_id, category, slot, messages_sent, attempts_sent, last_used_at)
    values (date_trunc('minute', now()), ${provider}, 'transactional', 0, ${sent}, ${attempts}, now())`;
  await sql()`
    insert into response_counts (quarter, provider_id, channel, company_id, type, category, bounced, complained)
    select date_bin('15 minutes', now(), '2000-01-01T00:00:00Z'), provider_id, channel, company_id, type, category, ${bounced}, ${complained}
    from delivery_minutes where provider_id = ${provider}`;
}

type Case = { cause: () => Promise<() => unknown>; title: string; subject?: string };

const later = (minutes: number) => () => passTime(minutes);

/** What makes each of them fire: gives what makes it resolve. */
export const CASES: Record<AlertKind, Case> = {
  failure_rate: {
    title: '20 % of messages fail',
    cause: async () => {
      await makeProvider();
      await deliverMany(20, {});
      await deliverMany(5, { to: 'bounce@sandbox.test' });
      return later(62);
    },
  },
  bounce_rate: {
    title: '5.5 % of messages bounce',
    cause: async () => {
      await count({ sent: 200, bounced: 11 });
      return () => count({ sent: 200 });
    },
  },
  complaint_rate: {
    title: '0.15 % of messages are marked as spam',
    cause: async () => {
      await count({ sent: 2000, complained: 3 });
      return () => count({ sent: 2000 });
    },
  },
  queue_age: {
    title: 'The oldest message has been waiting for 15 minutes',
    cause: async () => {
      await makeProvider();
      const { id } = await makeMessage();
      await sql()`update messages set due_at = now() - interval '15 minutes' where id = ${id}`;
      return () => sql()`update messages set status = 'canceled', due_at = null where id = ${id}`;
    },
  },
  parked: {
    title: '11 messages are parked',
    cause: async () => {
      await makeProvider();
      for (let n = 0; n < 11; n++) await makeMessage();
      await sql()`update messages set status = 'parked', reason = 'all_failed', due_at = null`;
      return () =>
        sql()`update messages set status = 'canceled' where id = (select id from messages limit 1)`;
    },
  },
  provider_down: {
    title: 'Office does not work',
    cause: async () => {
      await makeProvider({ name: 'Office' });
      await deliverMany(5, { to: 'down@sandbox.test' });
      return closeBreakers;
    },
  },
  provider_flapping: {
    title: 'Office stopped 3 times in 60 minutes',
    cause: async () => {
      const { id } = await makeProvider({ name: 'Office' });
      for (const minutes of [1, 5, 30])
        await sql()`
          insert into provider_changes (id, provider_id, at, type, actor)
          values (${newId()}, ${id}, now() - make_interval(mins => ${minutes}), 'breaker_opened', 'delivery')`;
      return later(45);
    },
  },
  limit_forecast: {
    title: 'Office uses up its limit: 9 of 10',
    cause: async () => {
      const { id } = await makeProvider({ name: 'Office', limits: { day: 10 } });
      await deliverMany(9, {});
      return () => updateProvider(testContext, { id, limits: { day: 1000 } });
    },
  },
  budget_forecast: {
    title: 'Office uses up its budget: 9 USD of 9 USD',
    cause: async () => {
      const { id } = await makeProvider({
        name: 'Office',
        costPerMessage: '1',
        budget: { monthly: '9', hard: false },
      });
      await deliverMany(9, {});
      return () => updateProvider(testContext, { id, budget: { monthly: '900', hard: false } });
    },
  },
  events_silent: {
    title: 'Office has told nothing of its messages for 24 hours',
    cause: async () => {
      const { id } = await makeProvider({ name: 'Office' });
      await makeInbound(id, '{}');
      await sql()`update inbound_events set received_at = now() - interval '2 days'`;
      await count({ attempts: 60 }, id);
      return () => makeInbound(id, '{}');
    },
  },
  webhook_stopped: {
    title: 'The webhook Shop was switched off',
    cause: async () => {
      const { id } = await makeWebhook({ name: 'Shop', url: 'https://192.0.3.9/hook' });
      await sql()`update webhooks set active = false, stopped_because = 'failing', stopped_at = now()`;
      return () => updateWebhook(testContext, { id, active: true });
    },
  },
  source_failing: {
    title: 'Nothing was read from Loans: 2 tries in a row failed',
    cause: async () => {
      const { id } = await makeSource((await makeKind()).key, { title: 'Loans' });
      await sql()`update subject_sources set failures = 2 where id = ${id}`;
      return () => sql()`update subject_sources set failures = 0 where id = ${id}`;
    },
  },
  token_ending: {
    title: 'The token Billing expires in 3 days',
    cause: async () => {
      const ends = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString();
      const { id } = await createToken(testContext, {
        name: 'Billing',
        scopes: ['messages:send'],
        expiresAt: ends(3),
      });
      return () => updateToken(testContext, { id, expiresAt: ends(90) });
    },
  },
  no_worker: {
    title: 'No worker is running',
    cause: async () => {
      await sql()`delete from workers`;
      return startWorker;
    },
  },
  domain_broken: {
    title: 'The domain clinic.example is not right any more',
    cause: async () => {
      const { id } = await makeDomain({ name: 'clinic.example' });
      await sql()`update domains set state = 'broken', verified_at = now(), broken_at = now() where id = ${id}`;
      return () => sql()`update domains set state = 'verified', broken_at = null where id = ${id}`;
    },
  },
  disk_low: {
    title: expect.stringMatching(/^Only [\d,.]+ GB of the disk are free \([\d.]+ %\)$/),
    cause: async () => {
      const wanted = (percent: number) =>
        sql()`update alert_rules set threshold = ${percent} where kind = 'disk_low'`;
      // More than there is.
      await wanted(101);
      return () => wanted(0);
    },
  },
  certificate_ending: {
    title: 'The certificate of Own server expires in 9 days',
    cause: async () => {
      const { id } = await makeProvider({
        name: 'Own server',
        kind: 'smtp',
        settings: { host: 'mail.example' },
      });
      const seen = (days: number) =>
        recordCheck(id, {
          ok: true,
          steps: [],
          certificateEndsAt: new Date(Date.parse(alertTime()) + days * 86_400_000).toISOString(),
        });
      await seen(9);
      return () => seen(90);
    },
  },
  ai_budget: {
    title: 'Mistral has used 4 USD of its budget of 5 USD',
    cause: async () => {
      const { id } = await makeAiProvider({ name: 'Mistral', budget: { monthly: '5', hard: false } });
      await noteAiCall('Mistral', null);
      await sql()`update ai_calls set provider_id = ${id}, cost_micros = 4000000, started_at = now()`;
      await allowAi({ monthlyBudget: 100 });
      return () => sql()`update ai_calls set cost_micros = 1000`;
    },
  },
};
