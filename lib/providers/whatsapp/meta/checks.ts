import type { OutboundReply } from '@/lib/outbound/safe-fetch';
import { readJson } from '../../api/json';
import { type Check, TestFailure } from '../../api/test';
import type { MetaConfig } from './settings';
import { authorization, explain, graphUrl } from './to-call';

const NEEDED = ['whatsapp_business_messaging', 'whatsapp_business_management'];

type Token = {
  data: {
    is_valid: boolean;
    expires_at: number;
    scopes: string[];
    application: string;
    error?: { message: string };
  };
};

/** Whether the token is good, until when, and for what: https://developers.facebook.com/docs/graph-api/reference/debug_token */
export function knowsToken(config: MetaConfig): Check {
  const token = config.secrets.apiKey ?? '';
  return {
    name: 'auth',
    request: {
      method: 'GET',
      url: `${graphUrl(config)}/debug_token?${new URLSearchParams({ input_token: token })}`,
      headers: authorization(config),
    },
    cause: causeOf,
    detail: ({ text }) => {
      const { data } = readJson<Token>(text);
      if (!data || typeof data.is_valid !== 'boolean')
        throw new TestFailure('protocol', 'The answer is not that of Meta');
      const { is_valid, expires_at = 0, scopes = [], application = '' } = data;
      const until = expires_at > 0 ? new Date(expires_at * 1000).toISOString() : null;
      if (!is_valid)
        throw new TestFailure(
          'auth',
          until ? `the token expired on ${until}` : (data.error?.message ?? 'not valid'),
        );
      const missing = NEEDED.filter((scope) => !scopes.includes(scope));
      if (missing.length > 0) throw new TestFailure('permission', `the token lacks ${missing.join(', ')}`);
      return [application, until ? `the token ends on ${until}` : 'the token has no end']
        .filter(Boolean)
        .join(', ');
    },
  };
}

type PhoneNumber = {
  display_phone_number: string;
  verified_name: string;
  quality_rating: string;
  platform_type: string;
  health_status: {
    can_send_message: string;
    entities: { can_send_message: string; errors?: { error_code: number; error_description: string }[] }[];
  };
};

const FIELDS = 'display_phone_number,verified_name,quality_rating,platform_type,health_status';

/** Whether the number is there, registered, and may send; else the first thing that Meta itself names. */
export function knowsNumber(config: MetaConfig): Check {
  const query = new URLSearchParams({ fields: FIELDS });
  return {
    name: 'envelope',
    request: {
      method: 'GET',
      url: `${graphUrl(config)}/${config.settings.phoneNumberId}?${query}`,
      headers: authorization(config),
    },
    cause: (reply) => (['100', '33'].includes(explain(reply).code ?? '') ? 'sender' : causeOf(reply)),
    detail: ({ text }) => {
      const number = readJson<PhoneNumber>(text);
      const { display_phone_number: shown, quality_rating: quality, platform_type: platform } = number;
      if (!shown)
        throw new TestFailure(
          'sender',
          'this is no id of a phone number: the account has several long numbers',
        );
      if (platform && platform !== 'CLOUD_API')
        throw new TestFailure('sender', `${shown} is not registered at the Cloud API`);
      const { can_send_message: may, entities = [] } = number.health_status ?? {};
      const why = entities.flatMap(({ errors = [] }) => errors)[0];
      if (may === 'BLOCKED')
        throw new TestFailure(
          why?.error_code === 131042 ? 'quota' : 'blocked',
          why?.error_description ?? 'blocked',
        );
      return [shown, number.verified_name, quality && `quality ${quality}`, why?.error_description]
        .filter(Boolean)
        .join(', ');
    },
  };
}

/** 190: of the token; 10, 200 to 299: of its permissions. */
function causeOf(reply: OutboundReply) {
  const code = Number(explain(reply).code);
  if (code === 190 || code === 0) return 'auth';
  return code === 3 || code === 10 || (code >= 200 && code <= 299) ? 'permission' : undefined;
}
