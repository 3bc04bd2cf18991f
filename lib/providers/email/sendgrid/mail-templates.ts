import type { ProviderConfig } from '../../adapter';
import { askService, listIn } from '../../api/ask-service';
import { readJson } from '../../api/json';
import { pageByPage } from '../../api/page-by-page';
import type { Reach } from '../../api/reach';
import { type ListedMailTemplate, type MailTemplateApi, MOST_TEMPLATE_BYTES } from '../../mail-template-api';
import { type Fields, fieldsOf, listOf, textOf, timeOf } from '../events/fields';

/** "page_size … maximum 200" */
const AT_ONCE = 200;

/** Dynamic templates; of each the version that is active. */
export function sendgridMailTemplates<Settings, Secrets extends { apiKey: string }>(
  reach: Reach<ProviderConfig<Settings, Secrets>>,
): MailTemplateApi<Settings, Secrets> {
  return {
    source: {
      url: 'https://www.twilio.com/docs/sendgrid/api-reference/transactional-templates/retrieve-paged-transactional-templates',
      checked: '2026-11-30',
    },
    dialect: 'sendgrid',
    list(config) {
      const { url, headers } = reach(config);
      return pageByPage('', async (token) => {
        const query = new URLSearchParams({ generations: 'dynamic', page_size: String(AT_ONCE) });
        if (token) query.set('page_token', token);
        const reply = await askService({ method: 'GET', url: `${url}/v3/templates?${query}`, headers });
        const { result, _metadata } = readJson<Fields>(reply.text);
        const found = listIn(result, reply).map(fieldsOf).flatMap(listed);
        return { found, next: tokenIn(fieldsOf(_metadata).next) };
      });
    },
    async read(config, name) {
      const { url, headers } = reach(config);
      const reply = await askService(
        {
          method: 'GET',
          url: `${url}/v3/templates/${encodeURIComponent(name)}`,
          headers,
          maxBytes: MOST_TEMPLATE_BYTES,
        },
        { passes: ({ status }) => status === 404 },
      );
      const template = reply.status === 404 ? {} : readJson<Fields>(reply.text);
      const active = activeOf(template);
      if (!active) return null;
      return {
        // Their ids begin so; through our own API of SendGrid it is a template's key.
        key: name.replace(/^d-/, ''),
        title: textOf(template.name) ?? name,
        subject: textOf(active.subject) ?? '',
        html: wholeText(active.html_content),
        text: wholeText(active.plain_content) || null,
        changedAt: utc(active.updated_at),
      };
    },
  };
}

function listed(template: Fields): ListedMailTemplate[] {
  const active = activeOf(template);
  const name = textOf(template.id);
  if (!active || !name) return [];
  const subject = textOf(active.subject) ?? null;
  return [{ name, title: textOf(template.name) ?? name, subject, changedAt: utc(active.updated_at) }];
}

function activeOf({ versions }: Fields): Fields | undefined {
  return listOf(versions)
    .map(fieldsOf)
    .find(({ active }) => active === 1);
}

const wholeText = (value: unknown) => (typeof value === 'string' ? value : '');

/** `2019-05-10 18:47:49`, in UTC. */
function utc(value: unknown): Date | null {
  return typeof value === 'string' ? timeOf(`${value.trim().replace(' ', 'T')}Z`) : null;
}

/** Of the page that it names only which: where, is known, and the key goes nowhere else. */
function tokenIn(next: unknown): string | null {
  return typeof next === 'string' && URL.canParse(next) ? new URL(next).searchParams.get('page_token') : null;
}
