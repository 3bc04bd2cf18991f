import { describe, expect, it } from 'vitest';
import { sql } from '@/lib/database/db';
import { newId } from '@/lib/ids';
import { useTestDatabase } from '@/lib/testing/database';
import { makeCompany, testContext } from '@/lib/testing/factories';
import { createAlertRule, deleteAlertRule, getAlertRule, listAlertRules, updateAlertRule } from './rules';
import { AlertFilter, AlertRuleInput, AlertRulePatch } from './schema';

useTestDatabase();

const flawed = (path: string, code: string) => ({
  code: 'validation_failed',
  options: { errors: [expect.objectContaining({ path, code })] },
});
const make = (input: object) => createAlertRule(testContext, AlertRuleInput.parse(input));

describe('a rule', () => {
  it('is as usual for its kind in what is left out, and again in what is taken away', async () => {
    const rule = await make({ kind: 'failure_rate', threshold: 2.5 });
    const usual = { windowMinutes: 60, minSample: 20, severity: 'critical', remindHours: 24, active: true };
    expect(rule).toMatchObject({ ...usual, threshold: 2.5 });
    const patch = { id: rule.id, threshold: null, minSample: 500 };
    expect(await updateAlertRule(testContext, patch)).toMatchObject({
      threshold: 10,
      minSample: 500,
      version: 2,
    });
  });

  it.each([
    [{ kind: 'provider_down', threshold: 3 }, 'threshold', 'not_for_kind'],
    [{ kind: 'parked', windowMinutes: 60 }, 'windowMinutes', 'not_for_kind'],
    [{ kind: 'token_ending', minSample: 3 }, 'minSample', 'not_for_kind'],
    [{ kind: 'bounce_rate', threshold: 101 }, 'threshold', 'too_high'],
    [{ kind: 'parked', quietFrom: '22:00' }, 'quietTo', 'required'],
    [{ kind: 'parked', quietTo: '07:00', quietFrom: null }, 'quietFrom', 'required'],
  ])('%j is refused', async (input, path, code) => {
    await expect(make(input)).rejects.toMatchObject(flawed(path, code));
  });

  it('of which half of the quiet hours is taken away is refused', async () => {
    const { id } = await make({ kind: 'parked', quietFrom: '22:00', quietTo: '07:00' });
    await expect(updateAlertRule(testContext, { id, quietTo: null })).rejects.toMatchObject(
      flawed('quietTo', 'required'),
    );
    expect(await updateAlertRule(testContext, { id, quietFrom: '21:30' })).toMatchObject({
      quietTo: '07:00',
    });
  });

  it.each([
    { kind: 'parked', recipients: [] },
    { kind: 'parked', recipients: ['nobody'] },
    { kind: 'parked', recipients: Array.from({ length: 21 }, (_, n) => `a${n}@example.com`) },
    { kind: 'parked', quietFrom: '24:00', quietTo: '07:00' },
    { kind: 'failure_rate', threshold: -1 },
    { kind: 'failure_rate', windowMinutes: 4 },
    { kind: 'failure_rate', windowMinutes: 10_081 },
    { kind: 'failure_rate', minSample: 0 },
    { kind: 'weather' },
  ])('%j is none', (input) => {
    expect(AlertRuleInput.safeParse(input).success).toBe(false);
  });

  it('of an unknown property or a version of nothing is refused', () => {
    expect(AlertRulePatch.safeParse({ kind: 'parked' }).success).toBe(false);
    expect(AlertRulePatch.safeParse({ version: 0 }).success).toBe(false);
    expect(AlertFilter.safeParse({ state: 'muted' }).success).toBe(false);
  });

  it('is saved by one of two who had it open', async () => {
    const { id, version } = await make({ kind: 'parked' });
    await updateAlertRule(testContext, { id, version, threshold: 20 });
    await expect(updateAlertRule(testContext, { id, version, threshold: 30 })).rejects.toMatchObject({
      code: 'changed_meanwhile',
    });
    expect(await getAlertRule(testContext, { id })).toMatchObject({ threshold: 20 });
  });

  it('leaves a row in the audit, with what it was', async () => {
    const { id } = await make({ kind: 'parked', threshold: 5 });
    await updateAlertRule(testContext, { id, threshold: 6 });
    await deleteAlertRule(testContext, { id });
    const rows =
      await sql()`select action, before, after from audit_log where subject_id = ${id} order by id`;
    expect(rows).toMatchObject([
      { action: 'alert_rule.create', after: { kind: 'parked', threshold: 5 } },
      { action: 'alert_rule.update', before: { threshold: 5 }, after: { threshold: 6 } },
      { action: 'alert_rule.delete', before: { threshold: 6 } },
    ]);
  });
});

describe('of a company', () => {
  it('there are so many and no more, and others may go on', async () => {
    const { id } = await makeCompany();
    await sql()`
      insert into alert_rules (id, company_id, kind, severity)
      select gen_random_uuid(), ${id}, 'parked', 'warning' from generate_series(1, 50)`;
    await expect(make({ kind: 'parked', company: id })).rejects.toMatchObject(
      flawed('kind', 'too_many_rules'),
    );
    await make({ kind: 'parked' });
  });

  it('nobody else sees, changes, tests or removes it, or what all share', async () => {
    const [own, other] = [await makeCompany(), await makeCompany()];
    const rule = await make({ kind: 'parked', company: own.id });
    const shared = await make({ kind: 'parked' });
    const stranger = { ...testContext, companyId: other.id };
    for (const { id } of [rule, shared]) {
      await expect(getAlertRule(stranger, { id })).rejects.toMatchObject({ code: 'not_found' });
      await expect(updateAlertRule(stranger, { id, active: false })).rejects.toMatchObject({
        code: 'not_found',
      });
      await expect(deleteAlertRule(stranger, { id })).rejects.toMatchObject({ code: 'not_found' });
    }
    expect((await listAlertRules(stranger)).data).toEqual([]);
    expect((await listAlertRules({ ...testContext, companyId: own.id })).data).toMatchObject([
      { id: rule.id, company: own.key },
    ]);
  });

  it.each(['nothing', newId()])('there is none: %s', async (id) => {
    await expect(getAlertRule(testContext, { id })).rejects.toMatchObject({ code: 'not_found' });
  });
});
