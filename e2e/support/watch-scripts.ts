import type { Page } from '@playwright/test';

/**
 * What of a hostile text came to life in this page or a frame of it: it ran (`ran()`, which it calls), it opened a dialog, or the content
 * policy had to stop it, which a text that is shown as text gives no cause for.
 */
export async function watchScripts(page: Page): Promise<string[]> {
  const alive: string[] = [];
  const note = (what: string) => {
    alive.push(`${new URL(page.url()).pathname}: ${what}`);
  };
  page.on('dialog', (dialog) => {
    note(`dialog: ${dialog.message()}`);
    void dialog.dismiss();
  });
  page.on('pageerror', (error) => note(`error: ${error.message}`));
  await page.exposeFunction('ran', (where: string) => note(`ran: ${where}`));
  await page.exposeFunction('stopped', (what: string) => note(`stopped: ${what}`));
  await page.addInitScript(() => {
    const { stopped } = window as unknown as { stopped: (what: string) => void };
    document.addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI, sample }) =>
      stopped(`${violatedDirective} ${blockedURI} ${sample}`),
    );
  });
  return alive;
}
