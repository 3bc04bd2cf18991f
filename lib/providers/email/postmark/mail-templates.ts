import type { OutboundReply } from '@/lib/outbound/safe-fetch';
import type { ProviderConfig } from '../../adapter';
import { askService, listIn } from '../../api/ask-service';
import { readJson } from '../../api/json';
import { pageByPage } from '../../api/page-by-page';
import type { Reach } from '../../api/reach';
import { type ListedMailTemplate, type MailTemplateApi, MOST_TEMPLATE_BYTES } from '../../mail-template-api';
import { type Fields, fieldsOf, textOf } from '../events/fields';

const AT_ONCE = 100;
/** Where a layout has its template: https://postmarkapp.com/developer/user-guide/send-email-with-api/send-email-with-templates */
const CONTENT = /\{\{\{\s*@content\s*\}\}\}/g;

/** Of the server that the key is for; one that stands within a layout with it: https://postmarkapp.com/developer/api/templates-api */
export function postmarkMailTemplates<Settings, Secrets extends { apiKey: string }>(
  reach: Reach<ProviderConfig<Settings, Secrets>>,
): MailTemplateApi<Settings, Secrets> {
  const find = async (config: ProviderConfig<Settings, Secrets>, name: string): Promise<Fields> => {
    const { url, headers } = reach(config);
    const reply = await askService(
      {
        method: 'GET',
        url: `${url}/templates/${encodeURIComponent(name)}`,
        headers,
        maxBytes: MOST_TEMPLATE_BYTES,
      },
      { passes: isGone },
    );
    return reply.status === 200 ? readJson<Fields>(reply.text) : {};
  };
  return {
    source: { url: 'https://postmarkapp.com/developer/api/templates-api', checked: '2026-11-30' },
    dialect: 'postmark',
    list(config) {
      const { url, headers } = reach(config);
      return pageByPage(0, async (offset) => {
        const query = new URLSearchParams({
          count: String(AT_ONCE),
          offset: String(offset),
          TemplateType: 'Standard',
        });
        const reply = await askService({ method: 'GET', url: `${url}/templates?${query}`, headers });
        const entries = listIn(readJson<Fields>(reply.text).Templates, reply).map(fieldsOf);
        return { found: entries.flatMap(listed), next: entries.length < AT_ONCE ? null : offset + AT_ONCE };
      });
    },
    async read(config, name) {
      const template = await find(config, name);
      const [about] = listed(template);
      if (!about) return null;
      const within = textOf(template.LayoutTemplate);
      const layout = within ? await find(config, within) : {};
      const html = inside(layout.HtmlBody, template.HtmlBody);
      const text = inside(layout.TextBody, template.TextBody) || null;
      const key = textOf(template.Alias) ?? about.name;
      return {
        key,
        title: about.title,
        subject: textOf(template.Subject) ?? '',
        html,
        text,
        changedAt: null,
      };
    },
  };
}

/** "1101: Template not found", as 422. */
function isGone({ status, text }: OutboundReply): boolean {
  return status === 404 || (status === 422 && text.includes('1101'));
}

function inside(layout: unknown, body: unknown): string {
  const own = typeof body === 'string' ? body : '';
  return typeof layout === 'string' && layout !== '' ? layout.replace(CONTENT, () => own) : own;
}

function listed({ TemplateId, Name, Active }: Fields): ListedMailTemplate[] {
  const name = textOf(TemplateId);
  if (!name || Active === false) return [];
  return [{ name, title: textOf(Name) ?? name, subject: null, changedAt: null }];
}
