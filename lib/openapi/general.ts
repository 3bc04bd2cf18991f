/** What holds for every request, told once. */
export const INFO = {
  title: 'Relevo',
  version: '1.0.0',
  summary: "A company's outgoing messages: one queue and one record in front of all providers.",
  license: { name: 'AGPL-3.0-or-later', identifier: 'AGPL-3.0-or-later' },
  description: [
    'Every request carries a token: `Authorization: Bearer rlv_…`. An administrator makes one under _Tokens_ in the panel, or with `./relevo token create`; each operation names the scope that it needs.',
    '**Lists** come newest first, a page at a time: `limit` says how many, and `nextCursor` of one answer is the `cursor` of the next request, until it is null.',
    '**Repeating is safe** with an `Idempotency-Key`: for 24 hours the same key with the same body gets the first answer again, with `idempotent-replayed: true`. Another body with that key is refused (409), as is a repetition while the first is under way.',
    '**Errors** are `application/problem+json` (RFC 9457). `code` says what happened and is stable, `errors` name each wrong field by its path; `type` is the address where that code is explained. Temporary are 429, 503 and 507, with `retry-after`, and 408 and 500; nothing else changes by repeating it.',
    '**Limits** of a token are told beside every answer: `ratelimit-limit`, `ratelimit-remaining`, `ratelimit-reset` (seconds).',
    '`x-request-id` of an answer finds it in the log. Sentences for people come in the language of `Accept-Language`: English or Spanish.',
    'Fields may be added to answers at any time; none is taken away or changes its meaning within version 1.',
  ].join('\n\n'),
};

const text = { type: 'string' };
const number = { type: 'integer' };

export const COMPONENTS = {
  securitySchemes: {
    token: {
      type: 'http',
      scheme: 'bearer',
      bearerFormat: 'rlv_…',
      description: 'A token, which has the scopes that it was made with.',
    },
  },
  headers: {
    RequestId: { description: 'Of this request, as in the log.', schema: { ...text, format: 'uuid' } },
    RateLimit: { description: 'How many requests the limit of the token allows.', schema: number },
    RateRemaining: { description: 'How many are left of it.', schema: number },
    RateReset: { description: 'In how many seconds they are all there again.', schema: number },
    RetryAfter: { description: 'In how many seconds to ask again.', schema: number },
    Replayed: {
      description: '`true`: the first answer to this `Idempotency-Key`, given again.',
      schema: { ...text, const: 'true' },
    },
    Applied: { description: 'How long it waited: `wait=10`.', schema: text },
    Sunset: {
      description: 'The token was rotated, and the secret that you used ends then.',
      schema: text,
    },
    ETag: { description: 'Of this content; for `If-None-Match`.', schema: text },
  },
};
