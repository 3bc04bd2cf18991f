CREATE TABLE "domain_health" (
	"domain_id" uuid PRIMARY KEY NOT NULL,
	"items" jsonb DEFAULT '[]'::jsonb NOT NULL,
	"state" text NOT NULL,
	"checked_at" timestamp (3) with time zone,
	"next_check_at" timestamp (3) with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "domain_report_rows" (
	"report_id" uuid NOT NULL,
	"no" integer NOT NULL,
	"domain_id" uuid NOT NULL,
	"day" date NOT NULL,
	"address" text NOT NULL,
	"messages" integer NOT NULL,
	"dkim" boolean NOT NULL,
	"spf" boolean NOT NULL,
	"disposition" text NOT NULL,
	"header_from" text NOT NULL,
	"dkim_result" text,
	"dkim_domain" text,
	"spf_result" text,
	"spf_domain" text,
	"override" text,
	CONSTRAINT "domain_report_rows_report_id_no_pk" PRIMARY KEY("report_id","no")
);
--> statement-breakpoint
CREATE TABLE "domain_reports" (
	"id" uuid PRIMARY KEY NOT NULL,
	"domain_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"reporter" text NOT NULL,
	"report_id" text NOT NULL,
	"begins_at" timestamp (3) with time zone NOT NULL,
	"ends_at" timestamp (3) with time zone NOT NULL,
	"policy" jsonb,
	"messages" bigint NOT NULL,
	"passed" bigint NOT NULL,
	"failures" jsonb DEFAULT '[]'::jsonb NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "domain_reports_report_key" UNIQUE("domain_id","kind","reporter","report_id")
);
--> statement-breakpoint
CREATE TABLE "domain_sources" (
	"domain_id" uuid NOT NULL,
	"address" text NOT NULL,
	"kind" text DEFAULT 'unknown' NOT NULL,
	"name" text,
	"ptr" text,
	"named_at" timestamp (3) with time zone,
	CONSTRAINT "domain_sources_domain_id_address_pk" PRIMARY KEY("domain_id","address")
);
--> statement-breakpoint
ALTER TABLE "domain_health" ADD CONSTRAINT "domain_health_domain_id_domains_id_fk" FOREIGN KEY ("domain_id") REFERENCES "public"."domains"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "domain_report_rows" ADD CONSTRAINT "domain_report_rows_report_id_domain_reports_id_fk" FOREIGN KEY ("report_id") REFERENCES "public"."domain_reports"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "domain_reports" ADD CONSTRAINT "domain_reports_domain_id_domains_id_fk" FOREIGN KEY ("domain_id") REFERENCES "public"."domains"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "domain_sources" ADD CONSTRAINT "domain_sources_domain_id_domains_id_fk" FOREIGN KEY ("domain_id") REFERENCES "public"."domains"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "domain_health_next_check_at_idx" ON "domain_health" USING btree ("next_check_at");--> statement-breakpoint
CREATE INDEX "domain_report_rows_day_idx" ON "domain_report_rows" USING btree ("domain_id","day");--> statement-breakpoint
CREATE INDEX "domain_reports_ends_at_idx" ON "domain_reports" USING btree ("domain_id","ends_at");--> statement-breakpoint
CREATE INDEX "domain_sources_named_at_idx" ON "domain_sources" USING btree ("named_at");