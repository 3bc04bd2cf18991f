import type { ErrorCode } from '@/lib/errors';
import type { Tag } from './operation';
import type { SampleRequest } from './samples/request';

/** The document as the panel shows it: a line of the list, and one operation whole. */
export type OperationRow = {
  id: string;
  tag: Tag;
  method: string;
  path: string;
  summary: string;
  /** Null: it needs no token. */
  scope: string | null;
};

/** A field of a body or an answer, by its whole path: `attachments[].filename`. */
export type FieldRow = { path: string; type: string; required: boolean; about?: string };

/** `name`: of the kind, where what is sent is of one of several. */
export type FieldTable = { name?: string; fields: FieldRow[] };

export type ParameterRow = FieldRow & {
  in: 'path' | 'query' | 'header';
  example: string;
  options?: string[];
};

export type AnswerRow = {
  status: string;
  about: string;
  /** Absent: it is a file, or has no content. */
  fields?: FieldRow[];
  codes?: ErrorCode[];
};

export type OperationView = OperationRow & {
  description: string[];
  parameters: ParameterRow[];
  /** Null: nothing is sent. */
  body: FieldTable[] | null;
  answers: AnswerRow[];
  /** What is shown until somebody changes it. */
  example: Pick<SampleRequest, 'body' | 'answer'>;
};
