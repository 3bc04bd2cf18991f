import type { StoredPerson } from '@/drizzle/schema/notifications';
import { isLocale } from '@/lib/i18n/locales';
import { translator } from '@/lib/i18n/translate';
import { applyTemplate } from '@/lib/templates/apply';
import { brandFor } from '@/lib/templates/brand';
import { escapeHtml } from '@/lib/tracking/visitor-page';
import { preferencesUrl } from './preferences/link';

/** One of those that go together, as it was told of. */
export type Item = {
  id: string;
  text: string | null;
  template: string | null;
  templateVersion: number | null;
  language: string;
  variables: Record<string, unknown>;
  person: StoredPerson;
};

type Of = { contactId: string; companyId: string | null; address: string; items: Item[] };

/** One mail with all of them, in the order in which they happened: of each what its own mail would say first. */
export async function drawDigest({ contactId, companyId, address, items }: Of) {
  const own = items.at(-1)!.language.slice(0, 2);
  const t = translator(isLocale(own) ? own : 'en');
  const [brand, url] = await Promise.all([brandFor(companyId), preferencesUrl(contactId)]);
  const said = await Promise.all(items.map((item) => say(item, { companyId, address })));
  const change = t('notifications.digest.change');
  const html = said.map(
    ({ title, body }) =>
      `<h2 style="font-size:17px;margin:24px 0 4px">${escapeHtml(title)}</h2>${body && `<p style="margin:0">${escapeHtml(body)}</p>`}`,
  );
  return {
    subject: t('notifications.digest.subject', { count: items.length, company: brand.name }),
    text: [
      ...said.map(({ title, body }) => [title, body].filter(Boolean).join('\n')),
      ...(url ? [`${change}: ${url}`] : []),
    ].join('\n\n'),
    html: [
      `<body style="font:15px/1.5 system-ui,sans-serif;max-width:600px;margin:0 auto;padding:16px">`,
      `<p style="color:${brand.color};font-weight:600">${escapeHtml(brand.name)}</p>`,
      ...html,
      ...(url
        ? [`<p style="margin-top:32px"><a href="${escapeHtml(url)}">${escapeHtml(change)}</a></p>`]
        : []),
      '</body>',
    ].join('\n'),
  };
}

async function say(item: Item, { companyId, address }: Pick<Of, 'companyId' | 'address'>) {
  const { id, text, template, templateVersion, language, variables, person } = item;
  if (template === null) return { title: text ?? '', body: '' };
  const recipient = { email: address, ...(person.name && { name: person.name }) };
  const use = { template, templateVersion: templateVersion ?? undefined, language, variables };
  const { rendered } = await applyTemplate(use, { companyId, recipient, id });
  return { title: rendered.subject, body: text ?? '' };
}
