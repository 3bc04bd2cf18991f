import { expect, it } from 'vitest';
import { describeAccess } from '@/lib/testing/access';
import { useTestDatabase } from '@/lib/testing/database';
import { makeToken } from '@/lib/testing/factories';
import { call } from '@/lib/testing/http';
import { GET as kinds } from './route';

useTestDatabase();

describeAccess('kinds', kinds, { scope: 'providers:read', role: 'viewer' });

it('kinds say as JSON Schema what a form needs', async () => {
  const { data } = (await call(kinds, { token: await makeToken() })).body;
  expect(data.map(({ kind }: { kind: string }) => kind).toSorted()).toEqual([
    'brevo',
    'http-sms',
    'mailgun',
    'postmark',
    'resend',
    'sandbox',
    'sendgrid',
    'ses',
    'slack',
    'slack-sandbox',
    'slack-webhook',
    'sms-sandbox',
    'smtp',
    'telegram',
    'telegram-sandbox',
    'twilio',
    'twilio-whatsapp',
    'whatsapp',
    'whatsapp-sandbox',
  ]);
  const [mail] = data.filter(({ kind }: { kind: string }) => kind === 'smtp');
  expect(mail.settings.properties).toMatchObject({ host: { type: 'string' }, port: { default: 587 } });
  expect(mail.settings.required).toEqual(['host']);
  expect(data.every(({ carries }: { carries: object }) => 'unicodeLocalParts' in carries)).toBe(true);
  expect(mail.secrets.properties).toHaveProperty('password');
  expect(mail.presets.map(({ name }: { name: string }) => name)).toContain('gmail');
});
