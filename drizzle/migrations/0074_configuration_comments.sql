CREATE TABLE "configuration_comments" (
	"path" text PRIMARY KEY NOT NULL,
	"comment" json NOT NULL,
	"updated_at" timestamp (3) with time zone DEFAULT now() NOT NULL
);
