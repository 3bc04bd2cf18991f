import { parse } from 'tldts';
import { invalid } from '@/lib/errors';
import { asciiDomain } from '@/lib/text/ascii-domain';

/**
 * A domain as DNS knows it. Under some names others register theirs (`com.py`, `github.io`): whoever had such a one signed for all of them.
 * @throws AppError validation_failed
 */
export function ownName(typed: string): string {
  const name = asciiDomain(typed);
  const { domain, publicSuffix } = parse(name, { allowPrivateDomains: true });
  if (domain === null || name === publicSuffix) throw invalid('name', 'public_suffix');
  return name;
}

/** The name that was registered, of one below it: `example.com.py` of `mail.example.com.py`. Its panel is where records are entered. */
export function registeredName(name: string): string {
  return parse(name).domain ?? name;
}
