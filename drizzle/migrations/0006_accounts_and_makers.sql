CREATE TABLE "sign_in_networks" (
	"network" text PRIMARY KEY NOT NULL,
	"spent_until" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
DROP INDEX "users_email_key";--> statement-breakpoint
ALTER TABLE "tokens" ADD COLUMN "parent_id" uuid;--> statement-breakpoint
ALTER TABLE "users" ADD COLUMN "email_key" text GENERATED ALWAYS AS (lower(email collate "C")) STORED NOT NULL;--> statement-breakpoint
CREATE INDEX "sign_in_networks_spent_until_idx" ON "sign_in_networks" USING btree ("spent_until");--> statement-breakpoint
CREATE INDEX "tokens_parent_id_idx" ON "tokens" USING btree ("parent_id");--> statement-breakpoint
CREATE UNIQUE INDEX "users_email_key" ON "users" USING btree ("email_key");--> statement-breakpoint
-- Whoever made a token until now stands in the audit log.
UPDATE "tokens" t SET "parent_id" = a."actor_id"::uuid
FROM "audit_log" a
WHERE a."action" = 'token.create' AND a."actor_type" = 'token' AND a."subject_id" = t."id";
