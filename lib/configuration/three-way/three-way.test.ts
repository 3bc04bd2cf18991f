import { describe, expect, it } from 'vitest';
import { deleteProvider } from '@/lib/providers/delete';
import { getProvider } from '@/lib/providers/get';
import { loadProvider } from '@/lib/providers/load';
import { updateProvider } from '@/lib/providers/update';
import { getSettings } from '@/lib/settings/get';
import { updateSettings } from '@/lib/settings/update';
import { useDatabaseForEachTest } from '@/lib/testing/database';
import { makeProvider, testContext } from '@/lib/testing/factories';
import { applyConfiguration } from '../apply';
import { exportConfiguration, toYaml } from '../export';
import { keepVersion } from '../versions/keep';

useDatabaseForEachTest();

const SMTP = { host: 'smtp.example.com', port: 587, security: 'starttls', username: 'receipts' } as const;

/** One provider, the text of everything as it is now, and its version: as somebody opens it in an editor. */
async function opened() {
  const { id } = await makeProvider({
    name: 'Office',
    kind: 'smtp',
    settings: SMTP,
    secrets: { password: 'canary-1' },
    weight: 1,
  });
  const base = await keepVersion();
  return { id, base, text: toYaml(await exportConfiguration(testContext)) };
}

const theirs = (id: string, patch: object) => updateProvider(testContext, { id, ...patch });

describe('a document that began before somebody else changed something', () => {
  it('leaves alone what only they changed, below each name and within a field', async () => {
    const { id, base, text } = await opened();
    await theirs(id, { fromName: 'Ana', settings: { ...SMTP, timeoutMs: 20_000 } });
    await updateSettings(testContext, { delivery: { retention: { days: 77 } } });
    const mine = text.replace('host: smtp.example.com', 'ehloName: mail.example.com\n      $&');
    const applied = await applyConfiguration(testContext, mine, { base });
    expect(applied).toMatchObject({ changed: 1, conflicts: [] });
    const { settings, fromName } = await getProvider(testContext, id);
    expect(settings).toMatchObject({ ehloName: 'mail.example.com', timeoutMs: 20_000 });
    expect(fromName).toBe('Ana');
    expect((await getSettings(testContext)).delivery.retention.days).toBe(77);
  });

  it('is told where both changed the same, with its line, and changes nothing until it was chosen', async () => {
    const { id, base, text } = await opened();
    await theirs(id, { weight: 5, fromName: 'Ana' });
    const mine = text.replace('weight: 1', 'weight: 3');
    const looked = await applyConfiguration(testContext, mine, { base, dryRun: true });
    const line = mine.split('\n').findIndex((one) => one.includes('weight: 3')) + 1;
    const conflict = { path: 'providers.Office.weight', base: 1, theirs: 5, mine: 3, line };
    expect(looked).toMatchObject({ changed: 0, steps: [], conflicts: [conflict] });
    await expect(applyConfiguration(testContext, mine, { base })).rejects.toMatchObject({
      code: 'changed_meanwhile',
      errors: [{ path: 'providers.Office.weight', params: { line: `${line}` } }],
    });
    expect((await getProvider(testContext, id)).weight).toBe(5);

    const kept = { base, choices: { 'providers.Office.weight': 'theirs' as const } };
    expect(await applyConfiguration(testContext, mine, kept)).toMatchObject({ changed: 0 });
    const taken = { base, choices: { 'providers.Office.weight': 'mine' as const } };
    expect(await applyConfiguration(testContext, mine, taken)).toMatchObject({ changed: 1 });
    expect(await getProvider(testContext, id)).toMatchObject({ weight: 3, fromName: 'Ana' });
  });

  it('names a secret that both replaced, and tells neither', async () => {
    const { id, base, text } = await opened();
    await theirs(id, { secrets: { password: 'canary-theirs' } });
    const mine = text.replace(/password:\n\s+set: true/, 'password: canary-mine');
    const { conflicts } = await applyConfiguration(testContext, mine, { base, dryRun: true });
    expect(conflicts).toMatchObject([{ path: 'providers.Office.secrets.password' }]);
    expect(JSON.stringify(conflicts)).not.toContain('canary');
    const choices = { 'providers.Office.secrets.password': 'theirs' as const };
    await applyConfiguration(testContext, mine, { base, choices });
    expect((await loadProvider(id))?.config.secrets).toEqual({ password: 'canary-theirs' });
  });

  it('does not make anew what they deleted and it did not touch', async () => {
    const { id, base, text } = await opened();
    await deleteProvider(testContext, { id });
    expect(await applyConfiguration(testContext, text, { base })).toMatchObject({ added: 0, steps: [] });
    const mine = text.replace('weight: 1', 'weight: 3');
    const { conflicts } = await applyConfiguration(testContext, mine, { base, dryRun: true });
    expect(conflicts).toMatchObject([{ path: 'providers.Office', theirs: null }]);
  });

  it('prunes what it left out itself, and nothing that came since', async () => {
    const { id, base, text } = await opened();
    const added = await makeProvider({ name: 'Added' });
    const mine = text.replace(/\nproviders:\n(?: .*\n)+/, '\nproviders: {}\n');
    const pruning = { base, prune: true };
    await theirs(id, { fromName: 'Ana' });
    expect(
      (await applyConfiguration(testContext, mine, { ...pruning, dryRun: true })).conflicts,
    ).toMatchObject([{ path: 'providers.Office', mine: null }]);
    const choices = { 'providers.Office': 'mine' as const };
    expect(await applyConfiguration(testContext, mine, { ...pruning, choices })).toMatchObject({
      removed: 1,
    });
    expect(await getProvider(testContext, added.id)).toMatchObject({ name: 'Added' });
  });
});

it('a version that is not kept any more is no base', async () => {
  const { text } = await opened();
  await expect(applyConfiguration(testContext, text, { base: 9_999 })).rejects.toMatchObject({
    code: 'not_found',
  });
});
