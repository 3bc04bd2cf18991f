import { cachedCompanies } from '@/lib/companies/cache';

/**
 * Whose password it is, as far as that is known. `companyIds`: those that the person knows of, null for all; not said: none, as who asks may be
 * anybody, and must not find out by guessing which companies there are.
 */
export type Whose = { name?: string; email?: string; companyIds?: string[] | null };

const PRODUCT = 'relevo';
/** Shorter ones stand in any sentence. */
const MIN_LENGTH = 3;
const MIN_COMPANY_WORD = 4;
const MAX_WORDS = 500;
/** What is left once the person's own words are taken out is guessed at once where it is shorter. */
const MIN_REST = 8;

/** What others know of a person: name, address, their companies. Longest first, as `isMostly` takes them out. */
export async function ownWordsOf({ name = '', email = '', companyIds = [] }: Whose): Promise<string[]> {
  const companies = [...(await cachedCompanies()).values()].filter(
    ({ id }) => companyIds === null || companyIds.includes(id),
  );
  const words = [
    PRODUCT,
    ...wordsOf(name, MIN_LENGTH),
    // `com` and the like are no one's own.
    ...wordsOf(email.replace(/\.[^.]*$/, ''), MIN_LENGTH),
    ...companies.flatMap((company) => wordsOf(`${company.name} ${company.key}`, MIN_COMPANY_WORD)),
  ];
  return [...new Set(words)].slice(0, MAX_WORDS).sort((a, b) => b.length - a.length);
}

export function isMostly(password: string, words: string[]): boolean {
  const text = plain(password);
  const rest = words.reduce((left, word) => left.replaceAll(word, ''), text);
  return rest.length < text.length && letters(rest).length < MIN_REST;
}

function wordsOf(text: string, minLength: number): string[] {
  return plain(text)
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word.length >= minLength);
}

/** Without accents and capitals, which a guesser tries, too. */
function plain(text: string): string {
  return text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
}

function letters(text: string): string {
  return text.replace(/[^\p{L}\p{N}]/gu, '');
}
