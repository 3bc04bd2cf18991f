/** The package has no types, and those of `mjml` still say that it answers at once: since 5 it is a promise. */
declare module 'mjml-browser' {
  type MjmlError = { line: number; message: string; tagName: string; formattedMessage: string };
  type Options = {
    fonts?: Record<string, string>;
    validationLevel?: 'soft' | 'strict' | 'skip';
    keepComments?: boolean;
  };
  export default function mjml2html(
    source: string,
    options?: Options,
  ): Promise<{ html: string; errors: MjmlError[] }>;
}
