/** What other receivers answer, as their pages, sisimai's mails (github.com/sisimai/set-of-emails) and the SMTP Field Manual quote them. */
export const RECEIVERS_OF_THE_WORLD = `
# Yahoo and AOL, senders.yahooinc.com/smtp-error-codes, sisimai rhost/yahooinc.rb
session | ours now | 421 Service not available, closing transmission channel
data | rate | 421 Max message per connection reached, closing transmission channel
rcpt | later | 450 User is receiving mail too quickly
session | ours now | 451 mta283.mail.scd.yahoo.com Resources temporarily unavailable. Please try again later [#4.16.5].
mail | ours now | 451 Message temporarily deferred due to unresolvable RFC.5321 from domain. See https://senders.yahooinc.com/error-codes#unresolvable-from-domain
rcpt | ours | 550 relaying denied for <ana@yahoo.com>
session | ours | 553 Mail from 203.0.113.9 not allowed - 5.7.1 [BL23] Connections not accepted from IP addresses on Spamhaus XBL; see http://postmaster.yahoo.com/errors/550-bl23.html [550]
session | ours | 553 5.7.2 [TSS11] All messages from 203.0.113.9 will be permanently deferred; Retrying will NOT succeed. See https://postmaster.yahooinc.com/error-codes
data | ours | 554 Message not allowed - [PH01] Email not accepted for policy reasons. Please visit https://postmaster.yahooinc.com/error-codes
data | content | 554 Message not allowed - Headers are not RFC compliant[291]
data | gone | 554 delivery error: dd ana@yahoo.com is no longer valid. [-20] - mta4321.mail.bf1.yahoo.com
data | gone | 554 delivery error: dd Sorry, your message to ana@yahoo.com cannot be delivered. This mailbox is disabled (554.30). - mta1111.mail.gq1.yahoo.com
data | gone | 554 delivery error: dd Sorry your message to ana@yahoo.co.jp cannot be delivered. This account has been disabled or discontinued [#102]. - mta222.mail.yahoo.co.jp
data | gone | 554 delivery error: dd Not a valid recipient - atlas315.free.mail.ne1.yahoo.com
# iCloud, sisimai rhost/apple.rb
rcpt | rate | 421 4.7.1 Messages to ana@icloud.com deferred due to excessive volume. Try again later - https://support.apple.com/en-us/HT204137
session | ours now | 421 4.7.0 me.com Error: too many errors
session | ours | 554 st11p00im-smtpin013.me.com ESMTP not accepting connections
data | ours | 550 5.7.1 Your email was rejected due to having a domain present in the Spamhaus DBL -- see https://www.spamhaus.org/dbl/
data | ours | 550 5.7.1 Mail from IP 203.0.113.9 was rejected due to listing in Spamhaus SBL. For details please see http://www.spamhaus.org/query/bl?ip=203.0.113.9
data | ours | 554 5.7.1 Your message was rejected due to example.com's DMARC policy. See https://support.apple.com/en-us/HT204137 for info
data | ours | 554 5.7.1 [HME1] This message was blocked for failing both SPF and DKIM authentication checks. See https://support.apple.com/en-us/HT204137 for mailing best practices
rcpt | gone | 550 5.1.1 <gone@icloud.com>: inactive email address
rcpt | gone | 550 5.1.1 unknown or illegal alias: gone@icloud.com
rcpt | later | 552 5.2.2 <full@icloud.com>: user is overquota
# Comcast, AT&T, Cox, Spectrum, Rackspace, Facebook (their error pages; SMTP Field Manual; sisimai rhost/cox.rb, spectrum.rb)
rcpt | gone | 550 5.1.1 Not our Customer
rcpt | gone | 550 5.1.1 <gone@comcast.net> recipient mailbox unallocated
rcpt | later | 450 4.2.0 <ana@comcast.net> - Recipient temporarily unavailable
rcpt | gone | 550 5.2.0 <gone@comcast.net> - Recipient unavailable
rcpt | later | 452 4.1.1 <full@comcast.net> user over quota
rcpt | later | 552 5.1.1 <full@comcast.net> recipient rejected - extended quota violation
data | ours | 550 5.2.0 Message rejected due to DMARC. Please see http://postmaster.comcast.net/smtp-error-codes.php#DM000001
session | ours | 554 resimta-po-11v.sys.comcast.net comcast 203.0.113.9 Comcast requires that all mail servers must have a PTR record with a valid Reverse DNS entry. Currently your mail server does not fill that requirement.
session | ours | 554 resimta-po-11v.sys.comcast.net comcast 203.0.113.9 Comcast block for spam. Please see http://postmaster.comcast.net/smtp-error-codes.php#BL000000
session | ours | 554 resimta-po-11v.sys.comcast.net resimta-po-11v.sys.comcast.net 203.0.113.9 found on one or more DNSBLs, see http://postmaster.comcast.net/smtp-error-codes.php#BL000010
rcpt | gone | 550 5.2.1 <GONE@PRODIGY.NET>... Addressee unknown, relay=[203.0.113.9]
rcpt | gone | 553 5.3.0 <gone@prodigy.net>... Recipient address no longer exists
mail | ours | 550 5.7.1 Connections not accepted from servers without a valid sender domain.alph138 Fix reverse DNS for 203.0.113.9
mail | ours | 553 5.3.0 flph825 DNSBL:ATTRBL 521< 203.0.113.9 >_is_blocked.For assistance forward this email to abuse@example.com
session | ours | 550 Error - Blocked for abuse. See http://att.net/blocks
mail | ours | 550 5.1.0 <bounce@mailer.example.com> sender rejected. Refer to Error Codes section at https://www.cox.com/residential/support/email-error-codes.html for more information. AUP#CDRBL
session | ours | 554 cxr.mx.a.cloudfilter.net cox 203.0.113.9 rejected - no rDNS
session | connections | 421 cxr.mx.a.cloudfilter.net cox too many sessions from 203.0.113.9
session | ours now | 421 cxr.mx.a.cloudfilter.net ESMTP server temporarily not available - try again later
data | not carried | 552 5.2.0 attachment extension is forbidden
mail | ours | 550 5.1.0 <010001725d8ad4fc@amazonses.com> sender rejected. Please see https://www.spectrum.net/support/internet/understanding-email-error-codes for more information. AUP#In-1310
rcpt | gone | 550 5.1.1 Email address could not be found, or was misspelled (G8)
rcpt | gone | 550 5.1.1 RCP-P1 http://postmaster.facebook.com/response_codes?ip=203.0.113.9#rcp Recipient address does not exist
# Mail.ru, Yandex, Rambler, i.ua, Rucenter (SMTP Field Manual, help.mail.ru, nic.ru/help)
rcpt | gone | 550 Message was not accepted -- invalid mailbox. Local mailbox gone@mail.ru is unavailable: user is terminated
rcpt | gone | 550 Message was not accepted -- invalid mailbox. Local mailbox gone@mail.ru is unavailable: account is disabled
data | content | 550 spam message rejected. Please visit http://help.mail.ru/notspam-support/id?c=7y4ytdHbuOGv3O50NYTwpz1F or report details to abuse@corp.mail.ru. Error code: 2FFB. ID: 1
data | ours | 550 5.7.1 This message was not accepted due to domain (example.com) owner DMARC policy (RFC 7489) https://help.mail.ru/mail-help/postmaster/dmarc
session | ours | 550 Access from ip address 203.0.113.9 blocked. Visit http://win.mail.ru/cgi-bin/support_bl?ip=203.0.113.9
mail | ours | 550 message sending for this account is disabled
rcpt | gone | 550 5.7.1 No such user!
rcpt | later | 450 4.2.1 The recipient has exceeded message rate limit. Try again later.
rcpt | later | 552 5.2.2 Mailbox size limit exceeded
rcpt | ours | 550 5.7.1 Policy rejection on the target address
session | ours now | 421 4.4.2 mxfront1j.mail.yandex.net Error: timeout exceeded
data | content | 554 5.7.1 [1] Message rejected under suspicion of SPAM; https://ya.cc/1IrBc 1389871231
rcpt | gone | 540 5.7.1 <gone@rambler.ru>: recipient address rejected: Inactive
data | content | 554 5.7.1 Spam message rejected; If this is not spam contact abuse
rcpt | rate | 452 4.5.3 rate limit exceeded
rcpt | gone | 550 Mailbox is frozen. See http://mail.i.ua/err/3/
rcpt | later | 451 domain.example prohibited. Disk quota exceeded
session | ours now | 451 Please try another server
# Zoho, Proton, Infomaniak, Hostpoint, ImprovMX, Cloudflare, Hey (SMTP Field Manual, sisimai)
rcpt | gone | 550 5.1.1 User does not exist - <gone@zoho.example>
data | content | 552 5.7.1 virus Win32.Eicar detected by Zoho Mail
data | content | 554 5.7.1 Email cannot be delivered. Reason: Email flagged as Spam.
data | ours | 554 5.7.7 Email policy violation detected
data | ours | 550 5.7.1 Email rejected per DMARC policy for zoho.com
session | ours now | 452 4.3.1 Temporary System Error
data | content | 550 5.7.1 Rejected by spam filter
data | ours | 550 5.7.1 rejected by DMARC policy for example.com
mail | ours | 550-SPF-check failed: 550 example.com doesn't allow sending mails from 203.0.113.9
data | content | 550 5.7.1 Message considered as SPAM
data | ours | 551 5.7.1 Due to the very low reputation of the sending domain, this message has been blocked (Code 2).
data | ours | 551 5.7.1 Loop detected: Email is sent and forwarded from/to improvmx.com. (#id-5.9.0)
data | ours now | 421 4.3.0 Upstream error, please check https://developers.cloudflare.com/email-routing/postmaster for possible reasons why. RsrUEMk60942
# QQ, Coremail and NetEase, NTT docomo, KDDI (service.mail.qq.com; icoremail.net; sisimai rhost/tencent.rb, nttdocomo.rb, kddi.rb)
rcpt | gone | 550 Mailbox not found. http://service.exmail.qq.com/cgi-bin/help?subtype=1&&id=20022&&no=1000728
rcpt | gone | 550 Mailbox unavailable or access denied [MXAzzj4] http://service.mail.qq.com/detail/122/166
rcpt | gone | 550 <gone@sina.example> is a deactivated mailbox
rcpt | gone | 501 Bad address syntax. http://service.exmail.qq.com/cgi-bin/help?subtype=1&&id=20022&&no=1000730
data | content | 550 Mail content denied. http://service.exmail.qq.com/cgi-bin/help?subtype=1&&id=20022&&no=1000726
data | rate | 550 Sender frequency limited. http://service.exmail.qq.com/cgi-bin/help?subtype=1&&id=20022&&no=1000723
data | rate | 550 Domain frequency limited [MTIz] https://service.mail.qq.com/detail/122/173
mail | rate | 550 Ip frequency limited [V2VkIEFwciAgMyAxNjozNjo1OSBKU1QgMjAxOQo= Blocked IP 203.0.113.9]. http://service.mail.qq.com/cgi-bin/help?subtype=1&&id=20022&&no=1000725
data | ours | 550 Suspected spam sender.
data | ours | 550 DMARC check failed. http://service.mail.qq.com/cgi-bin/help?subtype=1&&no=1001508&&id=16.
rcpt | gone | 550 user is locked.
session | ours | 550 black ip.
data | content | 552 message rejected by anti-spam engine.
mail | ours | 552 mail from invalid.
data | ours | 552 looping message.
data | not carried | 552 message is too long.
data | content | 552 Virus found.
mail | ours | 553 host denies the sender.
rcpt | ours | 553 host denies relay.
data | not carried | 554 attachment is too long.
mail | ours | 554 sender is unvalidated.
session | ours | 554 rbl deny.
session | ours | 555 helohost error.
session | ours now | 450 queue unavailable.
rcpt | later | 450 mailbox unavailable.
data | ours now | 450 database temporary error.
rcpt | later | 451 out of allow RCPT numbers.
auth | ours now | 451 Requested mail action not taken: too much fail authentication
rcpt | gone | 550 User suspended
data | gone | 550 Unknown user gone@docomo.ne.jp
rcpt | later | 552 Too many recipients
data | gone | 550 : User unknown
rcpt | gone | 550 <gone@ezweb.ne.jp>: User unknown
`;
