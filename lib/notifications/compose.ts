import type { StoredPerson } from '@/drizzle/schema/notifications';
import type { StoredVariable } from '@/drizzle/schema/templates';
import { cachedCompanies } from '@/lib/companies/cache';
import { AppError, type FieldError } from '@/lib/errors';
import { brandFor } from '@/lib/templates/brand';
import { checkVariables } from '@/lib/templates/check-variables';
import { renderText } from '@/lib/templates/engine/engine';
import { chooseLanguage } from '@/lib/templates/find-published';
import { describeFault, faultAt } from '@/lib/templates/problems';
import { buildScope } from '@/lib/templates/scope';
import { maskTokensIn } from '@/lib/tokens/mask';
import { preferencesUrl } from './preferences/link';
import type { PreparedType } from './types/prepared';

export type Composed = {
  variables: Record<string, unknown>;
  language: string;
  /** Of the mail; null: the type has none. */
  mail: { template: string; version: number } | null;
  /** What all other channels say; null: nothing. */
  text: string | null;
};

type Around = {
  id: string;
  companyId: string | null;
  contactId: string | null;
  person: StoredPerson;
  fields: Record<string, unknown>;
};

/**
 * What a notification says on all of its channels, now: so whoever tells of it hears of every variable that is missing, at once.
 * @throws AppError variables_invalid, with all of them
 */
export async function composeNotification(
  { type, declared, published }: PreparedType,
  given: Record<string, unknown>,
  { id, companyId, contactId, person, fields }: Around,
): Promise<Composed> {
  const names = new Set(declared.map(({ name }) => name));
  const own = Object.fromEntries(Object.entries(fields).filter(([name]) => names.has(name)));
  const masked = maskTokensIn(given) as Record<string, unknown>;
  const { variables: known, errors } = checkVariables(declared, { ...own, ...masked });
  if (errors.length > 0) throw faulty(errors);
  // Its template may ask for what the type itself knows.
  const variables = { ...defaultsOf(type.variables), ...known };
  const ofCompany = companyId === null ? null : (await cachedCompanies()).get(companyId)?.language;
  const wish = { wanted: person.language, ofCompany };
  const channels = type.steps.map(({ channel }) => channel);
  const texts = Object.keys(type.texts);
  const isOnlyMail = channels.every((channel) => channel === 'email');
  const spoken = isOnlyMail || texts.length === 0 ? null : chooseLanguage(inLanguages(texts), wish);
  const text =
    spoken === null
      ? null
      : await say(type.texts[spoken]!, spoken, { declared, variables, companyId, contactId, person, id });
  return {
    variables,
    language: published ? chooseLanguage(published, wish) : (spoken ?? 'en'),
    mail: published && { template: published.template.id, version: published.version.number },
    text,
  };
}

/** The texts of a type are chosen from as those of a template are; whoever has none of them gets the first. */
function inLanguages(languages: string[]) {
  return { languages, template: { fallbackLanguage: languages[0]! } } as Parameters<typeof chooseLanguage>[0];
}

type Said = Omit<Around, 'fields'> & { declared: StoredVariable[]; variables: Record<string, unknown> };

async function say(source: string, language: string, said: Said): Promise<string> {
  const { declared, variables, companyId, contactId, person, id } = said;
  const brand = await brandFor(companyId);
  const recipient = { email: person.email ?? '', ...(person.name && { name: person.name }) };
  const now = new Date().toISOString();
  const scope = {
    ...buildScope({ declared, variables, brand, recipient, message: { id }, now }),
    // What is no mail goes as it is written here.
    preferences_url:
      (contactId && source.includes('preferences_url') && (await preferencesUrl(contactId))) || '',
  };
  try {
    const text = renderText(source, scope, { language, timeZone: brand.timeZone, currency: brand.currency });
    // Between a sign and its number Intl puts blanks that are in no alphabet of text messages.
    return text.replace(/[\u00A0\u202F]/g, ' ').trim();
  } catch (error) {
    const fault = describeFault(error);
    const path = fault.code === 'template_undefined' ? `variables.${fault.params.name}` : 'variables';
    throw faulty([faultAt(path, fault)]);
  }
}

function defaultsOf(variables: StoredVariable[]): Record<string, unknown> {
  const known = variables.filter(({ required, default: value }) => !required && value !== undefined);
  return Object.fromEntries(known.map(({ name, default: value }) => [name, value]));
}

function faulty(errors: FieldError[]): AppError {
  return new AppError('variables_invalid', 'Variables of the notification are missing or wrong.', { errors });
}
