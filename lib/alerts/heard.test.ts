import { beforeEach, describe, expect, it } from 'vitest';
import { sql } from '@/lib/database/db';
import { newId } from '@/lib/ids';
import {
  alertTime,
  look,
  mails,
  makePerson,
  onlyRule,
  openAlerts,
  passTime,
  ruleOf,
  startWorker,
  useAlerts,
} from '@/lib/testing/alerts';
import { useDatabaseForEachTest } from '@/lib/testing/database';
import { deliverMany } from '@/lib/testing/deliver';
import { makeCompany, makeProvider, testContext } from '@/lib/testing/factories';
import { makeWebhook } from '@/lib/testing/webhooks';
import { listAlerts } from './list';
import { createAlertRule, testAlertRule } from './rules';

useDatabaseForEachTest();
useAlerts('2099-11-28T15:00:00Z');

// Nobody works: the critical one of the rules that finds something in an empty system.
beforeEach(async () => {
  await onlyRule('no_worker');
  await makePerson('ana@example.com', 'administrator', 'es');
  await makeProvider({ name: 'Office' });
});

describe('by webhook', () => {
  const told = () =>
    sql()<{ type: string; payload: string }[]>`select type, payload from webhook_deliveries order by id`;

  it('that it fired and that it is over, each once, to those that want it', async () => {
    await makeWebhook({ name: 'All', url: 'https://192.0.3.9/all' });
    await makeWebhook({ name: 'Mail', url: 'https://192.0.3.9/mail', events: ['message.sent'] });
    const own = await makeCompany();
    await makeWebhook({ name: 'Own', url: 'https://192.0.3.9/own', company: own.id });
    await sql()`update alert_rules set by_mail = false`;
    await look();
    await look();
    await startWorker();
    await look();
    await look();
    const rows = await told();
    expect(rows.map(({ type }) => type)).toEqual(['alert.fired', 'alert.resolved']);
    expect(JSON.parse(rows[0]!.payload)).toEqual({
      type: 'alert.fired',
      timestamp: '2099-11-28T15:01:00.000Z',
      data: {
        alertId: expect.any(String),
        kind: 'no_worker',
        severity: 'critical',
        firedAt: '2099-11-28T15:01:00.000Z',
        resolvedAt: null,
        title: 'No worker is running',
        values: { count: 0, threshold: 1 },
        url: expect.stringMatching(/\/workers$/),
      },
    });
    expect(JSON.parse(rows[1]!.payload).data.resolvedAt).toBe(alertTime());
  });
});

describe('a test', () => {
  it('reaches all who would hear of it, says that it is one, and is one when pressed twice', async () => {
    await makeWebhook({ name: 'All', url: 'https://192.0.3.9/all', events: ['alert.fired'] });
    const id = await ruleOf('parked');
    const both = await Promise.all([testAlertRule(testContext, { id }), testAlertRule(testContext, { id })]);
    expect(both).toEqual([
      { sent: 1, problem: null },
      { sent: 1, problem: null },
    ]);
    const written = await mails();
    expect(written.map(({ subject }) => subject)).toEqual([
      'Prueba de una alerta: 3 mensajes están retenidos',
    ]);
    expect(written[0]!.text).toContain('Esto es una prueba: no pasa nada.');
    const [row] = await sql()`select payload::json -> 'data' ->> 'test' as test from webhook_deliveries`;
    expect(row!.test).toBe('true');
    expect(await openAlerts()).toEqual([]);
  });
});

describe('several companies', () => {
  it('are each watched by their own rules, and see what those found', async () => {
    const [first, second] = [await makeCompany(), await makeCompany()];
    await createAlertRule(testContext, {
      kind: 'parked',
      threshold: 0,
      company: first.id,
      recipients: ['first@example.com'],
    });
    await createAlertRule(testContext, { kind: 'parked', threshold: 0, company: second.id });
    const [message] = await deliverMany(1, { company: first.id });
    await sql()`update messages set status = 'parked', reason = 'all_failed', due_at = null where id = ${message!.id}`;
    await startWorker();
    await look();
    const alertsOf = async (companyId: string) =>
      (await listAlerts({ ...testContext, companyId }, { limit: 9 })).data.map(({ kind }) => kind);
    expect(await alertsOf(first.id)).toEqual(['parked']);
    expect(await alertsOf(second.id)).toEqual([]);
    expect((await mails()).map(({ to }) => to)).toContain('first@example.com');
  });

  it('hear nothing of the providers of another', async () => {
    const [first, second] = [await makeCompany(), await makeCompany()];
    const { id } = await makeProvider({ name: 'Of the second', company: second.id });
    for (let n = 0; n < 3; n++)
      await sql()`insert into provider_changes (id, provider_id, at, type, actor) values (${newId()}, ${id}, now(), 'breaker_opened', 'delivery')`;
    for (const { id: company } of [first, second])
      await createAlertRule(testContext, { kind: 'provider_flapping', company, windowMinutes: 10_080 });
    passTime((Date.now() - Date.parse(alertTime())) / 60_000);
    await look();
    const found = await openAlerts();
    expect(found.filter(({ kind }) => kind === 'provider_flapping')).toMatchObject([{ company: second.key }]);
  });
});
