import { askService, unreadable } from '../../api/ask-service';
import { readJson } from '../../api/json';
import { fieldsOf, listOf, textOf } from '../../email/events/fields';
import { newHookToken } from '../../email/events/new-token';
import { isSamePlace } from '../../email/events/same-place';
import type { HookApi } from '../../hook-api';
import { ServiceFailure } from '../../service-failure';
import { methodUrl, type TelegramConfig, type TelegramSecrets, type TelegramSettings } from './settings';

/** What people write, and that they stopped the bot. */
const UPDATES = ['message', 'my_chat_member'];

/** One for each bot, which a new one replaces: https://core.telegram.org/bots/api#setwebhook */
export const telegramHooks: HookApi<TelegramSettings, TelegramSecrets> = {
  source: { url: 'https://core.telegram.org/bots/api#setwebhook', checked: '2026-11-30' },
  async find(config, url) {
    const { url: theirs, allowed_updates: updates } = await infoOf(config);
    if (!isSamePlace(theirs, url)) return null;
    const told = listOf(updates).map(textOf);
    // It shows nobody the token that it sends.
    return {
      missing: UPDATES.filter((each) => !told.includes(each)),
      active: true,
      proven: null,
      confirmed: true,
    };
  },
  async register(config, url, keep) {
    const known = await telegramHooks.find(config, url);
    if (!known) await nobodyElse(config);
    const kept = config.secrets.webhookToken;
    const token = kept ?? newHookToken();
    if (!kept) await keep({ secrets: { webhookToken: token } });
    await set(config, { url, secret_token: token, allowed_updates: UPDATES });
    const added = known ? known.missing : UPDATES;
    return { did: known ? (added.length > 0 || !kept ? 'mended' : 'kept') : 'made', added };
  },
};

const ACCEPT = { accept: 'application/json' };

async function set(config: TelegramConfig, hook: object): Promise<void> {
  const reply = await askService({
    method: 'POST',
    url: methodUrl(config, 'setWebhook'),
    headers: { ...ACCEPT, 'content-type': 'application/json' },
    body: JSON.stringify(hook),
  });
  if (readJson<{ ok: boolean }>(reply.text).ok !== true) throw unreadable(reply);
}

async function infoOf(config: TelegramConfig) {
  const reply = await askService({
    method: 'GET',
    url: methodUrl(config, 'getWebhookInfo'),
    headers: ACCEPT,
  });
  return fieldsOf(readJson<{ result: unknown }>(reply.text).result);
}

/** A bot has one address: a new one would take it from another program. */
async function nobodyElse(config: TelegramConfig): Promise<void> {
  const theirs = textOf((await infoOf(config)).url);
  if (theirs) throw new ServiceFailure('refused', `The bot posts to ${theirs} already: end that first.`);
}
