import enAccount from './en/account.json';
import enAuth from './en/auth.json';
import enCommon from './en/common.json';
import enErrors from './en/errors.json';
import enHome from './en/home.json';
import enMessages from './en/messages.json';
import enOutcomes from './en/outcomes.json';
import enProviders from './en/providers.json';
import enSandbox from './en/sandbox.json';
import enShell from './en/shell.json';
import enTests from './en/tests.json';
import enTokens from './en/tokens.json';
import enWorkers from './en/workers.json';
import esAccount from './es/account.json';
import esAuth from './es/auth.json';
import esCommon from './es/common.json';
import esErrors from './es/errors.json';
import esHome from './es/home.json';
import esMessages from './es/messages.json';
import esOutcomes from './es/outcomes.json';
import esProviders from './es/providers.json';
import esSandbox from './es/sandbox.json';
import esShell from './es/shell.json';
import esTests from './es/tests.json';
import esTokens from './es/tokens.json';
import esWorkers from './es/workers.json';
import type { Locale } from './locales';

/** A tree of texts; the first level is the noun, which is the name of its file. */
export type MessageTree = { [key: string]: string | MessageTree };

/** Every text of a language, for Next, the worker and the command alike. */
export function messagesOf(locale: Locale): MessageTree {
  return MESSAGES[locale];
}

const MESSAGES: Record<Locale, MessageTree> = {
  en: {
    account: enAccount,
    auth: enAuth,
    common: enCommon,
    errors: enErrors,
    home: enHome,
    messages: enMessages,
    outcomes: enOutcomes,
    providers: enProviders,
    sandbox: enSandbox,
    shell: enShell,
    tests: enTests,
    tokens: enTokens,
    workers: enWorkers,
  },
  es: {
    account: esAccount,
    auth: esAuth,
    common: esCommon,
    errors: esErrors,
    home: esHome,
    messages: esMessages,
    outcomes: esOutcomes,
    providers: esProviders,
    sandbox: esSandbox,
    shell: esShell,
    tests: esTests,
    tokens: esTokens,
    workers: esWorkers,
  },
};
