CREATE TABLE "notification_types" (
	"id" uuid PRIMARY KEY NOT NULL,
	"company_id" uuid,
	"key" text NOT NULL,
	"title" text NOT NULL,
	"category" text NOT NULL,
	"marketing" boolean NOT NULL,
	"required" boolean NOT NULL,
	"mode" text NOT NULL,
	"steps" jsonb NOT NULL,
	"template" text,
	"texts" jsonb NOT NULL,
	"variables" jsonb NOT NULL,
	"priority" text NOT NULL,
	"dedupe_hours" integer NOT NULL,
	"active" boolean NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp (3) with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "notification_keys" (
	"key" text PRIMARY KEY NOT NULL,
	"notification_id" uuid NOT NULL,
	"expires_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "notification_steps" (
	"notification_id" uuid NOT NULL,
	"position" smallint NOT NULL,
	"channel" text NOT NULL,
	"address" text,
	"wait_minutes" integer NOT NULL,
	"state" text NOT NULL,
	"reason" text,
	"text" text,
	"template" text,
	"template_version" integer,
	"language" text,
	"message_id" uuid,
	"handed_at" timestamp (3) with time zone,
	CONSTRAINT "notification_steps_notification_id_position_pk" PRIMARY KEY("notification_id","position")
);
--> statement-breakpoint
CREATE TABLE "notifications" (
	"id" uuid PRIMARY KEY NOT NULL,
	"company_id" uuid,
	"type" text NOT NULL,
	"contact_id" uuid,
	"person" jsonb NOT NULL,
	"variables" jsonb NOT NULL,
	"attachments" jsonb,
	"mode" text NOT NULL,
	"priority" text NOT NULL,
	"marketing" boolean NOT NULL,
	"state" text NOT NULL,
	"reason" text,
	"duplicate_of" uuid,
	"actor" jsonb NOT NULL,
	"test" boolean DEFAULT false NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"next_at" timestamp (3) with time zone,
	"finished_at" timestamp (3) with time zone
);
--> statement-breakpoint
ALTER TABLE "notification_steps" ADD CONSTRAINT "notification_steps_notification_id_notifications_id_fk" FOREIGN KEY ("notification_id") REFERENCES "public"."notifications"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "notifications" ADD CONSTRAINT "notifications_contact_id_contacts_id_fk" FOREIGN KEY ("contact_id") REFERENCES "public"."contacts"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "notification_types_key_key" ON "notification_types" USING btree (coalesce("company_id", '00000000-0000-0000-0000-000000000000'),"key");--> statement-breakpoint
CREATE INDEX "notification_keys_expires_at_idx" ON "notification_keys" USING btree ("expires_at");--> statement-breakpoint
CREATE INDEX "notification_steps_message_id_idx" ON "notification_steps" USING btree ("message_id") WHERE "notification_steps"."message_id" is not null;--> statement-breakpoint
CREATE INDEX "notifications_next_at_idx" ON "notifications" USING btree ("next_at") WHERE "notifications"."next_at" is not null;--> statement-breakpoint
CREATE INDEX "notifications_type_idx" ON "notifications" USING btree ("type","id");--> statement-breakpoint
CREATE INDEX "notifications_contact_id_idx" ON "notifications" USING btree ("contact_id","id") WHERE "notifications"."contact_id" is not null;