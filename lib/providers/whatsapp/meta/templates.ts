import { entryOf } from '@/lib/entry-of';
import type { InboundRequest } from '@/lib/events/inbound';
import { askService, listIn, unreadable } from '../../api/ask-service';
import { readJson } from '../../api/json';
import { pageByPage } from '../../api/page-by-page';
import { type Fields, fieldsOf, listOf, readBody, textOf } from '../../email/events/fields';
import type {
  ListedTemplate,
  NewTemplate,
  TemplateApi,
  TemplateChange,
  WhatsAppHeader,
  WhatsAppState,
} from '../../template-api';
import { parametersOf } from '../parameters';
import type { MetaConfig, MetaSecrets, MetaSettings } from './settings';
import { authorization, graphUrl } from './to-call';

const FIELDS = 'name,language,status,category,components,quality_score,rejected_reason';

/** https://developers.facebook.com/docs/whatsapp/business-management-api/message-templates */
export const metaTemplates: TemplateApi<MetaSettings, MetaSecrets> = {
  source: {
    url: 'https://developers.facebook.com/docs/whatsapp/business-management-api/message-templates',
    checked: '2026-11-30',
  },
  missing: ({ settings }) => (settings.businessAccountId ? null : 'businessAccountId'),

  list: (config) =>
    pageByPage('', async (after) => {
      const query = new URLSearchParams({ fields: FIELDS, limit: '100', ...(after && { after }) });
      const url = `${templatesUrl(config)}?${query}`;
      const reply = await askService({ method: 'GET', url, headers: authorization(config) });
      const { data, paging } = readJson<{ data: unknown; paging: unknown }>(reply.text);
      const { next, cursors } = fieldsOf(paging);
      return {
        found: listIn(data, reply).flatMap((one) => toListed(fieldsOf(one))),
        next: next ? (textOf(fieldsOf(cursors).after) ?? null) : null,
      };
    }),

  async submit(config, template) {
    const reply = await askService({
      method: 'POST',
      url: templatesUrl(config),
      headers: { ...authorization(config), 'content-type': 'application/json' },
      body: JSON.stringify(toCreate(template)),
    });
    const { status, category } = readJson<{ status: unknown; category: unknown }>(reply.text);
    if (typeof status !== 'string') throw unreadable(reply);
    const { name, language } = template;
    return { name, language, state: stateOf(status) ?? 'waiting', category: categoryOf(category) };
  },

  changes,
};

function templatesUrl(config: MetaConfig): string {
  return `${graphUrl(config)}/${config.settings.businessAccountId}/message_templates`;
}

function toCreate({ name, language, category, body, examples }: NewTemplate) {
  const example = examples.length > 0 && { example: { body_text: [examples] } };
  return {
    name,
    language,
    category: category.toUpperCase(),
    parameter_format: 'POSITIONAL',
    components: [{ type: 'BODY', text: body, ...example }],
  };
}

function toListed(one: Fields): ListedTemplate[] {
  const { name, language, status, category, quality_score: quality, rejected_reason: reason } = one;
  const state = stateOf(status);
  const [title, inLanguage] = [textOf(name), textOf(language)];
  if (!title || !inLanguage || !state) return [];
  const parts = listOf(one.components).map(fieldsOf);
  const body = textOf(parts.find(({ type }) => type === 'BODY')?.text) ?? '';
  return [
    {
      name: title,
      title,
      language: inLanguage,
      category: categoryOf(category),
      state,
      quality: qualityOf(fieldsOf(quality).score),
      reason: reasonOf(reason),
      header: headerOf(parts.find(({ type }) => type === 'HEADER')),
      body,
      parameters: parametersOf(body),
    },
  ];
}

/** Null: it is on its way out, or gone. */
const STATES: Record<string, WhatsAppState | null> = {
  APPROVED: 'approved',
  // At risk, and still sent.
  FLAGGED: 'approved',
  REINSTATED: 'approved',
  PENDING: 'waiting',
  IN_APPEAL: 'waiting',
  REJECTED: 'rejected',
  PAUSED: 'paused',
  DISABLED: 'disabled',
  LIMIT_EXCEEDED: 'disabled',
  ARCHIVED: 'archived',
  PENDING_DELETION: null,
  DELETED: null,
};

/** One that we do not know is not counted on. */
function stateOf(status: unknown): WhatsAppState | null {
  return entryOf(STATES, status) === undefined ? 'waiting' : entryOf(STATES, status)!;
}

function categoryOf(category: unknown): ListedTemplate['category'] {
  return (
    entryOf({ UTILITY: 'utility', MARKETING: 'marketing', AUTHENTICATION: 'authentication' }, category) ??
    null
  );
}

function qualityOf(score: unknown): ListedTemplate['quality'] {
  return entryOf({ GREEN: 'green', YELLOW: 'yellow', RED: 'red' }, score) ?? null;
}

function reasonOf(reason: unknown): string | null {
  const said = textOf(reason);
  return said && said !== 'NONE' ? said.slice(0, 300) : null;
}

function headerOf(part: Fields | undefined): WhatsAppHeader {
  if (!part) return 'none';
  return entryOf({ TEXT: 'text', DOCUMENT: 'document', IMAGE: 'image' } as const, part.format) ?? 'other';
}

/** https://developers.facebook.com/documentation/business-messaging/whatsapp/webhooks/reference/message_template_status_update */
function changes({ body }: InboundRequest, { settings }: MetaConfig): TemplateChange[] {
  return listOf(fieldsOf(readBody(body)).entry)
    .map(fieldsOf)
    .filter(({ id }) => textOf(id) === settings.businessAccountId)
    .flatMap((entry) => listOf(entry.changes).flatMap((change) => toChange(fieldsOf(change))));
}

function toChange({ field, value }: Fields): TemplateChange[] {
  const told = fieldsOf(value);
  const [name, language] = [textOf(told.message_template_name), textOf(told.message_template_language)];
  if (!name || !language) return [];
  // The webhook writes it with a hyphen, and the list with an underscore.
  const of = { name, language: language.replace('-', '_') };
  if (field === 'message_template_status_update') {
    const state = stateOf(told.event);
    const why = textOf(fieldsOf(told.other_info).description) ?? textOf(fieldsOf(told.rejection_info).reason);
    return state ? [{ ...of, state, reason: why?.slice(0, 300) ?? reasonOf(told.reason) }] : [];
  }
  if (field === 'message_template_quality_update')
    return [{ ...of, quality: qualityOf(told.new_quality_score) }];
  if (field === 'template_category_update') return [{ ...of, category: categoryOf(told.new_category) }];
  return [];
}
