CREATE TABLE "reply_rules" (
	"id" uuid PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"phrase" text NOT NULL,
	"applies_to" text NOT NULL,
	"stage" text,
	"code" text,
	"means" text NOT NULL,
	"permanent" boolean,
	"wait_seconds" integer,
	"note" text NOT NULL,
	"active" boolean NOT NULL,
	"position" integer NOT NULL,
	"changed_by" text NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp (3) with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX "reply_rules_name_key" ON "reply_rules" USING btree (lower("name"));