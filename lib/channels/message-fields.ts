import { z } from 'zod';
import type { RawNeed } from '@/drizzle/schema/raw-need';
import { CompanyRef } from '@/lib/companies/schema';
import { flaw } from '@/lib/flaws';
import { PRIORITIES } from '@/lib/queue/priority';
import { OWN } from '@/lib/routing/labels';
import type { FileBytes } from '@/lib/text/file-bytes';
import { instant, isStorableText, matching, shortText, singleLine, uniqueList } from '@/lib/validation';

const tag = matching(/^[\w.:-]{1,64}$/, flaw('letters_and_digits', { others: '. : _ -' }));

/** Providers that one message may name. */
export const MOST_NAMED = 20;

/** What `POST /api/v1/messages` takes for a message of any channel: how it is to be handled. What it says is the channel's. */
export const messageFields = {
  priority: z.enum(PRIORITIES).default('normal'),
  category: z.enum(['transactional', 'marketing']).default('transactional'),
  tags: uniqueList(tag, 20).default([]),
  metadata: z
    .record(singleLine(64), shortText(500).refine(isStorableText, flaw('broken_text')))
    .refine((entries) => Object.keys(entries).length <= 50, flaw('too_many', { max: 50 }))
    .refine((entries) => !Object.keys(entries).some((key) => OWN.test(key)), flaw('own_keys'))
    .optional(),
  scheduledAt: instant.optional(),
  expiresAt: instant.optional(),
  /** The same notification is not sent twice: within these hours the sender's first message with this key stands for all. */
  dedupe: z
    .strictObject({
      key: shortText(256).min(1).refine(isStorableText, flaw('broken_text')),
      hours: z.number().int().min(1).max(720),
    })
    .optional(),
  /** Names or ids of the providers that may be used, in order. */
  providers: uniqueList(shortText(80).min(1), MOST_NAMED).min(1).optional(),
  /** Refuses recipients whom no message can reach, as far as the channel can tell beforehand. */
  checkAddresses: z.boolean().optional(),
  /** Id or key of what it is made with, instead of a body of its own; the version in use, unless one that was published is named. */
  template: shortText(80).min(1).optional(),
  templateVersion: z.number().int().min(1).max(1_000_000).optional(),
  /** `es`, `es-PY`; one that the template has no text in gives way to its base, the company's, the template's own. */
  language: matching(
    /^[a-z]{2,3}(-[A-Za-z0-9]{2,8}){0,3}$/,
    flaw('looks_like', { example: 'es, es-PY' }),
  ).optional(),
  /** What the template needs. */
  variables: z.record(z.string(), z.unknown()).optional(),
  /** Whose it is: id, key or name; null: of none. */
  company: CompanyRef.nullish(),
};

const MessageFields = z.object(messageFields);

/** A mail as it goes over the wire. */
export type RawMail = { content: FileBytes; need: RawNeed };

/** A message that passed the schema of its channel, as far as all channels are alike. */
export type ParsedMessage = z.output<typeof MessageFields> & {
  channel: string;
  html?: string;
  text?: string;
  /** The kind of notification that it is of; no sender names it. */
  type?: string;
  /** The mail that it came as; no sender names it. */
  raw?: RawMail;
  /** When the recipient’s phone is left alone, by their clocks, else by those of the company; no sender names it either. */
  quiet?: { fromHour: number; untilHour: number; timeZone: string | null };
  /** By the provider's id: the approved template of WhatsApp that stands for the one it is made with; no sender names it. */
  bound?: Record<string, { name: string; language: string; variables: Record<string, string> }>;
  /** Of email: one that a provider keeps. */
  providerTemplate?: { provider: string; id: string; variables: Record<string, unknown> };
  attachments?: {
    filename: string;
    contentType?: string;
    contentId?: string;
    content: string | FileBytes;
  }[];
};

type Told = { template?: string | undefined } & Record<string, unknown>;

/** What a template brings nobody brings beside it; what is for a template says nothing without one. */
export function checkTemplate(message: Told, context: z.core.$RefinementCtx): void {
  const [names, code] = message.template
    ? ([['subject', 'html', 'text'], 'template_or_content'] as const)
    : ([['templateVersion', 'language', 'variables'], 'only_with_template'] as const);
  for (const name of names)
    if (message[name]) context.addIssue({ code: 'custom', path: [name], ...flaw(code) });
}
