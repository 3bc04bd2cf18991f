/** Mail returned, as senders pasted it, and errors of mail libraries in public repositories, gathered on 2026-11-30 after the mending. */
export const REPORTS_OF_SENDERS = String.raw`
# pastebin.com: mail returned, as pasted by senders (BihkfJpV UHskrjFA mt8MbFRM eiyNZME7 TuTFHMDq RJeh1Bwk GFSKpSPH NBuLYjju i3WV22Bp w1pJdgj1 6jWTqzEG)
mail | ours | 550 IP 203.0.113.9 is blocked by EarthLink. Go to earthlink.net/block for details.
rcpt | gone | 550 5.1.1 <recipient@example.com> recipient rejected. This is a default\nrecipient used as a placeholder in many web applications. Please check your\nsettings and try again.
rcpt | ours | 550 5.1.7 <ana@example.com>:\nSender address rejected: undeliverable address:\nhost mx.eigbox.net[203.0.113.9] said: 550 <ana@example.com> recipient rejected (in reply to RCPT TO command)
session | ours | 501 Domain must resolve
# pastebin.com: AAXTRfvC DaVxcqzT mFS4T91x DYMqRFvT qxJMQAiv XgicFi2n NspYGDaR GEEWSfGh BRukKemg gzYuEyr5 Jp8ai9Eu XdivEB1V Q9N0hNwj Mssd7NsK L9SRCXyH; gist sc68cal, pbruna
session | ours | 554 inchng01.tcs.com
mail | ours | 501 Syntax: MAIL FROM: <address>
rcpt | later | 457 Greylisted, please come back later.
rcpt | later | 450 4.7.1 <mx0va6z@example.com>: Recipient address rejected: Greylisted by greyfix 0.4.0, try again in 30 seconds. See http://www.kim-minh.com/pub/greyfix/ for more information.
rcpt | gone | 550 5.1.1 <ana@example.com> inactive recipient rejected
# pastebin.com: zFzcEWws DGVf7ePp TuQgvjzq eaXMWT2g TE6cmVU6 6neeGG2W wSSWWXrW TcYErTGG mab2zkNE S23nPZKu syADHViD 8uEzHTLN pc6UY4s8 V0YmbcGE aEkGUxq1
data | content | 554 5.7.1 Content filter rejection: SpamAssassin score 21.673 (DEAR_SOMETHING,DKIM_ADSP_NXDOMAIN,DNSBL_AND_URIBL,HTML_MESSAGE,MIME_QP_LONG_LINE,MISSING_MID,RCVD_IN_BL_SPAMCOP_NET,RCVD_IN_DNSWL_NONE,SENT_TO_WHOIS_PRIVACY_ADDRESS,URIBL_DBL_ABUSE_BOTCC). Please alter the content of your message and try again.
mail | ours | 553 5.3.0 203.0.113.9 Your message was rejected for possible spam/virus content.Please ask your email provider to visit http://emailadmin.registeredsite.com for resolution.
data | content | 552 5.2.0 yxTiZdXDTefL7yxTiZ8pDw Message rejected by NextGenTel Spam Filter - For more information, see https://www.nextgentel.com/kundesider/artikler/epostvask.php [602]
data | content | 550 5.7.1 Dear sender, your email is SPAM and was rejected by Content Filter!
data | ours now | 450 4.7.1 <END-OF-MESSAGE>: End-of-data rejected: Policy Rejection- Invalid data
# swapmyvote/swapmyvote#891, stanford-oval/genie-cloud#60, Mailgun accounts over SMTP
data | ours | 554 Sandbox subdomains are for test purposes only. Please add your own domain or add the address to authorized recipients in Account Settings.
# logs in public repositories, found by "said: 550", "said: 554", "said: 451", "said: 452", "said: 421"
data | ours | 550 5.7.26 Unauthenticated email is not accepted
rcpt | ours | 554 INVALID IP FOR SENDING MAIL OF DOMAIN amazonses.com [RCPT_TO]
rcpt | ours | 550 5.2.1 Mailbox unavailable. This server does not accept mails from this sender address (x@example.com)
# qmail's and Exim's reports in public archives (lkml, php.net, mysociety, Sympa's samples)
data | ours | 510 5.1.1 Your email address, r@example.org, is not subscribed to that group.
data | content | 554 5.7.1 Message scored extremely high on spam scale.  No incident created.
data | ours | 553-SPF (Sender Policy Framework) domain authentication\n553-fail. Refer to the Troubleshooting page at\n553-http://www.symanteccloud.com/troubleshooting for more\n553 information. (#5.7.1)
rcpt | later | 552 5.2.2 <ana@example.com>:\nRecipient address rejected: Over quota
rcpt | gone | 550 recipient does not exist here
rcpt | gone | 550 <ana@example.com>: Recipient address rejected: Account deleted by user
# logs, reports and errors of mail libraries in public repositories, second part ("said: 553", "said: 450", "smtp;554", "Mail command failed", "Message failed", "all recipients were rejected", "Invalid login")
mail | ours | 550 not local sender over smtp
auth | ours | 550 User has no permission
data | ours | 554 5.2.252 STOREDRV.Submission.Exception:SendAsDeniedException.MapiExceptionSendAsDenied;
rcpt | quota | 550 5.4.6 Sender Hourly Quota Exceeded
rcpt | ours | 550 5.7.1 Message rejected due to sender policy
rcpt | ours | 550 Rejected email from bar@example.com
# rjbs/Mail-DeliveryStatus-BounceParser, t/corpus/not-a-relay.msg
rcpt | ours | 553-you are trying to use me [server-9.tower-181.example\n553-.com] as a relay, but I have not been configured to let\n553-you [203.0.113.9, mx.example.net] do this.\n553-Please visit www.example.com/support for more\n553-details about this error message and instructions to resolve\n553 this issue. (#5.7.1)
# logs and forum posts in public repositories, third part ("status=bounced", "status=deferred", "SMTP error from remote mail server after", "SMTPAddressFailedException", "Remote_host_said")
mail | ours | 554 5.7.1 The sender address is unauthorized e8elkxYhRzaLlkY-Ah049w - nsmtp
data | ours | 554 5.2.0 STOREDRV.Submission.Exception:SendAsDeniedException.MapiExceptionSendAsDenied;
rcpt | gone | 553 5.1.2 The recipient address <luis> is not a valid RFC-5321 address. c188-v6sm966566wma.31 - gsmtp
rcpt | ours | 550 5.7.1 <ana@example.com>... Rejected recent spam source [mailout.example.net] Reply at http://example.com/unblockme/index.php?id=tango
rcpt | gone | 550 5.1.1 <ana@example.com> is not a valid mailbox. 550 No such recipient
rcpt | gone | 550 Unknown local part ana in <ana@example.org>
session | ours now | 421 4.7.0 [GL01] Message from (203.0.113.9) temporaily deferred - 4.16.50. Please refer to http://postmaster.yahoo.com/errors/postmaster-21.html
mail | ours | 550 DY-001 Mail rejected by Windows Live Hotmail for policy reasons. We generally do not accept email from dynamic IP's as they are not typically used to deliver unauthenticated SMTP e-mail to an Internet mail server.
mail | ours | 553 <ana@ana-System-Product-Name> Invalid mail address, must be fully qualified domain
session | ours | 554- (RTR:BL)  https://postmaster.aol.com/error-codes#554rtrbl\n554  Connecting IP: 203.0.113.9
session | connections | 421 mx.example.com out of connection slots
auth | ours | 535 5.7.139 Authentication unsuccessful, user is locked by your organization's security defaults policy.
# help pages and threads, third part: pl.com.uy, knowledge.workspace.google.com (pt-br), ActiveCampaign/smtp-field-manual/issues/11, justingit/dada-mail/issues/717, roundcube/roundcubemail/issues/8103, OpenDMARC/pull/333
session | ours | 550 Your address is listed as dynamic on SORBS
rcpt | later | 450 4.2.1 O usuário com quem você está tentando entrar em contato está recebendo e-mails muito rápido. Reenvie sua mensagem mais tarde.
session | ours | 550 ip in prison
rcpt | gone | 550 5.7.1 : Recipient address rejected:  Inactive MailBox, not poped for more than 6 months
mail | ours | 554 5.7.1 : Sender address rejected: Dumb.
data | ours | 550 5.7.1 [BFD] Sender prohibited by SPF
rcpt | ours | 550 5.7.1 <webmail.example.net[10.200.201.18]>: Client host rejected: Blacklisted user: ana@example.com
data | content | 550 5.7.1 not exactly one Date field
`;
