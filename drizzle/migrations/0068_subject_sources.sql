CREATE TABLE "subject_sources" (
	"id" uuid PRIMARY KEY NOT NULL,
	"company_id" uuid,
	"kind_id" uuid NOT NULL,
	"title" text NOT NULL,
	"url" text NOT NULL,
	"sealed_secret" text NOT NULL,
	"columns" jsonb,
	"decimal" text,
	"dates" text NOT NULL,
	"cron" text NOT NULL,
	"time_zone" text NOT NULL,
	"active" boolean NOT NULL,
	"next_read_at" timestamp (3) with time zone,
	"last_read_at" timestamp (3) with time zone,
	"problem" jsonb,
	"result" jsonb,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp (3) with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
ALTER TABLE "subject_sources" ADD CONSTRAINT "subject_sources_kind_id_subject_kinds_id_fk" FOREIGN KEY ("kind_id") REFERENCES "public"."subject_kinds"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "subject_sources_next_read_at_idx" ON "subject_sources" USING btree ("next_read_at") WHERE "subject_sources"."next_read_at" is not null;