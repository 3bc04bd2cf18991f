import type { Actor } from '@/lib/context';
import { AppError, fieldError } from '@/lib/errors';
import type { LoadedProvider } from '@/lib/providers/load';

/** The domains that a token may send from: then its messages name their sender. @throws AppError forbidden */
export function checkFrom(actor: Actor, sender: string | undefined): void {
  if (actor.type !== 'token' || !actor.fromDomains) return;
  const domain = sender?.split('@').at(-1)?.toLowerCase();
  if (domain && actor.fromDomains.includes(domain)) return;
  const domains = actor.fromDomains.join(', ');
  throw new AppError('forbidden', `This token may send from ${domains} only: say so in from.`, {
    errors: [fieldError('from', 'from_of_token', { domains })],
  });
}

/** Those named, which a token may use; of a token that is bound to some and names none, those. @throws AppError forbidden */
export function providersFor(
  actor: Actor,
  named: string[] | null,
  providers: LoadedProvider[],
): string[] | null {
  if (actor.type !== 'token' || !actor.providerIds) return named;
  const nameOf = (id: string) => providers.find(({ row }) => row.id === id)?.row.name;
  const index = named?.findIndex((id) => !actor.providerIds!.includes(id)) ?? -1;
  if (named && index < 0) return named;
  const bound = actor.providerIds.filter((id) => nameOf(id) !== undefined);
  if (!named && bound.length > 0) return bound;
  const allowed = bound.map(nameOf).join(', ') || '—';
  throw new AppError('forbidden', `This token may use these providers only: ${allowed}.`, {
    errors: [
      fieldError(named ? `providers.${index}` : 'providers', 'provider_of_token', { providers: allowed }),
    ],
  });
}
