import { describe, expect, it } from 'vitest';
import { sql } from '@/lib/database/db';
import { forgetProviders } from '@/lib/providers/cache';
import { deleteProvider } from '@/lib/providers/delete';
import { updateProvider } from '@/lib/providers/update';
import { CASES, count } from '@/lib/testing/alert-causes';
import { alertTime, look, startWorker, useAlerts } from '@/lib/testing/alerts';
import { useDatabaseForEachTest } from '@/lib/testing/database';
import { deliverMany } from '@/lib/testing/deliver';
import { makeProvider, testContext } from '@/lib/testing/factories';
import { ALERT_KINDS, type AlertKind, KINDS } from './kinds';
import { listAlerts } from './list';
import { listAlertRules } from './rules';
import { writeMail } from './text';

useDatabaseForEachTest();

useAlerts();

async function found(kind: AlertKind, state: 'open' | 'resolved' = 'open') {
  const { data } = await listAlerts(testContext, { state, limit: 100 });
  return data.filter((alert) => alert.kind === kind);
}

describe('what every system begins with', () => {
  it('watches everything there is, as usual for its kind, and writes to administrators', async () => {
    const { data } = await listAlertRules(testContext);
    expect(data.map(({ kind }) => kind)).toEqual(KINDS);
    for (const rule of data)
      expect(rule).toMatchObject({ ...ALERT_KINDS[rule.kind], active: true, byMail: true, recipients: null });
  });

  it.each(KINDS)('%s fires, lasts and is over by itself', async (kind) => {
    const { cause, title } = CASES[kind];
    await startWorker();
    await look();
    expect(await found(kind)).toEqual([]);
    const cure = await cause();
    await look();
    const [alert, ...others] = await found(kind);
    expect(others).toEqual([]);
    expect(alert).toMatchObject({
      title,
      state: 'open',
      firedAt: alertTime(),
      resolvedAt: null,
    });
    await look();
    expect((await found(kind)).map(({ id }) => id)).toEqual([alert!.id]);
    await cure();
    await look();
    await look();
    expect(await found(kind)).toEqual([]);
    expect(await found(kind, 'resolved')).toMatchObject([
      { id: alert!.id, state: 'resolved', resolvedAt: expect.any(String) },
    ]);
  });
});

describe('a provider that cannot be used as it is stored', () => {
  it.each([
    [
      'a limit of another version',
      'limits.fortnight',
      (id: string) => sql()`update providers set limits = '{"fortnight":3}' where id = ${id}`,
    ],
    [
      'a key of another system',
      'password',
      (id: string) => sql()`
        update provider_keys set secrets = jsonb_set(secrets, '{password,sealed}', '"enc:v1:elsewhere:AAAA:AAAA"')
        where provider_id = ${id}`,
    ],
  ])('is one that is down, and the alert says why and what to do: %s', async (_name, detail, spoil) => {
    const settings = { host: 'smtp.example.com', username: 'clinic' };
    const secrets = { password: 'correct horse' };
    const { id } = await makeProvider({ name: 'Office', kind: 'smtp', settings, secrets });
    await spoil(id);
    forgetProviders();
    await look();
    const [alert] = await found('provider_down');
    expect(alert).toMatchObject({
      title: 'Office does not work',
      todo: expect.stringContaining(detail),
      values: { detail },
    });
    const mail = writeMail({ ...alert!, firedAt: new Date(), resolvedAt: null }, 'fired', 'es', 'UTC');
    expect(mail.text).toContain(detail);
    await deleteProvider(testContext, { id });
    await look();
    await look();
    expect(await found('provider_down')).toEqual([]);
  });
});

describe('what is no alert', () => {
  it('a rate of too few', async () => {
    await makeProvider();
    await deliverMany(9, { to: 'bounce@sandbox.test' });
    await count({ sent: 50, bounced: 50 });
    await look();
    expect(await found('bounce_rate')).toEqual([]);
    await sql()`update alert_rules set min_sample = 9 where kind = 'bounce_rate'`;
    await look();
    expect(await found('bounce_rate')).toHaveLength(1);
  });

  it('exactly the threshold', async () => {
    await count({ sent: 200, bounced: 10 });
    await look();
    expect(await found('bounce_rate')).toEqual([]);
  });

  it('a provider that somebody paused, or a rule that is off', async () => {
    const { id } = await makeProvider({ name: 'Office' });
    await deliverMany(5, { to: 'down@sandbox.test' });
    await sql()`update alert_rules set active = false where kind = 'provider_down'`;
    await look();
    expect(await found('provider_down')).toEqual([]);
    await sql()`update alert_rules set active = true`;
    await updateProvider(testContext, { id, active: false });
    await look();
    expect(await found('provider_down')).toEqual([]);
  });
});

describe('of what cannot be measured', () => {
  it('nothing is said: what was found stays, and the others are measured', async () => {
    await look();
    expect(await found('no_worker')).toHaveLength(1);
    await sql()`alter table workers rename to workers_away`;
    await count({ sent: 200, bounced: 11 });
    await look();
    await look(5);
    expect(await found('no_worker')).toHaveLength(1);
    expect(await found('bounce_rate')).toHaveLength(1);
  });
});
