import { readFileSync } from 'node:fs';
import { readWords } from './read-words';

/**
 * Bounces without a part for programs, in the words of their servers: after the sources and documents named, with addresses of ours. Behind
 * each `====`: source, what a person reads in it, then headers, a blank line, and the text.
 */
export const IN_WORDS_ALONE = readWords(readFileSync(new URL('in-words-alone.txt', import.meta.url), 'utf8'));
