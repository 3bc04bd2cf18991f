import { detectMimeType } from 'nodemailer/lib/mime-funcs/mime-types';

/** As it was given, else as the name tells; `application/octet-stream` where it tells nothing. */
export function typeOfFile(filename: string, given: string | null): string {
  return given ?? detectMimeType(filename);
}
