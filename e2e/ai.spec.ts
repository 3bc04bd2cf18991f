import { expect, type Page, test } from '@playwright/test';
import { translator } from '@/lib/i18n/translate';
import { paths } from '@/lib/paths';
import { STARTERS } from '@/lib/templates/starters/registry';
import { type AiFake, aiFake, FAKE_KEY } from '@/lib/testing/ai/fake';
import { type System, startSystem } from '@/lib/testing/system';
import { chooseTechnical, expectAccessible, PASSWORD, settled, signIn } from './support/panel';
import { startService } from './support/service';
import { show } from './support/show';

const t = translator('en');
const EMAIL = 'ai@example.com';
let system: System;
let service: Awaited<ReturnType<typeof startService>>;
let fake: AiFake;
let token: string;

type Asked = { texts: { id: string; text: string }[] };

test.beforeAll(async () => {
  test.setTimeout(320_000);
  fake = aiFake('mistral', {
    models: ['ok', 'overloaded'],
    // Marks and all, with a word in front by which one knows it.
    says: ({ instructions, prompt }) =>
      instructions.includes('whether you work')
        ? { ok: true }
        : {
            texts: (JSON.parse(prompt) as Asked).texts.map(({ id, text }) => ({
              id,
              text: `Traducido ${text}`,
            })),
          },
  });
  service = await startService((call) => fake.answer(call) as { status: number; body?: unknown });
  system = await startSystem({ RELEVO_PRIVATE_TARGETS: '127.0.0.0/8' });
  await system.relevo('admin', 'create', '--email', EMAIL, '--password', PASSWORD);
  const scopes = 'ai:read,ai:write,settings:write,templates:write';
  token = (await system.relevo('token', 'create', '--name', 'ai', '--scopes', scopes)).trim();
});
test.afterAll(async () => {
  await system?.stop();
  await service?.close();
});

async function api<T>(method: string, path: string, body: object): Promise<T> {
  const response = await fetch(`${system.url}/api/v1/${path}`, {
    method,
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
  expect(response.ok, await response.clone().text()).toBe(true);
  return (await response.json()) as T;
}

const card = (page: Page, name: string) => page.getByRole('region', { name, exact: true });
const dialog = (page: Page) => page.getByRole('dialog');

test('a provider is added and tested; a template is translated by the next one; a budget ends it', async ({
  page,
}) => {
  test.setTimeout(180_000);
  await signIn(page, EMAIL, system.url);
  await page.goto(`${system.url}${paths.ai()}`);
  await settled(page);
  await expect(page.getByText(t('ai.empty.title'))).toBeVisible();
  await expectAccessible(page);
  await show(page, 'ai-empty');

  await page
    .getByRole('main')
    .getByRole('button', { name: t('ai.add') })
    .first()
    .click();
  const field = (name: string) =>
    dialog(page).getByRole('textbox', { name: t(`ai.form.${name}`), exact: true });
  await dialog(page).getByLabel(t('ai.form.kind')).first().click();
  await page.getByRole('option', { name: 'Mistral', exact: true }).click();
  await field('name').fill('Second');
  await dialog(page).getByLabel(t('ai.form.apiKey')).fill(FAKE_KEY);
  await expectAccessible(page);
  await show(page, 'ai-form');
  await dialog(page)
    .getByRole('button', { name: t('ai.form.submit'), exact: true })
    .click();
  await expect(dialog(page)).toBeHidden();
  await expect(card(page, 'Second').getByText(t('ai.states.ready'))).toBeVisible();

  // Where the service of this test is.
  const at = { endpoint: service.url, apiKey: FAKE_KEY };
  await api('PATCH', 'ai-providers/Second', { ...at, model: 'ok', priority: 10 });
  await api('POST', 'ai-providers', {
    ...at,
    name: 'First',
    kind: 'mistral',
    model: 'overloaded',
    priority: 90,
  });
  await page.reload();
  await settled(page);
  await card(page, 'Second')
    .getByRole('button', { name: t('ai.test.one', { name: 'Second' }) })
    .click();
  await expect(card(page, 'Second').getByText(t('ai.test.works'))).toBeVisible();
  await card(page, 'First')
    .getByRole('button', { name: t('ai.test.one', { name: 'First' }) })
    .click();
  await expect(card(page, 'First').getByRole('status').getByText(t('ai.faults.overload.what'))).toBeVisible();
  await expectAccessible(page);
  await show(page, 'ai-tested');

  const { texts, variables, category, title } = STARTERS[0]!;
  const { subject, preheader, document } = texts.en;
  const source = JSON.stringify(document);
  const { id } = await api<{ id: string }>('POST', 'templates', {
    title: title.en,
    category,
    variables,
    texts: { en: { subject, preheader, kind: 'blocks', source } },
  });
  // Nothing of it is there before somebody switches it on.
  await page.goto(`${system.url}${paths.editTemplate(id)}`);
  await settled(page);
  const help = page.getByRole('button', { name: t('ai.help.button'), exact: true });
  await expect(page.getByRole('toolbar', { name: t('editor.bar.label') })).toBeVisible();
  await expect(help).toBeHidden();
  await api('PATCH', 'settings', { ai: { translate: true } });
  await page.reload();
  await settled(page);
  await help.click();
  await dialog(page)
    .getByRole('button', { name: t('ai.help.showSent') })
    .click();
  await expect(dialog(page).getByRole('region', { name: t('ai.help.sent') })).not.toContainText('{{');
  await expectAccessible(page);
  await show(page, 'ai-help');
  const ask = dialog(page).getByRole('button', { name: t('ai.help.ask', { name: 'First' }) });
  await ask.click();
  await expect(
    dialog(page)
      .getByText(/^Traducido/)
      .first(),
  ).toBeVisible();
  await expectAccessible(page);
  await show(page, 'ai-proposal');
  await dialog(page)
    .getByRole('button', { name: t('ai.help.take'), exact: true })
    .click();
  await expect(dialog(page)).toBeHidden();
  await expect(page.getByRole('radio', { name: 'Spanish' })).toBeChecked();
  expect(fake.flaws).toEqual([]);

  await page.goto(`${system.url}${paths.ai()}`);
  await settled(page);
  const calls = card(page, t('ai.calls.title'));
  await expect(calls.getByText(t('ai.calls.outcomes.ok')).first()).toBeVisible();
  await expect(calls.getByText(t('ai.calls.outcomes.overload')).first()).toBeVisible();
  await show(page, 'ai-calls');

  const nothing = { budget: { monthly: '0.000001', hard: true }, price: { input: '1', output: '1' } };
  for (const name of ['First', 'Second']) await api('PATCH', `ai-providers/${name}`, nothing);
  await page.goto(`${system.url}${paths.editTemplate(id)}`);
  await settled(page);
  await help.click();
  await dialog(page)
    .getByRole('button', { name: t('ai.help.ask', { name: 'First' }) })
    .click();
  await expect(dialog(page).getByText(t('ai.reasons.budget'))).toBeVisible();
});

test('a use is given a model of its own, and goes back to that of the rest', async ({ page }) => {
  type Kept = { modelFor: object };
  const name = 'Third';
  await api('POST', 'ai-providers', { name, kind: 'mistral', apiKey: FAKE_KEY, priority: 1 });
  await signIn(page, EMAIL, system.url);
  await page.goto(`${system.url}${paths.ai()}`);
  await chooseTechnical(page);
  const save = async (model: string) => {
    await card(page, name)
      .getByRole('button', { name: t('ai.edit.one', { name }) })
      .click();
    await dialog(page)
      .getByRole('button', { name: t('ai.form.modelFor') })
      .click();
    const ofTranslations = dialog(page).getByLabel(t('ai.uses.of.translate'), { exact: true });
    await ofTranslations.fill(model);
    // What it proposes is shut with it.
    await ofTranslations.blur();
    await expect(page.getByRole('listbox')).toBeHidden();
    await expectAccessible(page);
    await show(page, `ai-model-for-${model}`);
    await dialog(page)
      .getByRole('button', { name: t('ai.form.submit'), exact: true })
      .click();
    await expect(dialog(page)).toBeHidden();
    const headers = { authorization: `Bearer ${token}` };
    const kept = await page.request.get(`${system.url}/api/v1/ai-providers/${name}`, { headers });
    return ((await kept.json()) as Kept).modelFor;
  };
  const price = { input: '0.15', output: '0.6' };
  expect(await save('mistral-small-latest')).toEqual({ translate: { model: 'mistral-small-latest', price } });
  expect(await save('its-cousin')).toEqual({ translate: { model: 'its-cousin', price: null } });
  expect(await save('')).toEqual({});
});
