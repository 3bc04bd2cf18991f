import type { StoredProviderTemplate } from '@/drizzle/schema/messages';
import type { ParsedMessage } from '@/lib/channels/message-fields';
import { invalid } from '@/lib/errors';
import type { LoadedProvider } from '@/lib/providers/load';

/** `providers`: those that may carry the message, `all`: also those of other companies. */
type Known = { providers: LoadedProvider[]; all: LoadedProvider[] };

/** The ids of those named, in order. @throws AppError validation_failed */
export function resolveProviders(names: string[], known: Known): string[] {
  return names.map((name, index) => resolveProvider(name, known, `providers.${index}`).row.id);
}

/**
 * A template that a provider keeps, by the id of that provider. @throws AppError validation_failed where it keeps none, or none by such an id,
 * or says the subject itself
 */
export function resolveTemplate(
  { providerTemplate, subject }: Pick<ParsedMessage, 'providerTemplate'> & { subject?: string },
  known: Known,
): StoredProviderTemplate | null {
  if (!providerTemplate) return null;
  const { provider: name, id, variables } = providerTemplate;
  const { row, adapter } = resolveProvider(name, known, 'providerTemplate.provider');
  const { ownTemplates } = adapter;
  if (!ownTemplates)
    throw invalid('providerTemplate.provider', 'no_provider_templates', { provider: row.name });
  if (!ownTemplates.id.test(id))
    throw invalid('providerTemplate.id', 'looks_like', { example: ownTemplates.example });
  if (subject && ownTemplates.subject === 'of_template')
    throw invalid('subject', 'provider_template_subject', { provider: row.name });
  return { provider: row.id, id, variables };
}

/** A name stands for the company's own one, then for the shared one. */
function resolveProvider(name: string, { providers, all }: Known, path: string): LoadedProvider {
  const ownFirst = providers.toSorted(
    (a, b) => Number(a.row.companyId === null) - Number(b.row.companyId === null),
  );
  const isNamed = ({ row }: LoadedProvider) =>
    row.id === name || row.name.toLowerCase() === name.toLowerCase();
  const found = ownFirst.find(({ row }) => row.id === name) ?? ownFirst.find(isNamed);
  if (!found) throw invalid(path, whyNot(all.some(isNamed)), { provider: name });
  return found;
}

function whyNot(isOfAnother: boolean): 'provider_of_another' | 'no_provider' {
  return isOfAnother ? 'provider_of_another' : 'no_provider';
}
