import { entryOf } from '@/lib/entry-of';
import { askService, listIn, unreadable } from '../../api/ask-service';
import { asText, readJson } from '../../api/json';
import { pageByPage } from '../../api/page-by-page';
import { baseUrl } from '../../api/settings';
import { type Fields, fieldsOf, textOf } from '../../email/events/fields';
import { headers } from '../../sms/twilio/account';
import type { ListedTemplate, TemplateApi, WhatsAppState } from '../../template-api';
import { parametersOf } from '../parameters';
import type { TwilioWhatsAppConfig } from './settings';

export const CONTENT_ENDPOINT = 'https://content.twilio.com';

/** https://www.twilio.com/docs/content/content-api-resources */
export const twilioTemplates: TemplateApi<TwilioWhatsAppConfig['settings'], TwilioWhatsAppConfig['secrets']> =
  {
    source: { url: 'https://www.twilio.com/docs/content/content-api-resources', checked: '2026-11-30' },
    missing: () => null,

    list: (config) =>
      pageByPage(`${contentUrl(config)}/v1/ContentAndApprovals?PageSize=100`, async (url) => {
        const reply = await askService({ method: 'GET', url, headers: headers(config) });
        const { contents, meta } = readJson<{ contents: unknown; meta: unknown }>(reply.text);
        const found = listIn(contents, reply).flatMap((one) => toListed(fieldsOf(one)));
        const next = textOf(fieldsOf(meta).next_page_url);
        // Of the same service, or it is not followed with its secret.
        return { found, next: next?.startsWith(`${contentUrl(config)}/`) ? next : null };
      }),

    /** Made first, then handed in for WhatsApp: https://www.twilio.com/docs/content/create-and-send-your-first-content-api-template */
    async submit(config, { name, language: wanted, category, body, examples }) {
      // It knows languages without their country.
      const language = wanted.split('_')[0]!;
      const post = (path: string, content: object) =>
        askService({
          method: 'POST',
          url: `${contentUrl(config)}/v1/Content${path}`,
          headers: { ...headers(config), 'content-type': 'application/json' },
          body: JSON.stringify(content),
        });
      const made = await post('', {
        friendly_name: name,
        language,
        variables: Object.fromEntries(examples.map((example, n) => [String(n + 1), example])),
        types: { 'twilio/text': { body } },
      });
      const sid = asText(readJson<{ sid: unknown }>(made.text).sid);
      if (!sid) throw unreadable(made);
      const asked = await post(`/${sid}/ApprovalRequests/whatsapp`, {
        name,
        category: category.toUpperCase(),
      });
      const { status } = readJson<{ status: unknown }>(asked.text);
      return { name: sid, language, state: stateOf(status), category };
    },
  };

function contentUrl({ settings }: Pick<TwilioWhatsAppConfig, 'settings'>): string {
  return baseUrl(settings.endpoint, CONTENT_ENDPOINT);
}

function toListed(one: Fields): ListedTemplate[] {
  const { sid, friendly_name: title, language, types, variables, approval_requests: approval } = one;
  const [name, inLanguage] = [textOf(sid), textOf(language)];
  if (!name || !inLanguage) return [];
  const { status, category, rejection_reason: reason } = fieldsOf(approval);
  const [kind, content] = Object.entries(fieldsOf(types))[0] ?? [];
  const body = textOf(fieldsOf(content).body) ?? '';
  const declared = Object.keys(fieldsOf(variables));
  return [
    {
      name,
      title: textOf(title) ?? name,
      language: inLanguage,
      category:
        entryOf({ UTILITY: 'utility', MARKETING: 'marketing', AUTHENTICATION: 'authentication' }, category) ??
        null,
      state: stateOf(status),
      quality: null,
      reason: textOf(reason)?.slice(0, 300) ?? null,
      header: kind === 'twilio/text' ? 'none' : kind === 'twilio/media' ? 'document' : 'other',
      body,
      // A variable that is left out goes out as its sample.
      parameters:
        declared.length > 0 ? declared.toSorted((a, b) => Number(a) - Number(b)) : parametersOf(body),
    },
  ];
}

const STATES: Record<string, WhatsAppState> = {
  unsubmitted: 'draft',
  received: 'waiting',
  pending: 'waiting',
  approved: 'approved',
  rejected: 'rejected',
  paused: 'paused',
  disabled: 'disabled',
};

function stateOf(status: unknown): WhatsAppState {
  return status === undefined || status === null ? 'draft' : (entryOf(STATES, status) ?? 'waiting');
}
