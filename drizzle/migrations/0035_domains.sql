CREATE TABLE "domain_keys" (
	"id" uuid PRIMARY KEY NOT NULL,
	"domain_id" uuid NOT NULL,
	"selector" text NOT NULL,
	"algorithm" text NOT NULL,
	"record" text NOT NULL,
	"sealed" text,
	"state" text NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"signs_since" timestamp (3) with time zone,
	"retires_at" timestamp (3) with time zone
);
--> statement-breakpoint
CREATE TABLE "domains" (
	"id" uuid PRIMARY KEY NOT NULL,
	"company_id" uuid,
	"name" text NOT NULL,
	"shown_name" text NOT NULL,
	"senders" jsonb NOT NULL,
	"dmarc" jsonb NOT NULL,
	"algorithms" text NOT NULL,
	"rotate_every_days" integer,
	"return_path" text,
	"return_path_host" text,
	"tracking_name" text,
	"step" text NOT NULL,
	"checks" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"wishes" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"name_servers" text[] DEFAULT '{}' NOT NULL,
	"state" text DEFAULT 'new' NOT NULL,
	"verified_at" timestamp (3) with time zone,
	"broken_at" timestamp (3) with time zone,
	"checked_at" timestamp (3) with time zone,
	"checks_done" integer DEFAULT 0 NOT NULL,
	"next_check_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp (3) with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX "domain_keys_selector_key" ON "domain_keys" USING btree ("domain_id","selector");--> statement-breakpoint
CREATE UNIQUE INDEX "domains_name_key" ON "domains" USING btree (coalesce("company_id", '00000000-0000-0000-0000-000000000000'),"name");--> statement-breakpoint
CREATE INDEX "domains_name_idx" ON "domains" USING btree ("name");--> statement-breakpoint
CREATE INDEX "domains_next_check_at_idx" ON "domains" USING btree ("next_check_at");