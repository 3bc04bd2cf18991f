import type { StoredRecipient } from '@/drizzle/schema/messages';

type Searched = {
  subject?: string | null;
  recipients: Pick<StoredRecipient, 'address' | 'name'>[];
  tags: string[];
  category: string;
};

/** A subject may have hundreds. */
const MAX_WORDS = 200;
const MAX_LETTERS = 64;
/** Characters that no word has: a whole address is found as one, a tag as a tag alone. */
const ADDRESS = '=';
const TAG = '#';
const CATEGORY = '%';

/**
 * What a message is found by, for its one text index: the words of the subject, of addresses and names, without accents; each address
 * whole; its tags and category. It is written once and never changed, apart from the row that each delivery rewrites with its indexes.
 * Each word costs some microseconds when a message is accepted, so none is there for nothing.
 */
export function wordsOf({ subject, recipients, tags, category }: Searched): string[] {
  const texts = [subject ?? '', ...recipients.flatMap(({ address, name }) => [partsOf(address), name ?? ''])];
  const words = new Set(texts.flatMap((text) => splitWords(text)).slice(0, MAX_WORDS));
  for (const { address } of recipients) words.add(ADDRESS + address.toLowerCase());
  for (const tag of tags) words.add(TAG + tag);
  return [...words.add(CATEGORY + category)];
}

/** Without its first word, with which the whole address begins, and without `com` or `co.uk` at its end. */
function partsOf(address: string): string {
  const [local = '', domain = ''] = address.toLowerCase().split('@');
  const name = local.replace(/^[a-z0-9]+(?![\p{L}\p{N}\p{M}])/u, '');
  return `${name} ${domain.replace(/(\.[^.]{1,3})?\.[^.]*$/, '')}`;
}

export type WordsFilter = { q?: string; to?: string; tag?: string; category?: string };

/** As a `tsquery`: all of it has to be there, of `q` the beginning of each word. Null: there is nothing to look for. */
export function toWordsQuery({ q = '', to, tag, category }: WordsFilter): string | null {
  const whole = [to && ADDRESS + to.toLowerCase(), tag && TAG + tag, category && CATEGORY + category];
  const parts = [
    ...whole.filter((word) => word !== undefined && word !== '').map((word) => quote(word!)),
    ...readParts(q),
  ];
  return parts.length > 0 ? parts.join(' & ') : null;
}

/** What has an @ is the beginning of an address; a word is one, or begins an address. */
function readParts(q: string): string[] {
  const parts = q.split(/\s+/).flatMap((part) => {
    if (/.@/.test(part)) return [begins(ADDRESS + part.toLowerCase().replace(/[<>",;]/g, ''))];
    return splitWords(part).map((word) =>
      word.length < SHORT ? quote(word) : `(${begins(word)} | ${begins(ADDRESS + word)})`,
    );
  });
  return [...new Set(parts)].slice(0, MAX_PARTS);
}

const MAX_PARTS = 10;

function begins(lexeme: string): string {
  return `${quote(lexeme)}:*`;
}

/** Shorter words have to be whole; and of Latin letters say nothing: `de`, `of`, `n.º`. */
const SHORT = 3;
const SAYS_NOTHING = /^\p{Script=Latin}{1,2}$/u;

function splitWords(text: string): string[] {
  const plain = text
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
    .toLowerCase();
  const words = plain.match(/[\p{L}\p{N}]+/gu) ?? [];
  return words.filter((word) => !SAYS_NOTHING.test(word)).map((word) => word.slice(0, MAX_LETTERS));
}

function quote(lexeme: string): string {
  return `'${lexeme.replaceAll('\\', '\\\\').replaceAll("'", "''")}'`;
}
