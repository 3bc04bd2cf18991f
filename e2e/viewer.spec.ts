import { expect, type Locator, type Page } from '@playwright/test';
import { translator } from '@/lib/i18n/translate';
import { paths } from '@/lib/paths';
import { chooseTechnical, PASSWORD, settled, signIn } from './support/panel';
import { addProviders, removeProviders } from './support/providers';
import { test } from './support/test';

const t = translator('en');

const NAMES = ['Seen', 'Also seen'];
let message = '';
let token = '';

/** Each page, and the buttons that may be pressed there: they show more, copy, count within the page, or keep what is one's own. */
const pages = (): [path: string, free: RegExp[]][] => [
  // The checklists unfold, and tell how much of each is done.
  [paths.home(), [/table$/, /more|fewer/i, /\d of \d+$/]],
  [paths.messages(), [/^Columns$/, /^(Newer|Older)$/]],
  [paths.message(message), [/^Not possible now$/]],
  [paths.compose(), []],
  [paths.queue(), []],
  [paths.recipients(), []],
  [paths.recipient('ana@example.com'), []],
  [paths.suppressions(), []],
  [paths.sandbox(), [/^Copy /, /to \S+@/, /^(Newer|Older)$/]],
  [paths.providers(), [/^Columns$/]],
  [paths.provider('Seen'), [/table$/, /^Also send a real message$/]],
  [paths.provider('Seen', { tab: 'settings' }), []],
  [paths.provider('Seen', { tab: 'keys' }), []],
  [paths.newProvider(), []],
  [paths.providerChecks(), []],
  // What is tried there happens in the page alone.
  [paths.routing(), [/./]],
  [paths.drills(), []],
  [paths.tokens(), []],
  [paths.token(token), []],
  [paths.newToken(), []],
  [paths.people(), []],
  [paths.companies(), []],
  [paths.reports(), []],
  [paths.settings(), []],
  [paths.settings({ tab: 'security' }), []],
  [paths.settings({ tab: 'json' }), []],
  [paths.monitoring(), [/^Change: /]],
  [paths.alerts(), [/^(Newer|Older)$/]],
  [paths.workers(), []],
  [paths.logs(), []],
  [paths.api(), []],
  [paths.audit(), []],
];

test.beforeAll(async ({ system }) => {
  const add = (email: string, role: string) =>
    system.relevo('admin', 'create', '--email', email, '--password', PASSWORD, '--role', role);
  await add('keeper@example.com', 'administrator');
  await add('looks@example.com', 'viewer');
  const sandbox = { kind: 'sandbox', settings: {}, fromEmail: 'clinic@example.com' };
  await system.relevo('suppression', 'add', 'gone@example.com');
  await addProviders(system, ...NAMES.map((name) => ({ name, ...sandbox })));
  const mail = ['--to', 'ana@example.com', '--subject', 'Seen', '--text', 'Hi'];
  message = (await system.relevo('message', 'send', ...mail)).split(' ')[0]!;
  await system.relevo('token', 'create', '--name', 'till', '--scopes', 'messages:send');
  const list = await system.relevo('token', 'list', '--json');
  const { data } = JSON.parse(list) as { data: { id: string; name: string }[] };
  token = data.find(({ name }) => name === 'till')!.id;
});

test.afterAll(async ({ system }) => {
  await removeProviders(system, ...NAMES);
  await system.relevo('person', 'deactivate', 'looks@example.com');
});

/** What can be pressed, by its name; what is locked is there, too, but says why. */
function pressable(within: Locator, role: 'button' | 'menuitem' = 'button'): Promise<string[]> {
  return within
    .getByRole(role)
    .evaluateAll((all) =>
      all
        .filter(
          (each) => !each.matches(':disabled, [aria-disabled=true]') && each.getClientRects().length > 0,
        )
        .map((each) => each.getAttribute('aria-label') ?? each.textContent ?? ''),
    );
}

async function expectNothingPressable(page: Page, free: RegExp[]): Promise<void> {
  const others = (await pressable(page.getByRole('main'))).filter(
    (name) => !free.some((each) => each.test(name)),
  );
  expect(others, page.url()).toEqual([]);
}

test('a viewer sees every page and can press nothing that the server would refuse', async ({ page }) => {
  test.setTimeout(240_000);
  await signIn(page, 'looks@example.com');
  await page.goto('/');
  await chooseTechnical(page);
  for (const [path, free] of pages()) {
    await page.goto(path);
    await settled(page);
    await expectNothingPressable(page, free);
  }

  await test.step('nor what is in a menu, below a list or in the palette', async () => {
    await page.goto(paths.message(message));
    await page.getByRole('button', { name: t('common.notNow') }).click();
    await expect(page.getByRole('menuitem').first()).toBeVisible();
    expect(await pressable(page.getByRole('main'), 'menuitem')).toEqual([]);
    await page.goto(paths.messages());
    await page
      .getByRole('checkbox', { name: t('common.table.pick') })
      .first()
      .check();
    const bar = page.getByRole('toolbar', { name: t('messages.selection.label') });
    const own = [t('messages.selection.pickAll'), t('messages.selection.clear')];
    expect((await pressable(bar)).filter((name) => !own.includes(name))).toEqual([]);
    await page.keyboard.press('Control+k');
    const palette = page.getByRole('dialog', { name: t('shell.palette.placeholder') });
    await palette.getByPlaceholder(t('shell.palette.placeholder')).fill('Also seen');
    await expect(palette.getByRole('button', { name: /Also seen/ }).first()).toBeVisible();
    const pause = t('shell.palette.pause', { name: 'Also seen' });
    await expect(palette.getByRole('button', { name: pause })).toHaveCount(0);
  });

  await test.step('and is told why, and who could', async () => {
    await page.goto(paths.people());
    await settled(page);
    await page.getByRole('button', { name: t('people.invite.action') }).focus();
    const reason = page.getByRole('tooltip').filter({ hasText: t('permissions.deeds.people_write') });
    await expect(reason).toContainText('Only administrators can');
    await expect(reason).toContainText('ask ');
  });
});
