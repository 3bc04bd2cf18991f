import { z } from 'zod';
import { KEY_PROBLEMS } from '@/lib/providers/key-api';
import type { KeyView } from '@/lib/providers/keys/key-schema';
import type { KeyRotationView, KeysView } from '@/lib/providers/keys/rotation-schema';
import { answerOf } from '../named';
import { Id, Time } from './parts';
import { Secrets } from './providers';

export const KeyAnswer = answerOf<KeyView>()(
  'ProviderKey',
  z.strictObject({
    id: Id,
    label: z.string(),
    scopes: z.string().nullable(),
    active: z.boolean(),
    secrets: Secrets,
    endsAt: Time.nullable().describe('Another one took its place: from then on it is ended at the service.'),
    endedByHand: z.boolean().describe('A person has to end it at the service, and removes it here then.'),
    createdAt: Time,
    updatedAt: Time,
  }),
);

export const KeyRotationAnswer = answerOf<KeyRotationView>()(
  'ProviderKeyRotation',
  z.strictObject({
    id: Id,
    state: z
      .enum(['waiting', 'done', 'failed'])
      .describe('`waiting`: it goes on by itself; `failed`: the key from before is in use as it was.'),
    step: z.enum(['make', 'test', 'activate', 'done']),
    problem: z
      .enum(KEY_PROBLEMS)
      .nullable()
      .describe(
        '`permission`: the key in use may not make keys; `limit`: the account has as many as it may.',
      ),
    detail: z.string().nullable().describe("The service's own words."),
    startedAt: Time,
    finishedAt: Time.nullable(),
  }),
);

export const KeysAnswer = answerOf<KeysView>()(
  'ProviderKeyList',
  z.strictObject({
    data: z.array(KeyAnswer),
    inUseSince: Time.nullable().describe('Since when the key in use is the one that it is.'),
    usualDays: z
      .number()
      .nullable()
      .describe(
        'So old a key may become where the provider has no age of its own; null: as old as it likes.',
      ),
    api: z
      .strictObject({
        makesKeys: z.boolean(),
        source: z.strictObject({ url: z.string(), checked: z.string() }),
      })
      .nullable()
      .describe("Whether the service's API makes keys, and where that is documented; null: it has no keys."),
    rotation: KeyRotationAnswer.nullable().describe('The last time that the key was replaced by that API.'),
  }),
);
