import { expect, type Page, test } from '@playwright/test';
import type { Locale } from '@/lib/i18n/locales';
import { translator } from '@/lib/i18n/translate';
import { paths } from '@/lib/paths';
import { type System, startSystem } from '@/lib/testing/system';
import { expectAccessible, PASSWORD, settled, watchConsole } from './support/panel';
import { addProviders } from './support/providers';

const LANGUAGES: { locale: Locale; name: string; other: string; browser: string }[] = [
  { locale: 'en', name: 'English', other: 'Español', browser: 'en-GB' },
  { locale: 'es', name: 'Español', other: 'English', browser: 'es-PY' },
];
const EMAIL = 'ana@example.com';

/** Set-up and what surrounds every page: one untouched system for each language, one step after the other. */
for (const { locale, name, other, browser } of LANGUAGES)
  test.describe(name, () => {
    test.use({ locale: browser, timezoneId: 'America/Asuncion' });
    const t = translator(locale);
    const inOther = translator(locale === 'en' ? 'es' : 'en');

    test(`set-up and frame, in ${name}`, async ({ page }) => {
      test.setTimeout(240_000);
      const system = await startSystem();
      const browserConsole = watchConsole(page, /status of 40[14]/);
      try {
        await test.step('before set-up every address says so, and how to get a link', async () => {
          for (const path of [paths.home(), paths.messages(), paths.signIn()]) {
            await page.goto(system.url + path);
            await expect(page.getByRole('heading', { name: t('auth.notSetUp.title') })).toBeVisible();
          }
          await expect(page.getByText('./relevo admin link')).toBeVisible();
          await expectAccessible(page);
        });
        await test.step('time zone and currency are guessed, shown and can be changed', () =>
          setUp(page, system));
        await test.step('every kind of provider can be chosen, and place is not asked again', () =>
          chooseKind(page));
        await test.step('what was set holds in the settings', async () => {
          await page.goto(system.url + paths.settings());
          await expect(box(page, t('settings.fields.general_timeZone.label'))).toHaveValue(/Asuncion/);
          await expect(box(page, t('settings.fields.general_currency.label'))).toHaveValue(/^USD/);
        });
        await test.step('a section of the navigation has pages', async () => {
          const sections = page.getByRole('navigation').getByRole('region');
          expect(await sections.count()).toBeGreaterThan(2);
          for (const section of await sections.all())
            expect(await section.getByRole('link').count()).toBeGreaterThan(0);
        });
        await test.step('what is not there is said within the frame, with ways on', () =>
          lookForNothing(page, system));
        await test.step('a question names both ways', () => keepMessage(page, system));
        await test.step('a changed form is not left unasked', () => leaveForms(page, system));
        await test.step('the language holds everywhere', () => changeLanguage(page, system));
        await test.step('signing in leads to the page asked for', () => comeBack(page, system));
        browserConsole.expectNone();
      } finally {
        await system.stop();
      }
    });

    async function setUp(page: Page, system: System): Promise<void> {
      const link = (await system.relevo('admin', 'link')).trim();
      expect(link).toContain(`${system.url}/setup/`);
      await page.goto(link);
      await expect(box(page, t('auth.setup.timeZone'))).toHaveValue(/^America\/Asuncion/);
      const currency = box(page, t('auth.setup.currency'));
      await expect(currency).toHaveValue(/^PYG/);
      await currency.click();
      await currency.fill('USD');
      await page.getByRole('option', { name: /^USD/ }).click();
      await page.getByLabel(t('auth.setup.name')).fill('Ana Núñez');
      await page.getByLabel(t('auth.setup.email')).fill(EMAIL);
      await page.getByLabel(t('auth.setup.password'), { exact: true }).fill(PASSWORD);
      await expectAccessible(page);
      await page.getByRole('button', { name: t('auth.setup.submit') }).click();
      await expect(page.getByRole('heading', { name: t('auth.provider.title') })).toBeVisible();
      await expect(system.relevo('admin', 'link')).rejects.toThrow(/already set up/);
    }

    async function chooseKind(page: Page): Promise<void> {
      for (const service of [
        t('providers.presets.own.label'),
        'SendGrid',
        'Mailgun',
        'Brevo',
        'Postmark',
        'Resend',
        'Gmail',
      ])
        await expect(page.getByRole('button', { name: service }).first()).toBeVisible();
      await expectAccessible(page);
      await page.getByRole('button', { name: t('providers.presets.own.label') }).click();
      await expect(field(page, t('providers.fields.host.label'))).toBeVisible();
      for (const asked of [t('auth.setup.timeZone'), t('auth.setup.currency')])
        await expect(box(page, asked)).toHaveCount(0);
    }

    async function lookForNothing(page: Page, system: System): Promise<void> {
      const main = page.getByRole('main');
      const ways: [string, string][] = [
        ['/nowhere/at/all?x=1', t('common.notFound.home')],
        [paths.provider('nobody'), t('providers.title')],
      ];
      for (const [path, way] of ways) {
        await page.goto(system.url + path);
        await expect(main.getByRole('heading', { name: t('common.notFound.title') })).toBeVisible();
        await expect(page.getByRole('navigation', { name: t('shell.mainNavigation') })).toBeVisible();
        await expectAccessible(page);
        await main.getByRole('link', { name: way, exact: true }).click();
        await expect(main.getByRole('heading', { name: t('common.notFound.title') })).toBeHidden();
      }
      await expect(page).toHaveURL(system.url + paths.providers());
    }

    async function keepMessage(page: Page, system: System): Promise<void> {
      const sent = await system.relevo(
        'message',
        'send',
        ...['--to', 'x@example.com', '--from', EMAIL],
        ...['--subject', 'Recibo', '--text', 'x'],
      );
      await page.goto(system.url + paths.message(sent.split(' ')[0]!));
      await page.getByRole('button', { name: t('messages.cancel.button') }).click();
      const dialog = page.getByRole('dialog', { name: t('messages.cancel.title') });
      await expect(dialog.getByRole('button', { name: t('messages.cancel.confirm') })).toBeVisible();
      await dialog.getByRole('button', { name: t('messages.cancel.keep') }).click();
      await expect(dialog).toBeHidden();
    }

    async function leaveForms(page: Page, system: System): Promise<void> {
      await addProviders(system, { name: 'Sample', kind: 'sandbox', settings: {}, fromEmail: EMAIL });
      const question = page.getByRole('dialog', { name: t('common.leave.title') });
      const answer = async (key: 'keep' | 'confirm') => {
        await question.getByRole('button', { name: t(`common.leave.${key}`), exact: true }).click();
        await expect(question).toHaveCount(0);
      };
      const follow = (key: string) =>
        page
          .getByRole('navigation', { name: t('shell.mainNavigation') })
          .getByRole('link', { name: t(`shell.nav.${key}`), exact: true })
          .click();
      const at = (path: string) => expect(page).toHaveURL(system.url + path);

      // Untouched ones are no reason to ask.
      const forms = [
        paths.provider('Sample', { tab: 'settings' }),
        paths.settings(),
        paths.compose(),
        paths.account(),
      ];
      for (const path of forms) {
        await page.goto(system.url + path);
        await settled(page);
        await follow('queue');
        await at(paths.queue());
        await expect(question).toHaveCount(0);
      }

      await follow('account');
      const person = page.getByLabel(t('account.preferences.name'));
      await person.click();
      await person.pressSequentially('!');
      await follow('messages');
      await answer('keep');
      // Held up, it never comes to a page.
      void page.goBack().catch(() => undefined);
      await answer('keep');
      await at(paths.account());
      await expect(person).toHaveValue('Ana Núñez!');
      const closing = page.waitForEvent('dialog');
      void page.reload().catch(() => undefined);
      expect((await closing).type()).toBe('beforeunload');
      await (await closing).dismiss();

      // What is saved is no reason either.
      await page.getByRole('button', { name: t('account.preferences.submit'), exact: true }).click();
      await expect(page.getByText(t('account.preferences.saved'))).toBeVisible();
      await follow('tokens');
      await at(paths.tokens());

      await page.goto(system.url + paths.newToken());
      const token = page.getByLabel(t('tokens.form.name'));
      await token.fill('desk');
      await page.keyboard.press('Escape');
      await answer('keep');
      await expect(token).toHaveValue('desk');
      await page.keyboard.press('Escape');
      await answer('confirm');
      await expect(token).toBeHidden();

      await page.goto(system.url + paths.provider('Sample', { tab: 'settings' }));
      await page.getByLabel(t('providers.form.fromName')).fill('Clinic');
      await page.getByRole('tab', { name: t('providers.tabs.overview') }).click();
      await answer('keep');
      await follow('messages');
      await answer('confirm');
      await at(paths.messages());
    }

    async function changeLanguage(page: Page, system: System): Promise<void> {
      await page.getByRole('button', { name: t('shell.user.menu', { name: 'Ana Núñez!' }) }).click();
      await page.getByRole('menuitem', { name: other }).click();
      await expect(page.getByRole('heading', { name: inOther('messages.title'), level: 1 })).toBeVisible();
      await expect(page).toHaveTitle(`${inOther('messages.title')} · Relevo`);
      await expect(page.locator('html')).toHaveAttribute('lang', locale === 'en' ? 'es' : 'en');
      await page.goto(system.url + paths.account());
      await expect(page.getByRole('heading', { name: inOther('account.title'), level: 1 })).toBeVisible();
      await page.getByRole('button', { name: inOther('shell.user.menu', { name: 'Ana Núñez!' }) }).click();
      await page.getByRole('menuitem', { name: inOther('shell.user.signOut') }).click();
      await expect(page.getByRole('heading', { name: inOther('auth.signIn.title') })).toBeVisible();
      await settled(page);
      await page.getByRole('button', { name }).click();
      await expect(page.getByRole('heading', { name: t('auth.signIn.title') })).toBeVisible();
      await signIn(page);
      await expect(page.getByRole('navigation', { name: t('shell.mainNavigation') })).toBeVisible();
      await page.goto(system.url + paths.account());
      await expect(page.getByRole('heading', { name: t('account.title'), level: 1 })).toBeVisible();
    }

    async function comeBack(page: Page, system: System): Promise<void> {
      const wanted = paths.messages({ q: 'Recibo nº 13', status: 'parked' });
      const returns: [string, string][] = [
        [wanted, wanted],
        [paths.signIn({ callbackUrl: '//evil.example/' }), paths.home()],
        [paths.signIn({ callbackUrl: 'https://evil.example/' }), paths.home()],
      ];
      for (const [asked, reached] of returns) {
        // A page that is open would go to sign in by itself, in the middle of the way.
        await page.goto('about:blank');
        await page.context().clearCookies({ name: 'relevo.session' });
        await page.goto(system.url + asked);
        await signIn(page);
        await page.waitForURL((url) => url.pathname !== paths.signIn());
        const { origin, pathname, searchParams } = new URL(page.url());
        const expected = new URL(reached, system.url);
        expect([origin, pathname]).toEqual([system.url, expected.pathname]);
        expect(Object.fromEntries(searchParams)).toEqual(Object.fromEntries(expected.searchParams));
      }
    }

    async function signIn(page: Page): Promise<void> {
      await page.getByLabel(t('auth.signIn.email')).fill(EMAIL);
      await page.getByLabel(t('auth.signIn.password'), { exact: true }).fill(PASSWORD);
      await page.getByRole('button', { name: t('auth.signIn.submit') }).click();
    }
  });

const box = (page: Page, name: string) => page.getByRole('combobox', { name, exact: true });
const field = (page: Page, name: string) => page.getByRole('textbox', { name, exact: true });
