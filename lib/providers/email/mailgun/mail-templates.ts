import type { ProviderConfig } from '../../adapter';
import { askService, listIn } from '../../api/ask-service';
import { readJson } from '../../api/json';
import { pageByPage } from '../../api/page-by-page';
import type { Reach } from '../../api/reach';
import { type ListedMailTemplate, type MailTemplateApi, MOST_TEMPLATE_BYTES } from '../../mail-template-api';
import { type Fields, fieldsOf, textOf, timeOf } from '../events/fields';

/** "Default and maximum: 100" */
const AT_ONCE = 100;

/** Of the domain; of each the version that is active: https://documentation.mailgun.com/docs/mailgun/api-reference/send/mailgun/templates */
export function mailgunMailTemplates<Settings extends { domain: string }, Secrets extends { apiKey: string }>(
  reach: Reach<ProviderConfig<Settings, Secrets>>,
): MailTemplateApi<Settings, Secrets> {
  const ofDomain = (config: ProviderConfig<Settings, Secrets>) =>
    `${reach(config).url}/v3/${encodeURIComponent(config.settings.domain)}/templates`;
  return {
    source: {
      url: 'https://documentation.mailgun.com/docs/mailgun/api-reference/send/mailgun/templates',
      checked: '2026-11-30',
    },
    dialect: 'mailgun',
    list(config) {
      const { headers } = reach(config);
      return pageByPage('', async (after) => {
        const query = new URLSearchParams({
          limit: String(AT_ONCE),
          ...(after && { page: 'next', p: after }),
        });
        const reply = await askService({ method: 'GET', url: `${ofDomain(config)}?${query}`, headers });
        const entries = listIn(readJson<Fields>(reply.text).items, reply).map(fieldsOf);
        const last = textOf(entries.at(-1)?.name) ?? null;
        return { found: entries.flatMap(listed), next: entries.length < AT_ONCE ? null : last };
      });
    },
    async read(config, name) {
      const { headers } = reach(config);
      const reply = await askService(
        {
          method: 'GET',
          url: `${ofDomain(config)}/${encodeURIComponent(name)}?active=yes`,
          headers,
          maxBytes: MOST_TEMPLATE_BYTES,
        },
        { passes: ({ status }) => status === 404 },
      );
      const template = fieldsOf(reply.status === 404 ? {} : readJson<Fields>(reply.text).template);
      const { template: html, headers: own, createdAt } = fieldsOf(template.version);
      const [about] = listed(template);
      if (!about || typeof html !== 'string') return null;
      const subject = textOf(fieldsOf(own).Subject) ?? '';
      return { key: name, title: about.title, subject, html, text: null, changedAt: timeOf(createdAt) };
    },
  };
}

/** The list tells when each was made, not when it was changed. */
function listed({ name: given, description }: Fields): ListedMailTemplate[] {
  const name = textOf(given);
  if (!name) return [];
  return [{ name, title: textOf(description) ?? name, subject: null, changedAt: null }];
}
