import { describe, expect, it } from 'vitest';
import { createCompany } from '@/lib/companies/create';
import { CompanyInput } from '@/lib/companies/schema';
import { sql } from '@/lib/database/db';
import { newId } from '@/lib/ids';
import { useDatabaseForEachTest } from '@/lib/testing/database';
import { makeProvider, makeToken, testContext } from '@/lib/testing/factories';
import { signIn } from '@/lib/testing/http';
import { readChecklists } from './read';

useDatabaseForEachTest();

const read = (who: { userId?: string; companyId?: string } = {}) =>
  readChecklists({ userId: newId(), companyId: null, ...who });

describe('what a system says of itself', () => {
  it('is nearly nothing where nothing was done yet', async () => {
    // Whether there are backups is told by a folder that tests share, and they log nothing.
    const { backup, backupTried, log, migrations, retries, ...rest } = await read();
    expect({ migrations, retries }).toEqual({ migrations: true, retries: true });
    expect(Object.entries(rest).filter(([, done]) => done)).toEqual([]);
  });

  it('counts providers that send, in use, of one channel', async () => {
    await makeProvider({ kind: 'sandbox' });
    await makeProvider({ active: false });
    expect(await read()).toMatchObject({
      provider: false,
      secondProvider: false,
      limits: false,
      alerts: false,
    });
    await makeProvider();
    expect(await read()).toMatchObject({
      provider: true,
      secondProvider: false,
      limits: false,
      alerts: true,
    });
    await makeProvider({ limits: { day: 10 } });
    expect(await read()).toMatchObject({ secondProvider: true, limits: false });
    await sql()`update providers set limits = '{"day": 5}'`;
    expect(await read()).toMatchObject({ limits: true });
  });

  it('asks for a budget only of who costs something', async () => {
    await makeProvider({ costPerMessage: '0' });
    expect(await read()).toMatchObject({ budgets: true });
    await makeProvider({ costPerMessage: '0.001' });
    expect(await read()).toMatchObject({ budgets: false });
    await sql()`update providers set budget = '{"monthlyMicros": 1, "hard": false}' where cost_micros > 0`;
    expect(await read()).toMatchObject({ budgets: true });
  });

  it('knows whose second factor it is, and whose token', async () => {
    await signIn('administrator');
    const [{ id: userId }] = await sql()<[{ id: string }]>`select id from users`;
    await sql()`insert into second_factors (user_id, sealed, confirmed_at) values (${userId}, 'x', now())`;
    await makeToken(['metrics:read']);
    expect(await read({ userId })).toMatchObject({ secondFactor: true, metrics: true });
    expect(await read()).toMatchObject({ secondFactor: false });
  });

  it('sees of other companies nothing', async () => {
    const company = (name: string) => createCompany(testContext, CompanyInput.parse({ name }));
    const [garage, clinic] = [await company('Garage'), await company('Clinic')];
    await makeProvider({ company: garage.id });
    expect(await read({ companyId: garage.id })).toMatchObject({ provider: true });
    expect(await read({ companyId: clinic.id })).toMatchObject({ provider: false });
  });
});
