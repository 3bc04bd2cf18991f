import type { StoredTemplate } from '@/drizzle/schema/messages';
import { cachedCompanies } from '@/lib/companies/cache';
import { AppError } from '@/lib/errors';
import { maskTokensIn } from '@/lib/tokens/mask';
import { checkVariables } from './check-variables';
import { chooseLanguage, findPublished } from './find-published';
import { invalidVariables } from './preview';
import { describeFault, faultAt } from './problems';
import { type Rendered, renderRendition } from './render';
import { renditionById, renditionFor } from './renditions';

export type TemplateUse = {
  template: string;
  templateVersion?: number | undefined;
  language?: string | undefined;
  variables?: Record<string, unknown> | undefined;
};

/** A message made of a template: what it says now, and from what that is made again whenever it is sent or shown. */
export type Applied = {
  rendered: Rendered;
  templateId: string;
  templateVersion: number;
  stored: StoredTemplate;
  language: string;
  /** Variables that the template does not know. */
  unknown: string[];
};

type Recipient = { email: string; name?: string };

/** @throws AppError validation_failed for a template that is not there; variables_invalid, with every missing one */
export async function applyTemplate(
  use: TemplateUse,
  { companyId, recipient, id }: { companyId: string | null; recipient: Recipient; id: string },
): Promise<Applied> {
  const published = await findPublished(companyId, use.template, use.templateVersion);
  const { template, version } = published;
  const given = maskTokensIn(use.variables ?? {}) as Record<string, unknown>;
  const { variables, errors, unknown } = checkVariables(version.variables, given);
  if (errors.length > 0) throw invalidVariables(errors);
  const ofCompany = companyId === null ? null : (await cachedCompanies()).get(companyId)?.language;
  const language = chooseLanguage(published, { wanted: use.language, ofCompany });
  const rendition = await renditionFor(version, language, companyId);
  const now = new Date().toISOString();
  try {
    return {
      rendered: renderRendition(rendition, { variables, recipient, message: { id }, now }),
      templateId: template.id,
      templateVersion: version.number,
      stored: { rendition: rendition.id, variables, now },
      language,
      unknown,
    };
  } catch (error) {
    const fault = describeFault(error);
    const path = fault.code === 'template_undefined' ? `variables.${fault.params.name}` : 'variables';
    throw new AppError('variables_invalid', 'The template cannot be rendered with these variables.', {
      errors: [faultAt(path, fault)],
    });
  }
}

type StoredMessage = { id: string; recipients: { kind: string; address: string; name?: string }[] };

/** What a stored message says: the same as when it was accepted. @throws where its template is gone, which no message outlives */
export async function renderStored(stored: StoredTemplate, message: StoredMessage): Promise<Rendered> {
  const rendition = await renditionById(stored.rendition);
  if (!rendition) throw new Error(`the template of message ${message.id} is gone`);
  const { address, name } = message.recipients.find(({ kind }) => kind === 'to') ?? message.recipients[0]!;
  const recipient = { email: address, name };
  const { variables, now } = stored;
  return renderRendition(rendition, { variables, recipient, message: { id: message.id }, now });
}
