import { newId } from '@/lib/ids';
import { acceptMessage } from '@/lib/intake/accept';
import { MessageInput } from '@/lib/messages/schema';
import { getProviderTemplates, readProviderTemplates } from '@/lib/whatsapp-templates/list';
import { keepWhatsAppTemplates } from '@/lib/whatsapp-templates/read';
import { startApiServer } from './api-server';
import { deliverAgain } from './deliver';
import { makeProvider, testContext } from './factories';
import { LOW_BALANCE, makeTemplate } from './templates';
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

const TO = '+595981234567';

/** One of its own, whose templates are read, and a template of ours; `send`: a message made with that. */
export async function ownAccount(templates?: Parameters<typeof playMetaAccount>[0]) {
  const played = playMetaAccount(templates);
  const { url } = await startApiServer(played.answer);
  const { id, name } = await makeProvider({
    kind: 'whatsapp',
    fromEmail: null,
    settings: { phoneNumberId: SENDER_ID, businessAccountId: WABA, endpoint: url },
    secrets: { apiKey: META_TOKEN },
  });
  await readProviderTemplates(testContext, { id });
  await keepWhatsAppTemplates();
  const { key: template } = await makeTemplate();
  const send = async (over: object = {}) => {
    const input = {
      channel: 'whatsapp',
      to: TO,
      template,
      language: 'es',
      variables: LOW_BALANCE,
      providers: [name],
      ...over,
    };
    const { id: messageId } = await acceptMessage(testContext, MessageInput.parse(input as never));
    const [message] = await deliverAgain([messageId]);
    return message!;
  };
  return { ...played, id, template, send, view: () => getProviderTemplates(testContext, { id }) };
}
