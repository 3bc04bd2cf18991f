CREATE TABLE "images" (
	"id" uuid PRIMARY KEY NOT NULL,
	"company_id" uuid,
	"sha256" "bytea" NOT NULL,
	"format" text NOT NULL,
	"content" "bytea" NOT NULL,
	"size_bytes" integer NOT NULL,
	"width" integer NOT NULL,
	"height" integer NOT NULL,
	"filename" text NOT NULL,
	"created_by" text NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX "images_sha256_key" ON "images" USING btree (coalesce("company_id", '00000000-0000-0000-0000-000000000000'),"sha256");--> statement-breakpoint
CREATE INDEX "images_sha256_idx" ON "images" USING btree ("sha256");