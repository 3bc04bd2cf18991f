CREATE TABLE "configuration_things" (
	"id" uuid PRIMARY KEY NOT NULL,
	"section" text NOT NULL,
	"thing_id" text NOT NULL,
	"company" text,
	"name" text NOT NULL,
	"fields" json NOT NULL,
	"secrets" jsonb NOT NULL,
	"since" integer NOT NULL,
	"until" integer
);
--> statement-breakpoint
CREATE TABLE "configuration_versions" (
	"number" integer PRIMARY KEY NOT NULL,
	"at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"actors" jsonb NOT NULL,
	"audit_number" bigint NOT NULL
);
--> statement-breakpoint
CREATE INDEX "configuration_things_since_idx" ON "configuration_things" USING btree ("since");--> statement-breakpoint
CREATE INDEX "configuration_things_until_idx" ON "configuration_things" USING btree ("until");