ALTER TABLE "delivery_days" ADD COLUMN "messages_partly" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "delivery_hours" ADD COLUMN "messages_partly" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "delivery_minutes" ADD COLUMN "messages_partly" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
CREATE INDEX "messages_partly_idx" ON "messages" USING btree ("id") WHERE "messages"."status" in ('sent', 'delivered') and "messages"."reason" = 'recipient_refused';