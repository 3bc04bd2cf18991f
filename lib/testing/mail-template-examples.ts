import { write } from '@/lib/templates/starters/write';
import { startApiServer } from './api-server';
import { makeProvider } from './factories';
import { PLAIN_KEY } from './hook-plays';
import { MAIL_TEMPLATE_PLAYS } from './mail-template-plays';
import { draftTemplate } from './templates';

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

const MAIL_TEMPLATE_EXAMPLES = Object.fromEntries(
  [
    'GET /api/v1/providers/[id]/mail-templates',
    'GET /api/v1/providers/[id]/mail-templates/[name]',
    'POST /api/v1/providers/[id]/mail-templates/[name]',
  ].map((name) => [name, accountWithTemplate]),
);

/** One that was written in blocks. */
async function inBlocks(): Promise<{ id: string }> {
  const source = JSON.stringify(write({}, [{ columns: [[{ kind: 'divider' }]] }]));
  const { id } = await draftTemplate({
    texts: { es: { subject: 'Hola', kind: 'blocks', source } },
    variables: [],
  });
  return { id };
}

export const TEMPLATE_EXAMPLES = {
  ...MAIL_TEMPLATE_EXAMPLES,
  'POST /api/v1/templates/[id]/source': inBlocks,
};
