import type { InboundRequest } from '@/lib/events/inbound';
import type { KeySource } from './key-api';
import type { ProviderConfig } from './provider-config';

/** `approved` alone goes out. `draft`: nobody has asked for it to be approved; `archived`: not used for long, and taken away by WhatsApp. */
export const WHATSAPP_STATES = [
  'approved',
  'waiting',
  'rejected',
  'paused',
  'disabled',
  'archived',
  'draft',
] as const;
export type WhatsAppState = (typeof WHATSAPP_STATES)[number];

export const WHATSAPP_CATEGORIES = ['utility', 'marketing', 'authentication'] as const;
export type WhatsAppCategory = (typeof WHATSAPP_CATEGORIES)[number];

export const WHATSAPP_QUALITIES = ['green', 'yellow', 'red'] as const;
export type WhatsAppQuality = (typeof WHATSAPP_QUALITIES)[number];

export const WHATSAPP_HEADERS = ['none', 'text', 'document', 'image', 'other'] as const;
export type WhatsAppHeader = (typeof WHATSAPP_HEADERS)[number];

export type ListedTemplate = {
  /** By which a message names it, and how people call it. */
  name: string;
  title: string;
  language: string;
  category: WhatsAppCategory | null;
  state: WhatsAppState;
  /** Null: too few have had it. */
  quality: WhatsAppQuality | null;
  reason: string | null;
  header: WhatsAppHeader;
  body: string;
  parameters: string[];
};

/** `body`: with `{{1}}`, `{{2}}`…; `examples`: of each, in order, for those who approve it. */
export type NewTemplate = {
  name: string;
  language: string;
  category: 'utility' | 'marketing';
  body: string;
  examples: string[];
};

/** What a service tells of one of its own accord; what is absent stays as it was. */
export type TemplateChange = { name: string; language: string } & Partial<
  Pick<ListedTemplate, 'state' | 'quality' | 'category' | 'reason'>
>;

/**
 * The templates of an account of WhatsApp, by the key in use. `list` and `submit` throw `ServiceFailure` for what the service or the network
 * does.
 */
export type TemplateApi<Settings = Record<string, unknown>, Secrets = Record<string, string>> = {
  source: KeySource;
  /** The setting without which nobody knows whose templates are meant; null: it is there. */
  missing(config: ProviderConfig<Settings, Secrets>): string | null;
  list(config: ProviderConfig<Settings, Secrets>): Promise<ListedTemplate[]>;
  /** As `list` will name it. */
  submit(
    config: ProviderConfig<Settings, Secrets>,
    template: NewTemplate,
  ): Promise<Pick<ListedTemplate, 'name' | 'language' | 'state' | 'category'>>;
  /** Of what was verified. */
  changes?(request: InboundRequest, config: ProviderConfig<Settings, Secrets>): TemplateChange[];
};
