import { newId } from '@/lib/ids';
import { readProviderTemplates } from '@/lib/whatsapp-templates/list';
import { keepWhatsAppTemplates } from '@/lib/whatsapp-templates/read';
import { startApiServer } from './api-server';
import { makeProvider, testContext } from './factories';
import { makeTemplate } from './templates';
import { META_TOKEN, playMetaAccount, SENDER_ID, WABA } from './whatsapp-account';

/** The account of the examples, whose templates are read, and the template of ours that they name. */
export async function exampleAccount(): Promise<{ id: string }> {
  const { url } = await startApiServer(playMetaAccount().answer);
  const settings = { phoneNumberId: SENDER_ID, businessAccountId: WABA, endpoint: url };
  const { id } = await makeProvider({
    kind: 'whatsapp',
    name: `WhatsApp ${newId()}`,
    fromEmail: null,
    settings,
    secrets: { apiKey: META_TOKEN },
  });
  await makeTemplate({ key: 'su-saldo' }).catch(() => undefined);
  await readProviderTemplates(testContext, { id });
  await keepWhatsAppTemplates();
  return { id };
}

export const WHATSAPP_EXAMPLES = Object.fromEntries(
  [
    'GET /api/v1/providers/[id]/templates',
    'POST /api/v1/providers/[id]/templates',
    'GET /api/v1/providers/[id]/templates/draft',
    'POST /api/v1/providers/[id]/templates/read',
    'POST /api/v1/providers/[id]/templates/bind',
    'POST /api/v1/providers/[id]/templates/unbind',
  ].map((name) => [name, exampleAccount]),
);
