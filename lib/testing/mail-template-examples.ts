import { startApiServer } from './api-server';
import { makeProvider } from './factories';
import { PLAIN_KEY } from './hook-plays';
import { MAIL_TEMPLATE_PLAYS } from './mail-template-plays';

let count = 0;

/** An account at SendGrid that keeps one template. */
export async function accountWithTemplate(): Promise<{ id: string; name: string }> {
  const { settings, answer } = MAIL_TEMPLATE_PLAYS.sendgrid;
  const name = `d-${String(++count).padStart(32, '0')}`;
  const kept = {
    id: name,
    title: 'Receipt',
    subject: 'Receipt {{number}}',
    html: '<p>{{total}}</p>',
    at: new Date(),
  };
  const { url } = await startApiServer((call) => answer(call, [kept]));
  const { id } = await makeProvider({
    kind: 'sendgrid',
    settings: settings(url),
    secrets: { apiKey: PLAIN_KEY },
    active: false,
  });
  return { id, name };
}

export const MAIL_TEMPLATE_EXAMPLES = Object.fromEntries(
  [
    'GET /api/v1/providers/[id]/mail-templates',
    'GET /api/v1/providers/[id]/mail-templates/[name]',
    'POST /api/v1/providers/[id]/mail-templates/[name]',
  ].map((name) => [name, accountWithTemplate]),
);
