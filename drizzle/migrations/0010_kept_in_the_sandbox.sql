ALTER TABLE "messages" ADD COLUMN "test" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "delivery_minutes" ADD COLUMN "attempts_captured" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "delivery_minutes" ADD COLUMN "messages_captured" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "delivery_hours" ADD COLUMN "attempts_captured" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "delivery_hours" ADD COLUMN "messages_captured" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "delivery_days" ADD COLUMN "attempts_captured" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "delivery_days" ADD COLUMN "messages_captured" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "messages" DROP CONSTRAINT "messages_status_check";--> statement-breakpoint
ALTER TABLE "messages" ADD CONSTRAINT "messages_status_check" CHECK ("status" IN ('scheduled','queued','retrying','sent','delivered','captured','parked','uncertain','bounced','failed','suppressed','canceled'));--> statement-breakpoint
-- What sandboxes took was said to be sent. Each message that one kept has its row in the inbox, also of providers that are gone, so what is
-- read and written is what they kept, however much was sent.
CREATE TEMP TABLE "sandboxes" ON COMMIT DROP AS
  SELECT "id" FROM "providers" WHERE "kind" = 'sandbox' UNION SELECT "provider_id" FROM "sandbox_messages";--> statement-breakpoint
CREATE TEMP TABLE "kept" ON COMMIT DROP AS SELECT DISTINCT "message_id" FROM "sandbox_messages";--> statement-breakpoint
UPDATE "attempts" a SET
  "cost_micros" = 0,
  "outcomes" = (
    SELECT jsonb_agg(CASE WHEN o ->> 'outcome' = 'accepted' THEN o || '{"outcome":"captured"}' ELSE o END ORDER BY n)
    FROM jsonb_array_elements(a."outcomes") WITH ORDINALITY AS list(o, n))
FROM "kept" k
WHERE a."message_id" = k."message_id" AND a."provider_id" IN (SELECT "id" FROM "sandboxes") AND a."outcomes" @> '[{"outcome":"accepted"}]';--> statement-breakpoint
UPDATE "events" e SET "type" = 'captured'
FROM "kept" k
WHERE e."message_id" = k."message_id" AND e."type" = 'sent' AND e."provider_id" IN (SELECT "id" FROM "sandboxes");--> statement-breakpoint
-- Accepted by a sandbox and by nobody else.
UPDATE "messages" m SET "recipients" = (
  SELECT jsonb_agg(
    CASE WHEN r ->> 'status' = 'accepted' AND NOT EXISTS (
      SELECT FROM "attempts" a, jsonb_array_elements(a."outcomes") o
      WHERE a."message_id" = m."id" AND o ->> 'outcome' = 'accepted' AND o ->> 'address' = r ->> 'address')
    THEN r || '{"status":"captured"}' ELSE r END ORDER BY n)
  FROM jsonb_array_elements(m."recipients") WITH ORDINALITY AS list(r, n))
FROM "kept" k
WHERE m."id" = k."message_id" AND m."recipients" @> '[{"status":"accepted"}]';--> statement-breakpoint
UPDATE "messages" m SET "status" = 'captured'
FROM "kept" k
WHERE m."id" = k."message_id" AND m."status" IN ('sent', 'delivered')
  AND NOT m."recipients" @? '$[*] ? (@.status == "accepted" || @.status == "delivered" || @.status == "complained")';--> statement-breakpoint
-- Messages are counted at the provider of their last attempt. A sandbox costs nothing, whatever price it was given.
UPDATE "delivery_minutes" SET "attempts_captured" = "attempts_sent", "attempts_sent" = 0, "messages_captured" = "messages_sent",
  "messages_sent" = 0, "recipients_sent" = 0, "cost_micros" = 0
WHERE "provider_id" IN (SELECT "id" FROM "sandboxes");--> statement-breakpoint
UPDATE "delivery_hours" SET "attempts_captured" = "attempts_sent", "attempts_sent" = 0, "messages_captured" = "messages_sent",
  "messages_sent" = 0, "recipients_sent" = 0, "cost_micros" = 0
WHERE "provider_id" IN (SELECT "id" FROM "sandboxes");--> statement-breakpoint
UPDATE "delivery_days" SET "attempts_captured" = "attempts_sent", "attempts_sent" = 0, "messages_captured" = "messages_sent",
  "messages_sent" = 0, "recipients_sent" = 0, "cost_micros" = 0
WHERE "provider_id" IN (SELECT "id" FROM "sandboxes");
