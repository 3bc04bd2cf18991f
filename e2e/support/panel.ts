import { AxeBuilder } from '@axe-core/playwright';
import { expect, type Page } from '@playwright/test';
import { actionIds } from './action-ids';

export const PASSWORD = 'correct horse battery staple';

/** Collects what the browser complains of, but for what it or the server was right to refuse; `expectNone` is called at the end of a journey. */
export function watchConsole(page: Page, refused?: RegExp): { expectNone: () => void } {
  const complaints: string[] = [];
  page.on('console', (message) => {
    const isComplaint = message.type() === 'error' || message.type() === 'warning';
    if (isComplaint && !refused?.test(message.text())) complaints.push(`${page.url()}: ${message.text()}`);
  });
  page.on('pageerror', (error) => complaints.push(`${page.url()}: ${error.message}`));
  return { expectNone: () => expect(complaints).toEqual([]) };
}

const LEVEL_AA = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/** What moves comes to its end (but for what moves for ever): a colour on its way to another is none that anybody reads. */
export async function still(page: Page): Promise<void> {
  await page.evaluate(() => {
    const ends = document
      .getAnimations()
      .filter(({ effect }) => Number.isFinite(effect?.getComputedTiming().endTime));
    return Promise.allSettled(ends.map(({ finished }) => finished));
  });
}

/** WCAG 2.2 AA as far as a machine can judge it, or `rules` of it. */
export async function expectAccessible(page: Page, rules?: string[]): Promise<void> {
  // Next tells it after what is on the page.
  await expect(page).toHaveTitle(/./);
  await still(page);
  // What frames show is somebody's mail, in which no script runs: axe would wait a minute for each of them to answer.
  const axe = new AxeBuilder({ page }).options({ resultTypes: ['violations'] }).exclude('iframe');
  const { violations } = await (rules ? axe.withRules(rules) : axe.withTags(LEVEL_AA))
    // Its other way goes through a page of its own, which takes twice as long; this one waits a second for each frame.
    .setLegacyMode(page.frames().length === 1)
    .analyze();
  await expect(page.locator('iframe:not([title]):not([inert] iframe)')).toHaveCount(0);
  const found = violations.map(
    ({ id, nodes }) => `${id}: ${nodes.map((node) => node.target.join(' ')).join(' | ')}`,
  );
  expect(found, page.url()).toEqual([]);
}

/**
 * Signed in by what the form sends, and still at no page: the form and then home, which nobody asked for, were a second and a half of work in
 * each test. `url`: of a system other than the shared one.
 */
export async function signIn(page: Page, email: string, url = ''): Promise<void> {
  const answer = await page.request.post(`${url}/sign-in`, {
    headers: { 'next-action': signInId(), 'content-type': 'text/plain;charset=UTF-8' },
    data: JSON.stringify([{ email, password: PASSWORD }]),
  });
  expect(await answer.text()).toContain('"data":{"needsCode":false}');
}

/** Read when it is needed: the system that starts first may have to build the panel. */
function signInId(): string {
  return (
    actionIds().get('app/(auth)/sign-in/actions.ts signInAction') ?? 'not among the actions of the build'
  );
}

/** By the form, to home: for tests about signing in, and for who is sent to the form in the middle of something. */
export async function signInByForm(page: Page, email: string, url = ''): Promise<void> {
  await page.goto(`${url}/sign-in`);
  await page.getByLabel('E-mail address').fill(email);
  await page.getByLabel('Password', { exact: true }).fill(PASSWORD);
  await page.getByRole('button', { name: 'Sign in' }).click();
  await page.waitForURL((url) => url.pathname === '/');
}

/** Kept for the person by a server action; leaving the page before its answer would cancel it. */
export async function chooseTechnical(page: Page): Promise<void> {
  const radio = page.getByRole('radio', { name: 'Technical', exact: true });
  if (await radio.isChecked()) return;
  const kept = page.waitForResponse((response) => response.request().method() === 'POST');
  await page.getByText('Technical', { exact: true }).click();
  await kept;
}

/** The panel's own answers are there: no skeleton, no spinner. */
export async function settled(page: Page): Promise<void> {
  await page.waitForLoadState('networkidle');
  await expect(page.getByRole('heading', { level: 1 }).first()).toBeVisible();
}
