const list = (endings: string): readonly string[] => endings.split(' ');

/** https://docs.aws.amazon.com/ses/latest/dg/mime-types.html, read 2026-11. */
export const SES_REFUSES = list(
  'ade adp app asp bas bat cer chm cmd com cpl crt csh der exe fxp gadget hlp hta inf ins isp its js jse ksh lib lnk mad maf mag mam maq mar mas mat mau mav maw mda mdb mde mdt mdw mdz msc msh msh1 msh2 mshxml msh1xml msh2xml msi msp mst ops pcd pif plg prf prg reg scf scr sct shb shs sys ps1 ps1xml ps2 ps2xml psc1 psc2 tmp url vb vbe vbs vps vsmacros vss vst vsw vxd ws wsc wsf wsh xnk',
);

/** https://resend.com/docs/knowledge-base/what-attachment-types-are-not-supported, read 2026-11: those of Amazon SES, but for one. */
export const RESEND_REFUSES = SES_REFUSES.filter((ending) => ending !== 'ade');

/**
 * https://postmarkapp.com/developer/user-guide/send-email-with-api, "Forbidden file types": the stored page ends before them, and four clients of it
 * written by others, which keep the list, have these very ones.
 */
export const POSTMARK_REFUSES = list(
  'vbs exe bin bat chm com cpl crt hlp hta inf ins isp jse lnk mdb pcd pif reg scr sct shs vbe vba wsf wsh wsl msc msi msp mst',
);

/** https://developers.brevo.com/reference/sendtransacemail, `attachment`, read 2026-11. */
export const BREVO_TAKES = list(
  'xlsx xls ods docx docm doc csv pdf txt gif jpg jpeg png tif tiff rtf bmp cgm css shtml html htm zip xml ppt pptx tar ez ics mobi msg pub eps odt mp3 m4a m4v wma ogg flac wav aif aifc aiff mp4 mov avi mkv mpeg mpg wmv pkpass xlsm',
);
