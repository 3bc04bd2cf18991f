CREATE TABLE "log_level" (
	"id" text PRIMARY KEY DEFAULT 'now' NOT NULL,
	"level" text NOT NULL,
	"until" timestamp (3) with time zone NOT NULL,
	"set_by" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "processes" (
	"id" uuid PRIMARY KEY NOT NULL,
	"kind" text NOT NULL,
	"host" text NOT NULL,
	"pid" integer NOT NULL,
	"version" text NOT NULL,
	"schema_at" bigint NOT NULL,
	"disk" jsonb,
	"started_at" timestamp (3) with time zone NOT NULL,
	"beat_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "schema_marks" (
	"schema_at" bigint PRIMARY KEY NOT NULL,
	"version" text NOT NULL
);
