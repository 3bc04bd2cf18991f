/** A file that the HTML names as `cid:…`, so that it is shown within it. */
export class InlineFile extends File {
  constructor(
    parts: BlobPart[],
    name: string,
    readonly contentId: string,
    options?: FilePropertyBag,
  ) {
    super(parts, name, options);
  }
}

export function contentIdOf(file: File): string | undefined {
  return file instanceof InlineFile ? file.contentId : undefined;
}
