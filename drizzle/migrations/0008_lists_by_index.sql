-- What a message is found by. Of those that are there already it is taken as lib/messages/words.ts takes it.
ALTER TABLE "message_bodies" ADD COLUMN "words" "tsvector";--> statement-breakpoint
UPDATE "message_bodies" b SET "words" = array_to_tsvector(ARRAY(
  SELECT DISTINCT w FROM (
    SELECT left(w, 64) FROM regexp_split_to_table(
      lower(regexp_replace(normalize(
        coalesce(m."subject", '') || ' ' ||
        coalesce((SELECT string_agg(
          regexp_replace(split_part(a, '@', 1), '^[a-z0-9]+(?![[:alnum:]])', '') || ' ' ||
          regexp_replace(split_part(a, '@', 2), '(\.[^.]{1,3})?\.[^.]*$', ''), ' ') FROM unnest(m."recipient_addresses") a), '') || ' ' ||
        coalesce((SELECT string_agg(r ->> 'name', ' ') FROM jsonb_array_elements(m."recipients") r), ''), NFD),
        '[' || U&'\0300' || '-' || U&'\036F' || ']', '', 'g')), '[^[:alnum:]]+') AS w WHERE w !~ '^[a-zªº]{1,2}$'
    UNION SELECT '=' || unnest(m."recipient_addresses")
    UNION SELECT '#' || unnest(m."tags")
    UNION SELECT '%' || m."category"
  ) AS words(w) WHERE w <> ''))
FROM "messages" m WHERE m."id" = b."message_id";--> statement-breakpoint
CREATE INDEX "message_bodies_words_idx" ON "message_bodies" USING gin ("words");--> statement-breakpoint
DROP INDEX "messages_recipient_addresses_idx";--> statement-breakpoint
DROP INDEX "messages_status_idx";--> statement-breakpoint
CREATE INDEX "messages_status_idx" ON "messages" USING btree ("status","id") WHERE "messages"."status" <> 'sent';--> statement-breakpoint
CREATE INDEX "messages_provider_id_idx" ON "messages" USING btree ("provider_id","id") WHERE "messages"."provider_id" is not null;--> statement-breakpoint
CREATE INDEX "messages_company_id_idx" ON "messages" USING btree ("company_id","id") WHERE "messages"."company_id" is not null;--> statement-breakpoint
CREATE INDEX "message_attachments_sha256_idx" ON "message_attachments" USING btree ("sha256");--> statement-breakpoint
CREATE INDEX "attachments_used_at_idx" ON "attachments" USING btree ("used_at","sha256");--> statement-breakpoint
ALTER TABLE "provider_tests" DROP CONSTRAINT "provider_tests_pkey";--> statement-breakpoint
DROP INDEX "provider_tests_provider_id_idx";--> statement-breakpoint
ALTER TABLE "provider_tests" ADD CONSTRAINT "provider_tests_provider_id_id_pk" PRIMARY KEY("provider_id","id");--> statement-breakpoint
-- Made as DESC NULLS LAST, these served no "order by … desc", which puts nulls first; read backwards, plain ones do.
DROP INDEX "audit_log_subject_id_idx";--> statement-breakpoint
CREATE INDEX "audit_log_subject_id_idx" ON "audit_log" USING btree ("subject_id","id");--> statement-breakpoint
DROP INDEX "sandbox_messages_id_idx";--> statement-breakpoint
CREATE INDEX "sandbox_messages_id_idx" ON "sandbox_messages" USING btree ("id");--> statement-breakpoint
DROP INDEX "drills_started_at_idx";--> statement-breakpoint
CREATE INDEX "drills_started_at_idx" ON "drills" USING btree ("started_at");--> statement-breakpoint
DROP INDEX "provider_changes_provider_id_idx";--> statement-breakpoint
CREATE INDEX "provider_changes_provider_id_idx" ON "provider_changes" USING btree ("provider_id","id");
