-- What happened to a company's messages is the company's. Of those that are there already it is what the message says.
ALTER TABLE "events" ADD COLUMN "company_id" uuid;--> statement-breakpoint
UPDATE "events" e SET "company_id" = m."company_id" FROM "messages" m WHERE m."id" = e."message_id" AND m."company_id" IS NOT NULL;--> statement-breakpoint
CREATE INDEX "events_id_idx" ON "events" USING btree ("id");--> statement-breakpoint
CREATE INDEX "events_type_idx" ON "events" USING btree ("type","id") WHERE "events"."type" not in ('queued', 'sent', 'delivered');--> statement-breakpoint
CREATE INDEX "events_company_id_idx" ON "events" USING btree ("company_id","id") WHERE "events"."company_id" is not null;--> statement-breakpoint
ALTER TABLE "failover_hours" ADD COLUMN "company_id" uuid DEFAULT '00000000-0000-0000-0000-000000000000' NOT NULL;--> statement-breakpoint
ALTER TABLE "failover_hours" DROP CONSTRAINT "failover_hours_hour_from_id_to_id_pk";--> statement-breakpoint
ALTER TABLE "failover_hours" ADD CONSTRAINT "failover_hours_pk" PRIMARY KEY("hour","from_id","to_id","company_id");
