import { expect, test } from '@playwright/test';
import { translator } from '@/lib/i18n/translate';
import { PLAIN_KEY } from '@/lib/testing/hook-plays';
import { type KeptThere, MAIL_TEMPLATE_PLAYS } from '@/lib/testing/mail-template-plays';
import { type System, startSystem } from '@/lib/testing/system';
import { serveAnswers } from './support/fake-api';
import { expectAccessible, PASSWORD, settled, signIn, watchConsole } from './support/panel';
import { addProviders } from './support/providers';
import { show } from './support/show';

const t = translator('en');
const EMAIL = 'templates@example.com';
const ID = 'd-0123456789abcdef0123456789abcdef';
const say = (key: string, values = {}) => t(`providers.mailTemplates.${key}` as never, values as never);

const kept: KeptThere = {
  id: ID,
  title: 'Order receipt',
  subject: 'Order {{order.number}}',
  html: '<h1>Thanks, {{insert name "default=friend"}}</h1>\n<ul>{{#each items}}<li>{{this.title}}</li>{{/each}}</ul>\n<p>{{> footer}}</p>',
  at: new Date('2026-11-01T10:00:00Z'),
};

let system: System;
let service: { url: string; close: () => Promise<void> };

test.beforeAll(async () => {
  test.setTimeout(320_000);
  system = await startSystem({ RELEVO_PRIVATE_TARGETS: '127.0.0.0/8' });
  await system.relevo('admin', 'create', '--email', EMAIL, '--password', PASSWORD);
  service = await serveAnswers((call) => MAIL_TEMPLATE_PLAYS.sendgrid.answer(call, [kept]));
  await addProviders(
    system,
    { kind: 'sandbox', name: 'Sandbox', settings: {} },
    {
      kind: 'sendgrid',
      name: 'SendGrid',
      settings: { endpoint: service.url },
      secrets: { apiKey: PLAIN_KEY },
      active: false,
    },
  );
});

test.afterAll(async () => {
  await system.stop();
  await service.close();
});

async function api(path: string, token: string, body?: object) {
  const answer = await fetch(`${system.url}${path}`, {
    method: body ? 'POST' : 'GET',
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
    ...(body && { body: JSON.stringify(body) }),
  });
  expect(answer.status, await answer.clone().text()).toBeLessThan(300);
  return answer;
}

test('a template of SendGrid becomes ours, a program goes on naming it, and a change there is looked at first', async ({
  browser,
}) => {
  test.setTimeout(180_000);
  const scopes = 'messages:send,messages:read,providers:read';
  const token = (await system.relevo('token', 'create', '--name', 'shop', '--scopes', scopes)).trim();
  const { data } = await (await api('/api/v1/providers', token)).json();
  const { id } = data.find(({ name }: { name: string }) => name === 'SendGrid');
  const page = await browser.newPage({ baseURL: system.url });
  const watched = watchConsole(page);
  await signIn(page, EMAIL);
  const ours = `/providers/${id}?tab=templates`;

  await test.step('what has no counterpart is told, and it becomes a draft', async () => {
    await page.goto(ours);
    await settled(page);
    await expect(page.getByText('Order {{order.number}}')).toBeVisible();
    await expectAccessible(page);
    await show(page, 'mail-templates');
    await page.getByRole('button', { name: say('takeOf', { title: kept.title }) }).click();
    await expect(page.getByText(say('problems.partial', { shown: 'footer' }))).toBeVisible();
    await expectAccessible(page);
    await show(page, 'mail-templates-take');
    await page
      .getByRole('dialog')
      .getByRole('button', { name: say('take'), exact: true })
      .click();
    await expect(page.getByRole('heading', { name: kept.title, level: 1 })).toBeVisible();
  });

  await test.step('published, a program sends by the id that it knows', async () => {
    await page
      .getByRole('button', { name: t('templates.actions.publish'), exact: true })
      .first()
      .click();
    await expect(page.getByText(t('templates.actions.published')).first()).toBeVisible();
    const sent = await api('/compat/sendgrid/v3/mail/send', token, {
      from: { email: 'shop@example.com' },
      template_id: ID,
      personalizations: [
        {
          to: [{ email: 'ana@example.com' }],
          dynamic_template_data: { order: { number: 42 }, items: [{ title: 'Tea' }, { title: 'Cups' }] },
        },
      ],
    });
    expect(sent.status).toBe(202);
    const list = await (await api('/api/v1/messages', token)).json();
    expect(list.data[0]).toMatchObject({ subject: 'Order 42' });
    const { id: message } = list.data[0];
    const html = await (await api(`/api/v1/messages/${message}/preview`, token)).text();
    expect(html).toContain('Thanks, friend');
    expect(html).toContain('<li>Tea</li><li>Cups</li>');
  });

  await test.step('changed there, it is compared before it is taken', async () => {
    kept.html = kept.html.replace('Thanks', 'Many thanks');
    kept.at = new Date('2026-11-20T10:00:00Z');
    await page.goto(ours);
    await settled(page);
    await expect(page.getByText(say('changedThere'))).toBeVisible();
    await page.getByRole('button', { name: say('compareOf', { title: kept.title }) }).click();
    await expect(page.locator('ins', { hasText: 'Many thanks' })).toBeVisible();
    await expectAccessible(page);
    await show(page, 'mail-templates-again');
    await page.getByRole('button', { name: say('again.take') }).click();
    await expect(page.getByText(say('taken'), { exact: true })).toBeVisible();
  });
  watched.expectNone();
  await page.close();
});
