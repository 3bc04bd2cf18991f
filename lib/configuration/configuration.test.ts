import { describe, expect, it } from 'vitest';
import { createAlertRule } from '@/lib/alerts/rules';
import { createDomain } from '@/lib/domains/change';
import { DomainInput } from '@/lib/domains/schema';
import { updateType } from '@/lib/notifications/types/change';
import { createProvider } from '@/lib/providers/create';
import { loadProvider } from '@/lib/providers/load';
import { ProviderInput } from '@/lib/providers/schema';
import { createReplyRule } from '@/lib/replies/own/change';
import { ReplyRuleInput } from '@/lib/replies/own/schema';
import { createRule } from '@/lib/rules/change';
import { RuleInput } from '@/lib/rules/schema';
import { updateSettings } from '@/lib/settings/update';
import { createKind } from '@/lib/subject-kinds/change';
import { KindInput } from '@/lib/subject-kinds/schema';
import { createTemplate } from '@/lib/templates/create';
import { publishVersion } from '@/lib/templates/publish';
import { TemplateInput } from '@/lib/templates/schema';
import { write } from '@/lib/templates/starters/write';
import { inEmptyDatabase, useDatabaseForEachTest } from '@/lib/testing/database';
import { makeCompany, makeMailbox, makeReport, testContext } from '@/lib/testing/factories';
import { makeTemplate } from '@/lib/testing/templates';
import { createWebhook } from '@/lib/webhooks/create';
import { WebhookInput } from '@/lib/webhooks/schema';
import { applyConfiguration } from './apply';
import { exportConfiguration, toJson, toYaml } from './export';

useDatabaseForEachTest();

const office = {
  name: 'Office',
  kind: 'smtp',
  settings: { host: 'smtp.example.com', port: 587, security: 'starttls', username: 'receipts' },
  secrets: { password: 'canary-password-1' },
  fromEmail: 'receipts@example.com',
};

const inBlocks = (...sections: object[]) => ({
  en: { subject: 'Hello', kind: 'blocks' as const, source: JSON.stringify({ ...write({}, []), sections }) },
});

/** One of each kind at least, some of a company's own, and some that name each other. */
async function furnish(): Promise<void> {
  const clinic = await makeCompany({ name: 'Clínica San José', key: 'clinica', brand: { color: '#112233' } });
  const own = { ...testContext, companyId: clinic.id };
  await createProvider(testContext, ProviderInput.parse({ ...office, costPerMessage: '0.50' }));
  await createProvider(
    testContext,
    ProviderInput.parse({ ...office, name: 'Backup', fallback: 'Office', weight: 3 }),
  );
  await createProvider(
    own,
    ProviderInput.parse({ ...office, name: 'Office', fromEmail: 'hola@clinica.example' }),
  );
  await createDomain(
    testContext,
    DomainInput.parse({ name: 'example.com', senders: { addresses: ['192.0.2.7'], providers: ['Office'] } }),
  );
  const text = { subject: 'Hello {{ name }}', kind: 'html' as const, source: '<p>Hello {{ name }}</p>' };
  const template = await createTemplate(
    testContext,
    TemplateInput.parse({
      key: 'hello',
      title: 'Hello',
      category: 'alerts',
      texts: { en: text },
      variables: [{ name: 'name', required: true, example: 'Ana' }],
    }),
  );
  await publishVersion(testContext, { id: template.id });
  // By its name it would come before the component that it shows.
  const part = await makeTemplate({ key: 'footer', category: 'component', texts: inBlocks(), variables: [] });
  const shown = { id: 's1', kind: 'component', component: part.key };
  await makeTemplate({ key: 'a-receipt', texts: inBlocks(shown), variables: [] });
  await updateType(testContext, { id: 'low-balance', dedupeHours: 48 });
  await createKind(
    testContext,
    KindInput.parse({ key: 'card', title: 'Cards', fields: [{ name: 'balance', type: 'number' }] }),
  );
  const condition = { field: 'balance', op: 'lt', value: 5000 };
  for (const _ of [1, 2])
    await createRule(
      testContext,
      RuleInput.parse({ title: 'Low', kind: 'card', type: 'low-balance', conditions: [condition] }),
    );
  await makeMailbox({ name: 'Bounces' });
  await createWebhook(testContext, WebhookInput.parse({ name: 'Shop', url: 'https://93.184.215.14/hook' }));
  await createAlertRule(testContext, { kind: 'parked', threshold: 3 });
  await createReplyRule(
    testContext,
    ReplyRuleInput.parse({ name: 'Moved', phrase: 'has moved away', means: 'user_unknown', permanent: true }),
  );
  await makeReport({ name: 'Weekly', frequency: 'weekly' });
  await updateSettings(testContext, {
    general: { timeZone: 'America/Asuncion' },
    delivery: { retention: { days: 60 } },
  });
}

const asYaml = async () => toYaml(await exportConfiguration(testContext));

describe('the configuration as a document', () => {
  it('names every secret and tells none', async () => {
    await furnish();
    expect(await asYaml()).not.toContain('canary-password');
    expect(toYaml(await exportConfiguration(testContext, { secrets: 'sealed' }))).not.toContain(
      'canary-password',
    );
  });

  it('changes nothing where it is applied to what it was made of, in both forms', async () => {
    await furnish();
    for (const text of [await asYaml(), toJson(await exportConfiguration(testContext))])
      expect(await applyConfiguration(testContext, text)).toEqual({
        dryRun: false,
        added: 0,
        changed: 0,
        removed: 0,
        steps: [],
        comments: 0,
        conflicts: [],
      });
  });
});

describe('a system that is empty', () => {
  it('becomes the same, byte for byte, secrets and all', async () => {
    await furnish();
    const named = await asYaml();
    const sealed = toYaml(await exportConfiguration(testContext, { secrets: 'sealed' }));
    await inEmptyDatabase(async () => {
      const applied = await applyConfiguration(testContext, sealed);
      expect(applied.added).toBeGreaterThan(10);
      expect(await asYaml()).toBe(named);
      expect((await loadProvider('Office'))?.config.secrets).toEqual({ password: 'canary-password-1' });
      expect(await applyConfiguration(testContext, sealed)).toMatchObject({
        added: 0,
        changed: 0,
        removed: 0,
      });
    });
  });

  it('stays empty where a single thing of it is wrong, and where nothing is kept', async () => {
    await furnish();
    const named = await asYaml();
    const sealed = toYaml(await exportConfiguration(testContext, { secrets: 'sealed' }));
    await inEmptyDatabase(async () => {
      const empty = await asYaml();
      const refused = applyConfiguration(testContext, named);
      await expect(refused).rejects.toMatchObject({
        errors: expect.arrayContaining([
          expect.objectContaining({ path: 'providers.Office.secrets.password', code: 'secret_not_here' }),
        ]),
      });
      expect((await applyConfiguration(testContext, sealed, { dryRun: true })).added).toBeGreaterThan(10);
      expect(await asYaml()).toBe(empty);
    });
  });
});
