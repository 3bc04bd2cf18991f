import type { TemplateCategory } from './categories';
import type { SourceKind, TemplateText } from './schema';
import type { VariableDeclaration } from './variables';

export type TemplateRow = {
  id: string;
  key: string;
  title: string;
  category: TemplateCategory;
  channel: 'email';
  /** The languages of its newest version. */
  languages: string[];
  fallbackLanguage: string;
  /** The version that messages get; null: none was published. */
  published: number | null;
  latest: number;
  archived: boolean;
  company?: string;
  /** Messages of the last 30 days, and when the last one was accepted. */
  uses: { last30Days: number; lastAt: string | null };
  version: number;
  createdAt: string;
  updatedAt: string;
};

export type VersionRow = {
  number: number;
  note: string | null;
  languages: string[];
  createdAt: string;
  createdBy: string;
  publishedAt: string | null;
  publishedBy: string | null;
};

export type TemplateProblem = {
  language: string;
  field: 'subject' | 'preheader' | 'source' | 'text' | 'variables';
  code: string;
  params: Record<string, string>;
  message: string;
};

export type VersionView = Omit<VersionRow, 'languages'> & {
  variables: VariableDeclaration[];
  texts: Record<string, TemplateText>;
  /** What keeps it from being published. */
  problems: TemplateProblem[];
};

/** With its newest version. */
export type TemplateView = TemplateRow & {
  current: VersionView;
  usedBy: { type: string; id: string | null; name: string | null; count: number }[];
  /** Of a component: the templates that show it, and which version of it their messages have; null: only a draft names it. */
  usedIn: { id: string; key: string; title: string; shows: number | null }[];
};

export type PreviewView = {
  number: number;
  language: string;
  subject: string;
  preheader: string;
  html: string;
  text: string;
  kind: SourceKind;
  /** Of the HTML, in bytes: Gmail shows no more than 102 KB of it. */
  bytes: number;
  /** Variables that were given and that it does not know. */
  unknown: string[];
};
