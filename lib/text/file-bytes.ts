/** What came as base64 in a large body, and was decoded and hashed where the body was read. */
export class FileBytes {
  constructor(
    readonly bytes: Buffer,
    readonly sha256: Buffer,
  ) {}
}
