import { CODES, CODES_OF_RECIPIENTS, type CodeRule, NARROW_CODES } from './enhanced-codes';
import type { WordRule } from './families';
import type { ReplyCause, Stage } from './meaning';
import { STATEMENT_RULES } from './statements';
import { LAST_WORDS, LOOSE_WORDS, PLAIN_WORDS, WORDS_OF_THEM } from './word-tables';

/** In the order in which they are asked. */
export const TABLES = [
  'narrow_codes',
  'plain_words',
  'words_of_recipients',
  'statements',
  'loose_words',
  'codes_of_recipients',
  'last_words',
  'codes',
] as const;
export type TableName = (typeof TABLES)[number];

export type TableRow = {
  table: TableName;
  /** From 1. */
  row: number;
  cause: ReplyCause;
  /** Any of these: words as regular expressions, enhanced codes without their first digit, or statements such as `them absent`. */
  says: string[];
  /** None of these. */
  unless: string[];
  stages: Stage[] | null;
  digit: 4 | 5 | null;
};

/** All rows of the built-in tables, as they stand: for people to read. */
export function tableRows(): TableRow[] {
  return [
    ...ofCodes('narrow_codes', NARROW_CODES),
    ...ofWords('plain_words', PLAIN_WORDS),
    ...ofWords('words_of_recipients', WORDS_OF_THEM),
    ...STATEMENT_RULES.map(({ cause, any, also, unless, stages, digit }, index) => ({
      table: 'statements' as const,
      row: index + 1,
      cause,
      says: also ? any.map((one) => `${one} + ${also}`) : any,
      unless: unless ?? [],
      stages,
      digit: digit ?? null,
    })),
    ...ofWords('loose_words', LOOSE_WORDS),
    ...ofCodes('codes_of_recipients', CODES_OF_RECIPIENTS),
    ...ofWords('last_words', LAST_WORDS),
    ...ofCodes('codes', CODES),
  ];
}

function ofWords(table: TableName, rules: WordRule[]): TableRow[] {
  return rules.map(({ cause, says, unless, stages, digit }, index) => ({
    table,
    row: index + 1,
    cause,
    says: [says.source],
    unless: unless ? [unless.source] : [],
    stages: stages ?? null,
    digit: digit ?? null,
  }));
}

function ofCodes(table: TableName, rules: CodeRule[]): TableRow[] {
  return rules.map(({ cause, code, stages, digit }, index) => ({
    table,
    row: index + 1,
    cause,
    says: [code.source],
    unless: [],
    stages: stages ?? null,
    digit: digit ?? null,
  }));
}
