import { expect, it } from 'vitest';
import { newId } from '@/lib/ids';
import { getMessage } from '@/lib/messages/get';
import { useTestDatabase } from '@/lib/testing/database';
import { makeMessage, makeProvider, testContext } from '@/lib/testing/factories';
import { deliverMessages } from './deliver';

useTestDatabase();

const UNICODE = 'clínica.example';
const ASCII = 'xn--clnica-4va.example';

it.each([
  [UNICODE, ASCII, 'sent'],
  [ASCII, UNICODE, 'sent'],
  [UNICODE, 'CLÍNICA.Example', 'sent'],
  [UNICODE, 'clinica.example', 'retrying'],
])('a provider for %s, a sender of %s: %s', async (domain, sender, status) => {
  const { name } = await makeProvider({ senderDomains: [domain] });
  const { id } = await makeMessage({ from: `ana@${sender}`, providers: [name] });
  await deliverMessages(newId(), [id]);
  expect((await getMessage(testContext, id)).status).toBe(status);
});
