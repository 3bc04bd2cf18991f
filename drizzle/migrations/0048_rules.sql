CREATE TABLE "rule_firings" (
	"id" uuid PRIMARY KEY NOT NULL,
	"rule_id" uuid NOT NULL,
	"subject_id" uuid NOT NULL,
	"occurrence" text NOT NULL,
	"fired_at" timestamp (3) with time zone NOT NULL,
	"cleared_at" timestamp (3) with time zone,
	"state" text NOT NULL,
	"reason" text,
	"notification_id" uuid
);
--> statement-breakpoint
CREATE TABLE "rule_runs" (
	"id" uuid PRIMARY KEY NOT NULL,
	"rule_id" uuid NOT NULL,
	"planned_at" timestamp (3) with time zone NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	"state" text NOT NULL,
	"by" text NOT NULL,
	"matched" integer NOT NULL,
	"fired" integer NOT NULL,
	"detail" text
);
--> statement-breakpoint
CREATE TABLE "rules" (
	"id" uuid PRIMARY KEY NOT NULL,
	"company_id" uuid,
	"title" text NOT NULL,
	"kind_id" uuid NOT NULL,
	"type" text NOT NULL,
	"conditions" jsonb NOT NULL,
	"before" jsonb,
	"cron" text NOT NULL,
	"time_zone" text NOT NULL,
	"active" boolean NOT NULL,
	"next_run_at" timestamp (3) with time zone,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp (3) with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "subject_kinds" (
	"id" uuid PRIMARY KEY NOT NULL,
	"company_id" uuid,
	"key" text NOT NULL,
	"title" text NOT NULL,
	"fields" jsonb NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp (3) with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "subjects" (
	"id" uuid PRIMARY KEY NOT NULL,
	"company_id" uuid,
	"kind_id" uuid NOT NULL,
	"key" text NOT NULL,
	"contact_id" uuid,
	"data" jsonb NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp (3) with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
ALTER TABLE "rule_firings" ADD CONSTRAINT "rule_firings_rule_id_rules_id_fk" FOREIGN KEY ("rule_id") REFERENCES "public"."rules"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "rule_firings" ADD CONSTRAINT "rule_firings_subject_id_subjects_id_fk" FOREIGN KEY ("subject_id") REFERENCES "public"."subjects"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "rule_runs" ADD CONSTRAINT "rule_runs_rule_id_rules_id_fk" FOREIGN KEY ("rule_id") REFERENCES "public"."rules"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "rules" ADD CONSTRAINT "rules_kind_id_subject_kinds_id_fk" FOREIGN KEY ("kind_id") REFERENCES "public"."subject_kinds"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "subjects" ADD CONSTRAINT "subjects_kind_id_subject_kinds_id_fk" FOREIGN KEY ("kind_id") REFERENCES "public"."subject_kinds"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "subjects" ADD CONSTRAINT "subjects_contact_id_contacts_id_fk" FOREIGN KEY ("contact_id") REFERENCES "public"."contacts"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "rule_firings_occurrence_key" ON "rule_firings" USING btree ("rule_id","subject_id","occurrence");--> statement-breakpoint
CREATE UNIQUE INDEX "rule_firings_open_key" ON "rule_firings" USING btree ("rule_id","subject_id") WHERE "rule_firings"."cleared_at" is null;--> statement-breakpoint
CREATE INDEX "rule_firings_waiting_idx" ON "rule_firings" USING btree ("id") WHERE "rule_firings"."state" = 'waiting';--> statement-breakpoint
CREATE INDEX "rule_firings_subject_id_idx" ON "rule_firings" USING btree ("subject_id");--> statement-breakpoint
CREATE INDEX "rule_runs_rule_id_idx" ON "rule_runs" USING btree ("rule_id","id");--> statement-breakpoint
CREATE INDEX "rules_next_run_at_idx" ON "rules" USING btree ("next_run_at") WHERE "rules"."next_run_at" is not null;--> statement-breakpoint
CREATE UNIQUE INDEX "subject_kinds_key_key" ON "subject_kinds" USING btree (coalesce("company_id", '00000000-0000-0000-0000-000000000000'),"key");--> statement-breakpoint
CREATE UNIQUE INDEX "subjects_key_key" ON "subjects" USING btree ("kind_id",coalesce("company_id", '00000000-0000-0000-0000-000000000000'),"key");--> statement-breakpoint
CREATE INDEX "subjects_contact_id_idx" ON "subjects" USING btree ("contact_id") WHERE "subjects"."contact_id" is not null;