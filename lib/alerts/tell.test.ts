import { beforeEach, describe, expect, it } from 'vitest';
import { sql } from '@/lib/database/db';
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
  subjects,
  useAlerts,
} from '@/lib/testing/alerts';
import { useDatabaseForEachTest } from '@/lib/testing/database';
import { deliverMany } from '@/lib/testing/deliver';
import { makeProvider, testContext } from '@/lib/testing/factories';
import { evaluateAlerts } from './evaluate';
import { acknowledgeAlert, listAlerts } from './list';
import { updateAlertRule } from './rules';

useDatabaseForEachTest();
useAlerts('2099-11-28T15:00:00Z');

// Nobody works: the critical one of the rules that finds something in an empty system.
beforeEach(async () => {
  await onlyRule('no_worker');
  await makePerson('ana@example.com', 'administrator', 'es');
  await makeProvider({ name: 'Office' });
});

const HOUR = 60;
const change = async (patch: object) =>
  updateAlertRule(testContext, { id: await ruleOf('no_worker'), ...patch });

describe('by mail', () => {
  it('says what, since when, who must act and where, in the language of each administrator', async () => {
    await makePerson('joe@example.com', 'administrator');
    await makePerson('tom@example.com', 'technician');
    await look();
    const written = await mails();
    expect(written.map(({ to }) => to).toSorted()).toEqual(['ana@example.com', 'joe@example.com']);
    const [spanish, english] = written.toSorted((a, b) => a.to.localeCompare(b.to));
    expect(spanish!.subject).toBe('Alerta: No hay ningún proceso de envío');
    expect(spanish!.text).toContain('Desde 28 nov 2099');
    expect(spanish!.text).toContain('Quien administra el servidor inicia Relevo de nuevo.');
    expect(english!.subject).toBe('Alert: No worker is running');
    expect(english!.text).toContain('Since Nov 28, 2099');
    expect(english!.text).toContain('Whoever runs the server starts Relevo again.');
    expect(english!.text).toMatch(/Look at the workers: http:\/\/[^ ]+\/workers\n/);
    expect(english!.text).toMatch(/http:\/\/[^ ]+\/alerts$/);
  });

  it('once, again each day while it lasts, and when it is over', async () => {
    await look();
    await look();
    await look(22 * HOUR);
    expect(await subjects()).toEqual(['Alerta: No hay ningún proceso de envío']);
    await look(2 * HOUR);
    await look();
    await look(24 * HOUR);
    await startWorker();
    await look();
    await look();
    await look();
    expect(await subjects()).toEqual([
      'Alerta: No hay ningún proceso de envío',
      'Continúa: No hay ningún proceso de envío',
      'Continúa: No hay ningún proceso de envío',
      'Terminó: No hay ningún proceso de envío',
    ]);
  });

  it('once where two workers look at the same moment, or one a little later', async () => {
    const both = () => Promise.all([look(), evaluateAlerts(new Date(Date.parse(alertTime()) + 5))]);
    await both();
    passTime(24 * HOUR);
    await both();
    expect(await subjects()).toEqual([
      'Alerta: No hay ningún proceso de envío',
      'Continúa: No hay ningún proceso de envío',
    ]);
    expect(await openAlerts()).toHaveLength(1);
  });

  it('of what somebody looks after nobody is reminded, but hears of its end', async () => {
    await look();
    const [alert] = await openAlerts();
    expect(await acknowledgeAlert(testContext, { id: alert!.id })).toMatchObject({
      acknowledgedBy: 'test',
      state: 'open',
    });
    await look(25 * HOUR);
    await startWorker();
    await look();
    await look();
    expect(await subjects()).toEqual([
      'Alerta: No hay ningún proceso de envío',
      'Terminó: No hay ningún proceso de envío',
    ]);
  });

  it('not of what is muted, until then', async () => {
    await change({ mutedUntil: alertTime(2 * HOUR) });
    await look();
    expect(await openAlerts()).toHaveLength(1);
    expect(await subjects()).toEqual([]);
    await look(2 * HOUR);
    expect(await subjects()).toHaveLength(1);
  });

  it('not at night, unless it is critical', async () => {
    await change({ severity: 'warning', quietFrom: '15:00', quietTo: '17:00' });
    await look();
    expect(await subjects()).toEqual([]);
    await change({ severity: 'critical' });
    await look();
    expect(await subjects()).toHaveLength(1);
  });

  it('what came and went while nobody was told is told to nobody', async () => {
    await change({ severity: 'warning', quietFrom: '00:00', quietTo: '23:59' });
    await look();
    await startWorker();
    await look();
    await look();
    await change({ quietFrom: null, quietTo: null });
    await look();
    expect(await subjects()).toEqual([]);
    expect((await listAlerts(testContext, { state: 'resolved', limit: 9 })).data).toHaveLength(1);
  });

  it('to whom the rule names, and to nobody else', async () => {
    await change({ recipients: ['desk@example.net'] });
    await look();
    expect((await mails()).map(({ to }) => to)).toEqual(['desk@example.net']);
  });

  it('says nothing of an end where somebody switched the rule off', async () => {
    await look();
    await change({ active: false });
    await look();
    await look();
    expect(await openAlerts()).toEqual([]);
    expect(await subjects()).toHaveLength(1);
  });

  it('says why nobody could be written to, and writes once somebody can', async () => {
    await sql()`update users set active = false`;
    await look();
    expect(await openAlerts()).toMatchObject([{ mailProblem: 'nobody', toldAt: null }]);
    await sql()`update users set active = true`;
    await look();
    expect(await openAlerts()).toMatchObject([{ mailProblem: null, toldAt: alertTime() }]);
    expect(await subjects()).toHaveLength(1);
  });
});

describe('the way of a mail', () => {
  it('is never by the provider that it is about, where there is another', async () => {
    await onlyRule('provider_down');
    await deliverMany(5, { to: 'down@sandbox.test' });
    const { id } = await makeProvider({ name: 'Backup', priority: 1 });
    await sql()`delete from messages`;
    await look();
    expect(await mails()).toMatchObject([{ subject: 'Alerta: Office no funciona', providers: [id] }]);
  });

  it('is by the one that is down where there is no other: never by a sandbox, which nobody reads', async () => {
    await onlyRule('provider_down');
    await deliverMany(5, { to: 'down@sandbox.test' });
    await makeProvider({ name: 'Sandbox', kind: 'sandbox' });
    await sql()`delete from messages`;
    await look();
    expect(await mails()).toMatchObject([{ subject: 'Alerta: Office no funciona', providers: null }]);
  });
});
