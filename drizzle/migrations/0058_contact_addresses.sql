CREATE INDEX "contacts_phone_idx" ON "contacts" USING btree ("phone") WHERE "contacts"."phone" is not null;--> statement-breakpoint
CREATE INDEX "contacts_whatsapp_idx" ON "contacts" USING btree ("whatsapp") WHERE "contacts"."whatsapp" is not null;--> statement-breakpoint
CREATE INDEX "contacts_telegram_idx" ON "contacts" USING btree ("telegram") WHERE "contacts"."telegram" is not null;--> statement-breakpoint
CREATE INDEX "contacts_slack_idx" ON "contacts" USING btree ("slack") WHERE "contacts"."slack" is not null;