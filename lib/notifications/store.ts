import { Batcher } from '@/lib/async/batcher';
import { sql } from '@/lib/database/db';
import type { StoredFile } from './files';

export type StoredStep = {
  position: number;
  channel: string;
  address: string | null;
  wait_minutes: number;
  state: 'planned' | 'skipped';
  reason: string | null;
  text: string | null;
  template: string | null;
  template_version: number | null;
  language: string;
};

export type NewNotification = {
  id: string;
  company_id: string | null;
  type: string;
  contact_id: string | null;
  person: object;
  variables: object;
  attachments: StoredFile[] | null;
  mode: string;
  priority: string;
  marketing: boolean;
  quiet: object | null;
  /** When it goes in one mail with others. */
  digest_at: string | null;
  state: 'waiting' | 'skipped';
  reason: string | null;
  actor: object;
  test: boolean;
  dedupe: { key: string; hours: number } | null;
  steps: StoredStep[];
};

/** The earlier one that has the key; null: this one is the first. */
type Stored = { duplicateOf: string | null };

/** Those that come together share a statement: thousands of events a second. */
const batcher = new Batcher<NewNotification, Stored>({
  flush: storeNotifications,
  waitMs: 2,
  maxItems: 200,
  concurrency: 2,
});

/** Resolves after the commit. One that repeats an earlier one is kept, too, so that it is seen, and sends nothing. */
export function storeNotification(input: NewNotification): Promise<Stored> {
  return batcher.add(input);
}

async function storeNotifications(inputs: NewNotification[]): Promise<Stored[]> {
  const rows = await sql()<{ id: string; duplicateOf: string | null }[]>`
    with input as (
      select m.* from unnest(${inputs.map((input) => JSON.stringify(input))}::text[]) as u(row),
      jsonb_to_record(u.row::jsonb) as m(
        id uuid, company_id uuid, type text, contact_id uuid, person jsonb, variables jsonb, attachments jsonb, mode text,
        priority text, marketing boolean, quiet jsonb, digest_at timestamptz, state text, reason text, actor jsonb, test boolean, dedupe jsonb, steps jsonb)
    ),
    -- Who comes first holds the key until its hours are over; the others learn whose it is.
    held as (
      insert into notification_keys as k (key, notification_id, expires_at)
      select distinct on (dedupe->>'key')
        dedupe->>'key', id, now() + make_interval(hours => (dedupe->>'hours')::int)
      from input where jsonb_typeof(dedupe) = 'object' and state = 'waiting'
      order by dedupe->>'key', id
      on conflict (key) do update
        set notification_id = case when k.expires_at > now() then k.notification_id else excluded.notification_id end,
            expires_at = case when k.expires_at > now() then k.expires_at else excluded.expires_at end
      returning key, notification_id
    ),
    judged as (
      select i.*, case when h.notification_id <> i.id then h.notification_id end as duplicate_of
      from input i left join held h on h.key = i.dedupe->>'key' and i.state = 'waiting'
    ),
    stored as (
      insert into notifications (id, company_id, type, contact_id, person, variables, attachments, mode, priority, marketing, quiet,
        state, reason, duplicate_of, actor, test, created_at, next_at, finished_at, digest_at)
      select id, company_id, type, contact_id, person, variables,
        case when duplicate_of is null then nullif(attachments, 'null'::jsonb) end, mode, priority, marketing, nullif(quiet, 'null'::jsonb),
        case when duplicate_of is null then state else 'skipped' end,
        case when duplicate_of is null then reason else 'duplicate' end,
        duplicate_of, actor, test, now(),
        -- Should this process end before its messages are accepted, another one goes on.
        case when duplicate_of is null and state = 'waiting' and digest_at is null then now() + interval '1 minute' end,
        case when duplicate_of is not null or state <> 'waiting' then now() end,
        case when duplicate_of is null and state = 'waiting' then digest_at end
      from judged
    ),
    planned as (
      insert into notification_steps (notification_id, position, channel, address, wait_minutes, state, reason, text, template,
        template_version, language)
      select j.id, s.position, s.channel, s.address, s.wait_minutes,
        case when j.duplicate_of is null then s.state else 'skipped' end,
        case when j.duplicate_of is null then s.reason else 'duplicate' end, s.text, s.template, s.template_version, s.language
      from judged j, jsonb_to_recordset(j.steps) as s(position smallint, channel text, address text, wait_minutes integer,
        state text, reason text, text text, template text, template_version integer, language text)
    )
    select id, duplicate_of as "duplicateOf" from judged`;
  const found = new Map(rows.map(({ id, duplicateOf }) => [id, duplicateOf]));
  return inputs.map(({ id }) => ({ duplicateOf: found.get(id) ?? null }));
}
