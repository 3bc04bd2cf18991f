import { eq } from 'drizzle-orm';
import { describe, expect, it } from 'vitest';
import { settings } from '@/drizzle/schema/settings';
import type { Context } from '@/lib/context';
import { poolSettings, sql } from '@/lib/database/db';
import { newId } from '@/lib/ids';
import { useTestDatabase } from '@/lib/testing/database';
import { testContext } from '@/lib/testing/factories';
import { mutation } from './mutation';

useTestDatabase();

const write = (key: string, ctx: Context = testContext, fail = false) =>
  mutation(ctx, 'setting.write', async (tx) => {
    await tx.insert(settings).values({ key, value: 1 });
    if (fail) throw new Error('no');
    return { result: key, subjectId: null, after: { key, password: 'canary-password' } };
  });

const stored = (key: string) => sql()`select from settings where key = ${key}`;
const audited = (requestId: string) => sql()`select * from audit_log where request_id = ${requestId}`;

describe('mutation', () => {
  it('commits the change together with who made it, secrets removed', async () => {
    const ctx: Context = {
      actor: { type: 'token', id: newId(), label: 'Cash desk', scopes: [] },
      companyId: newId(),
      requestId: newId(),
      ip: '203.0.113.9',
      locale: 'en',
    };
    expect(await write('kept', ctx)).toBe('kept');
    expect(await stored('kept')).toHaveLength(1);
    const rows = await audited(ctx.requestId);
    expect(rows).toMatchObject([
      {
        action: 'setting.write',
        actor_type: 'token',
        actor_id: ctx.actor.id,
        actor_label: 'Cash desk',
        company_id: ctx.companyId,
        ip: '203.0.113.9',
        before: null,
        after: { key: 'kept' },
      },
    ]);
    expect(JSON.stringify(rows)).not.toContain('canary-password');
  });

  it('leaves neither when the work fails', async () => {
    const ctx = { ...testContext, requestId: newId() };
    await expect(write('lost', ctx, true)).rejects.toThrow('no');
    expect(await stored('lost')).toHaveLength(0);
    expect(await audited(ctx.requestId)).toHaveLength(0);
  });

  it('leaves neither when the audit row cannot be written', async () => {
    const work = mutation(testContext, 'setting.write', async (tx) => {
      await tx.insert(settings).values({ key: 'unaudited', value: 1 });
      return { result: undefined, subjectId: 'no uuid' };
    });
    await expect(work).rejects.toThrow();
    expect(await stored('unaudited')).toHaveLength(0);
  });

  it('serves many more at once than it has connections', async () => {
    const keys = Array.from({ length: poolSettings().writeConnections * 10 }, (_, n) => `many ${n}`);
    expect(await Promise.all(keys.map((key) => write(key)))).toEqual(keys);
  });

  it('sees a change of another only when it is committed', async () => {
    await write('seen');
    const value = await mutation(testContext, 'setting.read', async (tx) => {
      const [row] = await tx.select().from(settings).where(eq(settings.key, 'seen'));
      return { result: row?.value, subjectId: null };
    });
    expect(value).toBe(1);
  });
});
