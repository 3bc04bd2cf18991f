CREATE TABLE "feed_items" (
	"id" uuid PRIMARY KEY NOT NULL,
	"contact_id" uuid NOT NULL,
	"notification_id" uuid NOT NULL,
	"type" text NOT NULL,
	"title" text NOT NULL,
	"body" text NOT NULL,
	"url" text,
	"created_at" timestamp (3) with time zone NOT NULL,
	"read_at" timestamp (3) with time zone
);
--> statement-breakpoint
ALTER TABLE "feed_items" ADD CONSTRAINT "feed_items_contact_id_contacts_id_fk" FOREIGN KEY ("contact_id") REFERENCES "public"."contacts"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "feed_items_notification_id_key" ON "feed_items" USING btree ("notification_id");--> statement-breakpoint
CREATE INDEX "feed_items_contact_id_idx" ON "feed_items" USING btree ("contact_id","id");--> statement-breakpoint
CREATE INDEX "feed_items_unread_idx" ON "feed_items" USING btree ("contact_id") WHERE "feed_items"."read_at" is null;