export type ProviderKey = 'own' | 'ses' | 'sendgrid' | 'gmail';
export type Seeds = {
  providers: Record<ProviderKey, string>;
  companies: string[];
  /** The own server could not be reached. */
  outage: { from: Date; to: Date };
  /** Since then SendGrid costs what it costs now. */
  dearer: Date;
};
type Day = Seeds & { from: Date; to: Date; size: number };

const quoted = (date: Date) => `'${date.toISOString()}'::timestamptz`;
/** A UUIDv7 of a moment, an expression in milliseconds; the rest is drawn from the row and a salt. */
const uuid = (ms: string, salt: string) =>
  `(lpad(to_hex((${ms})::bigint), 12, '0') || '7' || substr(md5(id || '${salt}'), 1, 3) || '8' || substr(md5(id || '${salt}'), 4, 15))::uuid`;
const after = (base: string, interval: string) => `(extract(epoch from ${base} + ${interval}) * 1000)`;

/** One transaction: what is to become of each message is drawn once, then told by each table. */
export function dayStatement(day: Day): string {
  return [
    'set local synchronous_commit = off',
    `select setseed(${((day.from.getTime() / 86_400_000) % 1000) / 1000})`,
    drawn(day),
    FATES,
    ...writtenRows(day),
    'drop table seeded',
  ].join(';\n');
}

/** Most of a day's mail goes between eight and seven in Asunción. */
function drawn({ from, to, size, companies, outage, providers }: Day): string {
  const [clinic, garage] = companies;
  return `
    create temp table seeded as
    select *, uuid_in((lpad(to_hex(ms), 12, '0') || '7' || substr(md5(n || 'm' || ms), 1, 3) || '8' || substr(md5(n || 'm' || ms), 4, 15))::cstring) as id,
      to_timestamp(ms / 1000.0) as at
    from (
      select n, r_fate, r_open, r_machine, r_late, r_took, r_who,
        (extract(epoch from moment + case when moment >= ${quoted(to)} then -interval '24 hours' when moment < ${quoted(from)} then interval '24 hours' else interval '0' end) * 1000)::bigint as ms,
        (case when r_who < 0.58 then '${clinic}' else '${garage}' end)::uuid as company_id,
        case when r_kind < 0.3 then 'marketing' else 'transactional' end as category,
        'customer' || (r_person * 40000)::int as person,
        case when r_kind < 0.3 then 'News of this month' when r_kind < 0.6 then 'Your receipt ' || n when r_kind < 0.85 then 'Reminder of your appointment' else 'Your balance is low' end as subject,
        case when r_route < 0.78 then 'own' when r_route < 0.92 then 'ses' when r_route < 0.97 then 'sendgrid' else 'gmail' end as chosen
      from (
        select *, case when r_hour < 0.82
          then date_trunc('day', ${quoted(from)} + r_day * (${quoted(to)} - ${quoted(from)}), 'utc') + interval '11 hours' + r_minute * interval '11 hours'
          else ${quoted(from)} + r_day * (${quoted(to)} - ${quoted(from)}) end as moment
        from (
          select n, random() r_hour, random() r_day, random() r_minute, random() r_who, random() r_kind, random() r_person, random() r_route,
            random() r_fate, random() r_open, random() r_machine, random() r_late, random() r_took
          from generate_series(1, ${size}) n
        ) dice
      ) timed
    ) told;
    alter table seeded add failed_over boolean, add provider text, add provider_id uuid, add took integer, add status text, add sent_at timestamptz, add host text;
    update seeded set failed_over = chosen = 'own' and at between ${quoted(outage.from)} and ${quoted(outage.to)};
    update seeded set provider = case when failed_over then 'ses' else chosen end;
    update seeded set provider_id = (case provider ${Object.entries(providers)
      .map(([key, id]) => `when '${key}' then '${id}'`)
      .join(' ')} end)::uuid,
      took = (case provider when 'own' then 60 when 'ses' then 160 when 'sendgrid' then 240 else 700 end * exp(r_took * r_took * 2.2))::integer`;
}

/** Who reads what, and what comes back; what leaves by an own server or a mailbox is never reported as delivered. */
const FATES = `
  update seeded set
    status = case when r_fate < 0.004 then 'bounced' when r_fate < 0.0045 then 'failed' when provider in ('ses', 'sendgrid') and r_fate > 0.02 then 'delivered' else 'sent' end,
    sent_at = at + make_interval(secs => (0.05 + r_late * 0.9 + case when r_late > 0.985 then r_late * 240 else 0 end + took / 1000.0 + case when failed_over then 31 else 0 end)),
    host = case when r_who < 0.5 then 'example.net' else 'example.org' end;
  alter table seeded add later_bounce boolean, add complained boolean, add opened boolean, add clicked boolean, add machine boolean;
  update seeded set
    later_bounce = status in ('sent', 'delivered') and r_fate between 0.0045 and 0.0065,
    complained = status = 'delivered' and category = 'marketing' and r_fate > 0.9994,
    opened = status in ('sent', 'delivered') and r_fate > 0.0065 and r_open < case category when 'marketing' then 0.34 else 0.08 end,
    machine = status in ('sent', 'delivered') and category = 'marketing' and r_machine < 0.22,
    clicked = status in ('sent', 'delivered') and r_fate > 0.0065 and category = 'marketing' and r_open < 0.045;
  update seeded set status = 'bounced' where later_bounce`;

/** Bits of \`messages.seen\` are set by the rebuild, which reads the events. */
function writtenRows({ providers, dearer }: Day): string[] {
  const recipient = `person || '@' || host`;
  const name = `case provider when 'own' then 'Own server' when 'ses' then 'Amazon SES' when 'sendgrid' then 'SendGrid' else 'Gmail' end`;
  const cost = `case when status = 'failed' or status = 'bounced' and not later_bounce then 0 when provider = 'ses' then 100 when provider = 'sendgrid' then case when at >= ${quoted(dearer)} then 900 else 800 end else 0 end`;
  const reply = `case when status = 'bounced' then '550 5.1.1 No such user here' when status = 'failed' then '554 5.6.0 The message was not taken' else '250 2.0.0 OK' end`;
  const outcome = `jsonb_build_array(case
      when status = 'failed' then jsonb_build_object('address', ${recipient}, 'outcome', 'refused', 'fault', 'content', 'permanent', true, 'code', '554', 'reply', ${reply})
      when status = 'bounced' and not later_bounce then jsonb_build_object('address', ${recipient}, 'outcome', 'refused', 'fault', 'recipient', 'permanent', true, 'code', '5.1.1', 'reply', ${reply})
      else jsonb_build_object('address', ${recipient}, 'outcome', 'accepted', 'code', '250', 'reply', '250 2.0.0 OK', 'providerMessageId', md5(id::text)) end)`;
  const state = `case when status = 'bounced' then 'bounced' when status = 'failed' then 'failed' when complained then 'complained' when status = 'delivered' or opened or clicked then 'delivered' else 'accepted' end`;
  const event = (type: string, at: string, more: { detail?: string; when: string; salt: string }) => `
    select ${uuid(after(at, "interval '0'"), more.salt)}, id, company_id, '${type}', ${at}, ${recipient}, provider_id,
      ${more.detail ?? 'null::jsonb'} from seeded where ${more.when}`;
  const told = (json = '') => `'{"told": true${json}}'::jsonb`;
  const visit = (salt: string, least: string) =>
    `sent_at + ${least} + make_interval(secs => least(extract(epoch from now() - sent_at) * 0.6, ('x' || substr(md5(id || '${salt}'), 1, 6))::bit(24)::int / 16777216.0 * 90000))`;
  return [
    `insert into messages (id, company_id, status, channel, type, priority, category, sender, subject, recipients, recipient_addresses, tags, attachment_count, size_bytes,
       accepted_by_type, accepted_at, finished_at, claim_no, provider_id, reason)
     select id, company_id, case when status in ('sent', 'delivered') and (opened or clicked or complained) then 'delivered' else status end, 'email',
       case when subject like 'Your receipt%' then 'document_created' when subject like 'Reminder%' then 'maintenance_reminder' when subject like 'Your balance%' then 'low_balance' end, case category when 'marketing' then 3 else 2 end, category, 'notices@example.com', subject,
       jsonb_build_array(jsonb_build_object('kind', 'to', 'address', ${recipient}, 'status', ${state}, 'reply', ${reply})),
       array[${recipient}], array[category], 0, 1800, 'token', at, sent_at, 1, provider_id, case when status in ('bounced', 'failed') then 'recipient_refused' end from seeded`,
    `insert into message_bodies (message_id, text, html, tracking, words)
     select id, subject, '<p>' || subject || '</p>', case when category = 'marketing' then '{"opens": true, "clicks": true}'::jsonb end,
       array_to_tsvector(array_remove(regexp_split_to_array(lower(subject), '\\s+') || array['=' || ${recipient}, '#' || category, '%' || category], '')) from seeded`,
    `insert into attempts (id, message_id, provider_id, provider, claim_no, started_at, finished_at, duration_ms, outcomes, candidates, cost_micros)
     select ${uuid(after('at', "interval '30 milliseconds'"), 'b')}, id, '${providers.own}'::uuid, 'Own server', 1, at, at + interval '31 seconds', 30000,
       jsonb_build_array(jsonb_build_object('address', ${recipient}, 'outcome', 'refused', 'fault', 'provider', 'reply', 'connect ETIMEDOUT')), '[]'::jsonb, 0 from seeded where failed_over
     union all
     select ${uuid(after('sent_at', "interval '-1 millisecond'"), 'a')}, id, provider_id, ${name}, 1, sent_at - make_interval(secs => took / 1000.0), sent_at, took, ${outcome}, '[]'::jsonb, ${cost} from seeded`,
    `insert into events (id, message_id, company_id, type, at, recipient, provider_id, detail)
     select ${uuid(after('at', "interval '0'"), 'q')}, id, company_id, 'queued', at, null, null::uuid, null::jsonb from seeded
     union all ${event('failover', "at + interval '31 seconds'", { salt: 'f', when: 'failed_over', detail: `jsonb_build_object('from', 'Own server', 'to', 'Amazon SES', 'extraCostMicros', 100)` })}
     union all ${event('sent', 'sent_at', { salt: 's', when: "status in ('sent', 'delivered') or later_bounce", detail: `jsonb_build_object('code', '250')` })}
     union all ${event('bounced', 'sent_at', { salt: 'x', when: "status = 'bounced' and not later_bounce", detail: `jsonb_build_object('code', '5.1.1', 'reply', ${reply})` })}
     union all ${event('failed', 'sent_at', { salt: 'y', when: "status = 'failed'", detail: `jsonb_build_object('reply', ${reply})` })}`,
    // In a transaction's later statements, as reports come later.
    `insert into events (id, message_id, company_id, type, at, recipient, provider_id, detail)
     ${event('delivered', "sent_at + interval '2 seconds'", { salt: 'd', when: "status = 'delivered'", detail: told() })}
     union all ${event('bounced', "sent_at + interval '40 seconds'", { salt: 'l', when: 'later_bounce', detail: told(', "was": "sent", "returned": true, "code": "5.1.1"') })}
     union all ${event('opened', visit('o', "interval '25 seconds'"), { salt: 'o', when: 'opened', detail: told() })}
     union all ${event('opened', "sent_at + interval '4 seconds'", { salt: 'p', when: 'machine', detail: told(', "machine": "apple"') })}
     union all ${event('clicked', visit('c', "interval '70 seconds'"), { salt: 'c', when: 'clicked', detail: told(', "link": "https://www.example.com/news"') })}
     union all ${event('complained', visit('z', "interval '5 minutes'"), { salt: 'z', when: 'complained', detail: told() })}`,
  ];
}
