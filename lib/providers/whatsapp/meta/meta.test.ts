import type { Outgoing } from '@/lib/channels/outgoing';
import type { ApiCallSeen } from '@/lib/testing/api-server';
import type { AdapterOf } from '@/lib/testing/contract-messages';
import { useTestDatabase } from '@/lib/testing/database';
import { META, readMetaSend } from '@/lib/testing/meta-messages';
import { describeSmsContract } from '@/lib/testing/sms-contract';
import { metaWhatsApp } from './meta';

// What is known of its templates.
useTestDatabase();

const adapter = metaWhatsApp as unknown as AdapterOf<Outgoing>;

const answer = (body: unknown, status = 200) => ({ status, body });
const accepted = answer({
  messaging_product: 'whatsapp',
  contacts: [{ input: '595981234567', wa_id: '595981234567' }],
  messages: [{ id: 'wamid.HBgM', message_status: 'accepted' }],
});
const refused = (code: number, more: object = {}, status = 400) =>
  answer(
    { error: { message: `(#${code}) no`, type: 'OAuthException', code, fbtrace_id: 'A', ...more } },
    status,
  );
const token = (data: object) =>
  answer({
    data: {
      is_valid: true,
      expires_at: 0,
      application: 'Clinic',
      scopes: ['whatsapp_business_messaging', 'whatsapp_business_management'],
      ...data,
    },
  });
const number = (more: object = {}) =>
  answer({
    display_phone_number: '+595 981 234567',
    verified_name: 'Clinic',
    quality_rating: 'GREEN',
    platform_type: 'CLOUD_API',
    ...more,
  });
const works = ({ path }: ApiCallSeen) => (path.includes('debug_token') ? token({}) : number());
const account = { fault: 'provider', permanent: true } as const;
const content = { fault: 'content', permanent: true } as const;
const later = { fault: 'provider', permanent: false } as const;

describeSmsContract({
  adapter: adapter as never,
  settings: (endpoint) => ({ endpoint, phoneNumberId: META.phone }),
  secrets: { apiKey: META.token },
  make: ({ text, from: _from, ...sms }) =>
    ({ ...sms, template: { name: 'aviso', language: 'es', variables: { 1: text } } }) as never,
  isSend: ({ method }) => method === 'POST',
  readSend: (call) => {
    const { to, template } = readMetaSend(call);
    const [body] = template!.components!;
    return { to: `+${to}`, text: (body!.parameters[0] as { text: string }).text };
  },
  accepted,
  check: {
    works,
    failures: {
      auth: token({ is_valid: false, expires_at: 1_795_000_000 }),
      permission: token({ scopes: ['whatsapp_business_management'] }),
    },
  },
  badCredentials: refused(190, {}, 401),
  throttled: { answer: refused(130429) },
  refusals: [
    ['permission withdrawn', refused(200), account],
    ['payment', refused(131042), account],
    ['registration of the number', refused(133015), account],
    ['a template still being copied', refused(134101), later],
    ['not on WhatsApp', refused(131026), { fault: 'recipient', permanent: true }],
    ['no marketing any more', refused(131050), { fault: 'recipient', permanent: true, declined: true }],
    ['kept back by Meta for now', refused(131049), { fault: 'recipient', permanent: false }],
    // "too many messages sent from this phone number to the same phone number": https://docs.ycloud.com/reference-link/whatsapp-errors
    ['too many to this one person', refused(131056, {}, 429), { fault: 'recipient', permanent: false }],
    ['outside the window', refused(131047), content],
    ['no such template', refused(132001), content],
    ['transient, whatever its code', refused(132001, { is_transient: true }), later],
    ['Meta is down', refused(131016), later],
    [
      'an id that is not that of a number',
      refused(100, { message: 'Unsupported: Object with ID 1' }),
      account,
    ],
    ['a parameter', refused(100, { message: 'Invalid parameter' }), content],
  ],
});
