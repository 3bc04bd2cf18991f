import type { KeySource } from './key-api';
import type { ProviderConfig } from './provider-config';

/** In which language a service's own templates are written. */
export const TEMPLATE_DIALECTS = ['sendgrid', 'mailgun', 'postmark', 'brevo'] as const;
export type TemplateDialect = (typeof TEMPLATE_DIALECTS)[number];

/** `name`: by which its API names it; `changedAt`: null where the list does not tell. */
export type ListedMailTemplate = {
  name: string;
  title: string;
  subject: string | null;
  changedAt: Date | null;
};

/** `key`: what programs call it by where they send through the service. `text`: null where it has none of its own. */
export type MailTemplateContent = {
  key: string;
  title: string;
  subject: string;
  html: string;
  text: string | null;
  changedAt: Date | null;
};

/** The mail templates that an account keeps at the service, those in use. Both throw `ServiceFailure` for what the service or the network does. */
export type MailTemplateApi<Settings = Record<string, unknown>, Secrets = Record<string, string>> = {
  source: KeySource;
  dialect: TemplateDialect;
  list(config: ProviderConfig<Settings, Secrets>): Promise<ListedMailTemplate[]>;
  /** Null: there is none by that name, or it says nothing yet. */
  read(config: ProviderConfig<Settings, Secrets>, name: string): Promise<MailTemplateContent | null>;
};

/** With what is in them: a page of fifty. */
export const MOST_TEMPLATE_BYTES = 32 * 1024 * 1024;
