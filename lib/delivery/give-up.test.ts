import { expect, it } from 'vitest';
import { newId } from '@/lib/ids';
import { getMessage } from '@/lib/messages/get';
import { useTestDatabase } from '@/lib/testing/database';
import { makeMessage, makeProvider, testContext } from '@/lib/testing/factories';
import { deliverMessages } from './deliver';

useTestDatabase();

it('says why nobody takes it as a code with its parameters, and of those not asked too', async () => {
  await makeProvider({ name: 'Correo', kind: 'postmark', secrets: { apiKey: 'key' } });
  await makeProvider({ name: 'Other' });
  const { id } = await makeMessage({
    to: ['ana@example.com', 'luis@example.com'],
    providers: ['Correo'],
    attachments: [{ filename: 'datos.mdb', content: 'eA==' }],
  });
  await deliverMessages(newId(), [id]);
  const { status, reason, attempts, recipients, events } = await getMessage(testContext, id);
  expect({ status, reason, attempts }).toEqual({ status: 'failed', reason: 'cannot_carry', attempts: [] });
  const misfits = [{ provider: 'Correo', what: 'file_type', detail: '.mdb' }];
  const reply = 'Correo takes no attachments of the type .mdb';
  for (const each of recipients) expect(each).toMatchObject({ status: 'failed', misfits, reply });
  const failed = events.filter(({ type }) => type === 'failed');
  expect(failed).toHaveLength(2);
  for (const { detail } of failed) expect(detail).toMatchObject({ code: 'unsupported', misfits, reply });
  // Told once.
  expect(failed.filter(({ detail }) => detail!.candidates)).toHaveLength(1);
  expect(failed[0]!.detail!.candidates).toMatchObject([
    { provider: 'Correo', reason: 'cannot_carry', misfit: { what: 'file_type' } },
    { provider: 'Other', reason: 'not_requested' },
  ]);
});
