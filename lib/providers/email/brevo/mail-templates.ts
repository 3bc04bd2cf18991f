import type { ProviderConfig } from '../../adapter';
import { askService, listIn } from '../../api/ask-service';
import { readJson } from '../../api/json';
import { pageByPage } from '../../api/page-by-page';
import type { Reach } from '../../api/reach';
import { type ListedMailTemplate, type MailTemplateApi, MOST_TEMPLATE_BYTES } from '../../mail-template-api';
import { type Fields, fieldsOf, textOf, timeOf } from '../events/fields';

/** What is in them comes with the list. */
const AT_ONCE = 50;

/** Active ones: https://developers.brevo.com/reference/get-smtp-templates */
export function brevoMailTemplates<Settings, Secrets extends { apiKey: string }>(
  reach: Reach<ProviderConfig<Settings, Secrets>>,
): MailTemplateApi<Settings, Secrets> {
  return {
    source: { url: 'https://developers.brevo.com/reference/get-smtp-templates', checked: '2026-11-30' },
    dialect: 'brevo',
    list(config) {
      const { url, headers } = reach(config);
      return pageByPage(0, async (offset) => {
        const query = new URLSearchParams({
          templateStatus: 'true',
          limit: String(AT_ONCE),
          offset: String(offset),
        });
        const reply = await askService({
          method: 'GET',
          url: `${url}/v3/smtp/templates?${query}`,
          headers,
          maxBytes: MOST_TEMPLATE_BYTES,
        });
        const body = readJson<Fields>(reply.text);
        // An account without any answers without the list.
        const entries = body.count === 0 ? [] : listIn(body.templates, reply).map(fieldsOf);
        return { found: entries.flatMap(listed), next: entries.length < AT_ONCE ? null : offset + AT_ONCE };
      });
    },
    async read(config, name) {
      const { url, headers } = reach(config);
      const reply = await askService(
        {
          method: 'GET',
          url: `${url}/v3/smtp/templates/${encodeURIComponent(name)}`,
          headers,
          maxBytes: MOST_TEMPLATE_BYTES,
        },
        { passes: ({ status }) => status === 404 },
      );
      const template = reply.status === 404 ? {} : readJson<Fields>(reply.text);
      const [about] = listed(template);
      if (!about || typeof template.htmlContent !== 'string') return null;
      const { title, subject, changedAt } = about;
      return { key: name, title, subject: subject ?? '', html: template.htmlContent, text: null, changedAt };
    },
  };
}

function listed({ id, name: title, subject, modifiedAt }: Fields): ListedMailTemplate[] {
  const name = textOf(id);
  if (!name) return [];
  return [
    { name, title: textOf(title) ?? name, subject: textOf(subject) ?? null, changedAt: timeOf(modifiedAt) },
  ];
}
