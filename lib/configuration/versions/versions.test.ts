import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { onChange } from '@/lib/audit/after-change';
import { type Context, commandContext } from '@/lib/context';
import { sql } from '@/lib/database/db';
import { deleteProvider } from '@/lib/providers/delete';
import { loadProvider } from '@/lib/providers/load';
import { updateProvider } from '@/lib/providers/update';
import { updateSettings } from '@/lib/settings/update';
import { createTemplate } from '@/lib/templates/create';
import { saveVersion } from '@/lib/templates/save-version';
import { TemplateInput, VersionInput } from '@/lib/templates/schema';
import { useDatabaseForEachTest } from '@/lib/testing/database';
import { makeCompany, makeProvider, makeReport, testContext } from '@/lib/testing/factories';
import { exportConfiguration, toYaml } from '../export';
import { getVersion, getVersionDocument } from './get';
import { keepVersion } from './keep';
import { listVersions } from './list';
import { noteVersion } from './note';
import { restoreVersion } from './restore';

useDatabaseForEachTest();
// Each change reads all there is.
vi.setConfig({ testTimeout: 60_000 });

let end: () => void;
beforeEach(() => {
  end = onChange(noteVersion);
});
afterEach(() => end());

const office = {
  name: 'Office',
  kind: 'smtp',
  settings: { host: 'smtp.example.com', port: 587, security: 'starttls', username: 'receipts' },
  secrets: { password: 'canary-password-1' },
};
const asYaml = async () => toYaml(await exportConfiguration(testContext));
const ana: Context = commandContext('ana');
const list = async () => (await listVersions(testContext, { limit: 100 })).data;
const restore = (number: number, more = {}) =>
  restoreVersion(testContext, { number, dryRun: false, ...more });

describe('a version', () => {
  it('is made of each change, with who did it and what it was', async () => {
    await keepVersion();
    const { id } = await makeProvider(office);
    await updateProvider(ana, { id, settings: { ...office.settings, port: 465 }, secrets: office.secrets });
    const [newest, before] = await list();
    expect(newest).toMatchObject({
      number: 3,
      by: [{ type: 'command', id: null, name: 'ana' }],
      changed: 1,
      things: [{ action: 'change', section: 'providers', company: null, name: 'Office' }],
    });
    expect(before).toMatchObject({ number: 2, added: 1 });
    expect((await getVersion(testContext, { number: 3 })).steps).toEqual([
      {
        action: 'change',
        section: 'providers',
        company: null,
        name: 'Office',
        changes: [{ path: 'settings.port', before: 587, after: 465 }],
      },
    ]);
  });

  it('is not made where nothing is otherwise, nor names who saved nothing with the next', async () => {
    const { id } = await makeProvider(office);
    const number = await keepVersion();
    await updateProvider(commandContext('nobody'), { id, weight: 1 });
    expect(await keepVersion()).toBe(number);
    await updateProvider(ana, { id, weight: 4 });
    expect((await list())[0]).toMatchObject({ number: number + 1, by: [{ name: 'ana' }] });
  });

  it('tells that a secret is another, and never which', async () => {
    const { id } = await makeProvider(office);
    await updateProvider(ana, { id, secrets: { password: 'canary-password-2' } });
    const { steps } = await getVersion(testContext, { number: 2 });
    expect(steps).toMatchObject([{ changes: [{ path: 'secrets.password', before: '••••', after: '••••' }] }]);
    expect(JSON.stringify(await getVersionDocument(testContext, { number: 1 }))).not.toContain('canary');
  });

  it('has the texts of a template that was changed, and those of one that was not', async () => {
    await keepVersion();
    const text = (subject: string) => ({ en: { subject, kind: 'html' as const, source: '<p>Hi</p>' } });
    const input = { key: 'hello', title: 'Hello', category: 'alerts', texts: text('One'), variables: [] };
    const { id } = await createTemplate(testContext, TemplateInput.parse(input));
    const draft = VersionInput.parse({ texts: text('Two'), variables: [], publish: true });
    await saveVersion(ana, { id, ...draft });
    await makeProvider(office);
    const [provider, changed] = await list();
    expect([provider?.things, changed?.things]).toMatchObject([
      [{ section: 'providers', action: 'add' }],
      [{ section: 'templates', action: 'change', name: 'hello' }],
    ]);
    const document = await getVersionDocument(testContext, { number: provider!.number });
    expect(document).toMatchObject({ templates: { hello: { texts: text('Two') } } });
  });

  it('is compared with any other, whichever is older', async () => {
    const { id } = await makeProvider(office);
    for (const weight of [2, 3, 4]) await updateProvider(ana, { id, weight });
    const { steps } = await getVersion(testContext, { number: 1, against: 4 });
    expect(steps).toMatchObject([{ changes: [{ path: 'weight', before: 4, after: 1 }] }]);
  });
});

describe('going back', () => {
  it('brings back all that was, past new names, deletions and additions, with its secrets', async () => {
    const clinic = await makeCompany({ name: 'Clínica', key: 'clinica' });
    const { id } = await makeProvider(office);
    const gone = await makeProvider({ ...office, name: 'Gone', company: clinic.id });
    await makeReport({ name: 'Weekly', frequency: 'weekly' });
    const spare = await makeProvider({ ...office, name: 'Spare' });
    await updateProvider(testContext, { id, fallback: spare.id });
    const [number, before] = [await keepVersion(), await asYaml()];

    await updateProvider(ana, {
      id,
      name: 'Bureau',
      secrets: { password: 'canary-password-2' },
      fallback: null,
    });
    for (const each of [gone, spare]) await deleteProvider(ana, { id: each.id });
    await makeProvider({ ...office, name: 'New', company: clinic.id });
    await updateSettings(ana, { delivery: { retention: { days: 77 } } });
    const after = await asYaml();

    expect(await restore(number, { dryRun: true })).toMatchObject({ added: 2, changed: 2, removed: 1 });
    expect(await asYaml()).toBe(after);
    await restore(number);
    expect(await asYaml()).toBe(before);
    expect((await loadProvider('Office'))?.row.id).toBe(id);
    for (const name of ['Office', 'Gone', 'Spare'])
      expect((await loadProvider(name))?.config.secrets).toEqual({ password: 'canary-password-1' });
    const [newest] = await list();
    expect((await getVersion(testContext, { number: newest!.number, against: number })).steps).toEqual([]);
    await restore(newest!.number - 1);
    expect(await asYaml()).toBe(after);
  });

  it('of one thing leaves all others as they are', async () => {
    const clinic = await makeCompany({ name: 'Clínica', key: 'clinica' });
    const { id } = await makeProvider({ ...office, company: clinic.id });
    const other = await makeProvider({ ...office, name: 'Other' });
    const number = await keepVersion();
    await deleteProvider(ana, { id });
    await updateProvider(ana, { id: other.id, weight: 9 });
    const only = { section: 'providers', company: 'clinica', name: 'Office' };
    expect(await restore(number, { only })).toMatchObject({ added: 1, changed: 0, removed: 0 });
    expect((await loadProvider('Other'))?.row.weight).toBe(9);
    expect(await restore(1, { only })).toMatchObject({ added: 0, changed: 0, removed: 1 });
  });

  it('of one thing that has another name today gives it the old one back', async () => {
    const { id } = await makeProvider(office);
    const number = await keepVersion();
    await updateProvider(ana, { id, name: 'Bureau' });
    const only = { section: 'providers', company: null, name: 'Bureau' };
    expect(await restore(number, { only })).toMatchObject({ added: 0, changed: 1, removed: 0 });
    expect((await loadProvider('Office'))?.row.id).toBe(id);
    expect(await restore(number, { only: { ...only, name: 'Nobody' } })).toMatchObject({ steps: [] });
  });

  it('takes back a secret that came since, and gives one back that went', async () => {
    const { username: _, ...open } = office.settings;
    const { id } = await makeProvider({ ...office, settings: open, secrets: {} });
    const without = await keepVersion();
    await updateProvider(ana, { id, settings: office.settings, secrets: office.secrets });
    const withOne = await keepVersion();
    for (const [number, secrets] of [
      [without, {}],
      [withOne, office.secrets],
    ] as const) {
      await restore(number);
      expect((await loadProvider('Office'))?.config.secrets).toEqual(secrets);
      const against = await keepVersion();
      expect((await getVersion(testContext, { number, against })).steps).toEqual([]);
    }
  });

  it('does what was looked at, and nothing where somebody changed something since', async () => {
    const { id } = await makeProvider(office);
    const number = await keepVersion();
    await updateProvider(ana, { id, weight: 9 });
    const { from } = await restore(number, { dryRun: true });
    await updateProvider(ana, { id, weight: 7 });
    await expect(restore(number, { expectVersion: from })).rejects.toMatchObject({
      code: 'changed_meanwhile',
      errors: [{ path: 'providers.Office.weight' }],
    });
    expect((await loadProvider('Office'))?.row.weight).toBe(7);
    const { from: now } = await restore(number, { dryRun: true });
    expect(await restore(number, { expectVersion: now })).toMatchObject({ changed: 1, from: now });
  });

  it('passes over settings that there are no more', async () => {
    await updateSettings(ana, { delivery: { retention: { days: 77 } } });
    const number = await keepVersion();
    await updateSettings(ana, { delivery: { retention: { days: 78 } } });
    await sql()`
      update configuration_things set fields = jsonb_set(jsonb_set(fields::jsonb, '{gone}', '1'), '{delivery,retention,gone}', '2')::json
      where section = 'settings' and until is not null`;
    expect(await restore(number)).toMatchObject({ changed: 1 });
    expect((await getVersion(testContext, { number: await keepVersion() })).steps).toMatchObject([
      { changes: [{ path: 'delivery.retention.days', before: 78, after: 77 }] },
    ]);
  });

  it('is refused where there is no such version, and where a kind of it is gone, with its place', async () => {
    await makeProvider(office);
    const number = await keepVersion();
    await expect(restore(number + 1)).rejects.toMatchObject({ code: 'not_found' });
    await sql()`update configuration_things set fields = (fields::jsonb || '{"kind":"telex"}')::json where section = 'providers'`;
    await expect(restore(number)).rejects.toMatchObject({
      errors: [expect.objectContaining({ path: 'providers.Office.kind' })],
    });
    expect((await loadProvider('Office'))?.row.kind).toBe('smtp');
  });
});
