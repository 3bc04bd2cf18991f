import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { IntlMessageFormat } from 'intl-messageformat';
import { describe, expect, it } from 'vitest';
import { LOCALES } from './locales';
import { type MessageTree, messagesOf } from './messages';
import { usedKeys } from './used-keys';

const ROOT = join(import.meta.dirname, '../..');
const texts = Object.fromEntries(LOCALES.map((locale) => [locale, flatten(messagesOf(locale))]));
